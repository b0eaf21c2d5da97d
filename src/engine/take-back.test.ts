import { describe, expect, test } from 'vitest';
import { OneCase } from '../../test/journeys/one-case.ts';
import { DAY, holder, HOUR } from '../../test/journeys/start-case.ts';
import { kansrijkeStartV1 } from '../chains/kansrijke-start/v1/chain.ts';
import { type AnyChain, PREGNANCY_ENDED } from '../language/define.ts';
import type { Actor } from './messages.ts';
import type { CaseState, OpenStep } from './state.ts';

const chain: AnyChain = kansrijkeStartV1;
const vk = holder('verloskundige');
const jvk = holder('jeugdverpleegkundige');

/** Registered by the midwife, met by the JGZ: a plan is to be made, and the kraamzorg is to be asked. */
function planned(): OneCase {
  const one = new OneCase(chain, 'intake-vk', { actor: vk, anchors: { aterme: '2026-08-01' } });
  one.decide('verloskundige', 'intake-vk', 'signaal').decide('verloskundige', 'weging', 'kwetsbaar');
  one.decide('verloskundige', 'toestemming', 'gegeven').decide('verloskundige', 'aanmelden-phb', 'aangemeld');
  return one.decide('jeugdverpleegkundige', 'eerste-contact-jgz', 'afspraak');
}

const ends = (one: OneCase): OneCase =>
  one.send({ kind: 'event', actor: vk, event: PREGNANCY_ENDED, on: '2026-03-02' });
const childDied = (one: OneCase): OneCase =>
  one.send({ kind: 'event', actor: vk, event: 'overleden', of: 'kind', on: '2026-03-02' });
const takeBack = (one: OneCase, actor: Actor = vk): OneCase =>
  one.send({ kind: 'correct', actor, seq: one.state.last?.seq ?? 0, reason: 'vergissing', facts: one.facts });

const terms = ({ open }: CaseState): Pick<OpenStep, 'id' | 'dueAt' | 'notBefore' | 'moves'>[] =>
  open.map(({ id, dueAt, notBefore, moves }) => ({ id, dueAt, notBefore, moves }));

describe.each([
  ['the end of a pregnancy', ends, 'persoonlijk-afgezegd', PREGNANCY_ENDED],
  ['the death of the child', childDied, 'afgezegd-na-overlijden', 'kind-overleden'],
] as const)('%s', (_name, report, list, ending) => {
  test('silences the case and leaves one confidential list, that ends it', () => {
    const one = report(planned());
    expect(one.last[0]).toMatchObject({ fact: 'happened', confidential: true });
    expect(one.state.open).toMatchObject([{ step: list, confidential: true }]);
    expect(one.decide('jeugdverpleegkundige', list, 'gedaan').state).toMatchObject({ status: 'ended', ending });
    expect(one.facts.slice(-3).map(({ fact }) => fact)).not.toContain('informed');
  });

  test('taken back within a day opens everything again, each step with the term it had', () => {
    const one = planned();
    const { anchors, scheduled, happened } = one.state;
    const before = terms(one.state);
    takeBack(report(one).liveTo(one.now + 23 * HOUR), jvk);
    expect(terms(one.state)).toEqual(before);
    expect(one.state).toMatchObject({ silenced: false, status: 'open', anchors, scheduled, happened, last: null });
  });

  test('taken back, the case reminds, tells and goes on as before', () => {
    const one = takeBack(report(planned()));
    expect(one.decide('jeugdverpleegkundige', 'phb', 'gedaan').kinds).toContain('informed');
    expect(one.until('2026-03-25').kinds).toContain('late');
  });

  test('stands for ever after a day, and says what is possible then', () => {
    const one = report(planned());
    const noted = one.now;
    expect(takeBackAt(one, noted + DAY)).toBeUndefined();
    expect(takeBackAt(one, noted + DAY + 1)).toMatchObject({
      code: 'not-allowed-now',
      message: expect.stringContaining('24 uur'),
    });
  });

  test('is still to be taken back when the list was given to somebody, or somebody was reminded of it', () => {
    const one = report(planned());
    const openStep = one.open(list).id;
    one.send({ kind: 'assign', actor: jvk, openStep, practitioner: 'persoon-2' });
    expect(takeBackAt(one, one.now + 20 * HOUR)).toBeUndefined();
  });

  test('is taken back by who reported it and by who is accountable, and by nobody else', () => {
    const one = report(planned());
    expect(one.refusal((copy) => takeBack(copy, jvk))).toBeUndefined();
    expect(one.refusal((copy) => takeBack(copy, holder('kraamzorg')))?.code).toBe('forbidden');
  });
});

function takeBackAt(one: OneCase, moment: number): { code: string; message: string } | undefined {
  return one.refusal((copy) => takeBack(copy.liveTo(moment)));
}

test('what was reported in a pause finds that pause again', () => {
  const one = planned().send({ kind: 'pause', actor: jvk, reason: 'ziekte', until: '2026-03-20' });
  const { suspensions } = one.state;
  takeBack(ends(one).liveTo(one.now + HOUR));
  expect(one.state).toMatchObject({ status: 'paused', suspensions });
  expect(one.until('2026-03-21').state.status).toBe('open');
});

test('the death of a partner changes nothing in this chain', () => {
  const one = planned().send({ kind: 'event', actor: vk, event: 'overleden', of: 'partner', on: '2026-03-02' });
  expect(one.kinds).toEqual(['happened']);
});
