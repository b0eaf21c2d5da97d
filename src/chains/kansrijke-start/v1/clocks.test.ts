import { describe, expect, test } from 'vitest';
import { OneCase } from '../../../../test/journeys/one-case.ts';
import { holder } from '../../../../test/journeys/start-case.ts';
import { localDateOf } from '../../../engine/calendar/amsterdam.ts';
import { kansrijkeStartV1 } from './chain.ts';

const vk = 'verloskundige';
const jvk = 'jeugdverpleegkundige';
const due = (one: OneCase, step: string): string => localDateOf(one.open(step).dueAt);
const happens = (one: OneCase, event: string, on: string): OneCase =>
  one.send({ kind: 'event', actor: holder(vk), event, on });

/** From Monday 2 March 2026; à terme on 1 October 2026 where it is known. */
const begun = (entry: string, anchors: Record<string, string> = { aterme: '2026-10-01' }): OneCase =>
  new OneCase(kansrijkeStartV1, entry, { anchors, actor: holder(vk) });

describe('à terme that is revised', () => {
  test('to later moves what hangs on it, with its first day; to earlier brings it nearer', () => {
    const one = begun('intake-vk').decide(vk, 'intake-vk', 'geen').decide(vk, 'aanmelden-kraamzorg', 'gedaan');
    expect(due(one, 'kraamintake')).toBe('2026-08-06');
    expect(due(happens(one, 'aterme', '2026-10-11'), 'kraamintake')).toBe('2026-08-16');
    const { notBefore } = one.open('kraamintake');
    expect(notBefore === null ? null : localDateOf(notBefore)).toBe('2026-06-07');
    expect(due(happens(one, 'aterme', '2026-09-21'), 'kraamintake')).toBe('2026-07-27');
  });

  test('leaves alone what does not hang on it', () => {
    const one = begun('aanmelden-phb').decide(vk, 'aanmelden-phb', 'aangemeld');
    expect(due(happens(one, 'aterme', '2026-10-11'), 'eerste-contact-jgz')).toBe('2026-03-04');
  });
});

describe('à terme that becomes known after its term', () => {
  test('a term without it has run from the opening, and was late; with it, it is late no more', () => {
    const one = begun('intake-vk', {}).decide(vk, 'intake-vk', 'geen');
    expect(due(one, 'aanmelden-kraamzorg')).toBe('2026-03-30');
    expect(one.until('2026-04-01').open('aanmelden-kraamzorg').late).toBe(true);
    happens(one, 'aterme', '2026-10-01');
    expect(due(one, 'aanmelden-kraamzorg')).toBe('2026-05-14');
    expect(one.open('aanmelden-kraamzorg').late).toBe(false);
  });

  test('when week 20 has passed by then, it stays late, due on the day that was read', () => {
    const one = begun('intake-vk', {}).decide(vk, 'intake-vk', 'geen').until('2026-04-01');
    happens(one, 'aterme', '2026-07-01');
    expect(due(one, 'aanmelden-kraamzorg') < '2026-04-01').toBe(true);
    expect(one.until('2026-04-02').open('aanmelden-kraamzorg').late).toBe(true);
  });
});

describe('the birth', () => {
  const visited = (): OneCase =>
    begun('aanmelden-phb').decide(vk, 'aanmelden-phb', 'aangemeld').decide(jvk, 'eerste-contact-jgz', 'afspraak');

  test.each([
    ['three weeks early', '2026-09-10', '2026-09-15'],
    ['ten days late', '2026-10-11', '2026-10-16'],
  ])('%s opens the maternity week beside the rest, with its own five days', (_name, day, end) => {
    const one = happens(visited().until(day), 'geboorte', day);
    expect(one.openSteps.toSorted()).toEqual(['kraamweek', 'phb']);
    expect(due(one, 'kraamweek')).toBe(end);
  });

  test('that turns out to have been on another day moves what hangs on it, and opens nothing twice', () => {
    const one = happens(visited().until('2026-09-28'), 'geboorte', '2026-09-28');
    happens(one.until('2026-09-29'), 'geboorte', '2026-09-27');
    expect(one.openSteps.toSorted()).toEqual(['kraamweek', 'phb']);
    expect(due(one, 'kraamweek')).toBe('2026-10-02');
  });

  test('brings the end of the chain: rounding off opens a month before the second birthday', () => {
    const one = begun('volgen', { geboorte: '2026-03-01' });
    for (const day of ['2026-08-03', '2027-02-01', '2027-08-02'])
      one.until(day).decide('gebiedsteam', 'volgen', 'verder');
    expect(one.until('2028-01-31').openSteps).toEqual(['volgen']);
    expect(one.until('2028-02-01').openSteps.toSorted()).toEqual(['afronding', 'volgen']);
    expect(due(one, 'afronding')).toBe('2028-03-01');
  });
});

test('a team that meets again and again stops as soon as the help has begun', () => {
  const one = begun('plan').decide('gebiedsteam', 'plan', 'zeer');
  for (const day of ['2026-03-09', '2026-03-23', '2026-04-07']) {
    one.until(day).decide('gebiedsteam', 'mdo', 'besluit');
    if (day !== '2026-04-07') one.decide('gebiedsteam', 'inzet', 'niet', { reason: 'wachttijd' });
  }
  one.decide('gebiedsteam', 'inzet', 'gestart');
  expect(one.openSteps).not.toContain('mdo');
  expect(one.until('2026-06-01').openSteps).not.toContain('mdo');
});
