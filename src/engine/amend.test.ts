import { describe, expect, test } from 'vitest';
import { OneCase } from '../../test/journeys/one-case.ts';
import { holder } from '../../test/journeys/start-case.ts';
import { knggV1 } from '../chains/kngg/v1/chain.ts';
import { localDateOf } from './calendar/amsterdam.ts';
import type { Amend } from './messages.ts';
import { rebuild } from './evolve.ts';

const ahead = { twaalf: '2028-05-17', zestien: '2032-05-17', achttien: '2034-05-17' };

/** A case of KnGG from Monday 2 March 2026, at the first contact. */
const begun = (anchors: Record<string, string> = ahead): OneCase => new OneCase(knggV1, 'eerste-contact', { anchors });
const bornOn = (birthdays: Record<string, string>, role = 'czv', more: Partial<Amend> = {}): Amend => ({
  kind: 'amend',
  actor: holder(role),
  fields: ['birthDate'],
  birthdays,
  ...more,
});
const opens = ({ state }: OneCase, key: string): string | null => {
  const at = state.scheduled.find((each) => each.key === key)?.opensAt ?? null;
  return at === null ? null : localDateOf(at);
};

describe('when the birth date is corrected, the birthdays of the case move with it', () => {
  test('what lies ahead opens on the new day, and the old day passes unseen', () => {
    const one = begun({ ...ahead, twaalf: '2026-05-17' });
    expect(opens(one, 'toestemming-12')).toBe('2026-05-17');
    one.send(bornOn({ twaalf: '2026-06-20', zestien: '2030-06-20', achttien: '2032-06-20' }));
    expect(one.state.anchors).toEqual({ twaalf: '2026-06-20', zestien: '2030-06-20', achttien: '2032-06-20' });
    expect(one.until('2026-06-19').openSteps).toEqual(['eerste-contact']);
    expect(one.until('2026-06-20').openSteps).toContain('toestemming-12');
    expect(rebuild(one.facts)).toEqual(one.state);
  });

  test('one that turns out to have passed since the case began is caught up with at once', () => {
    const one = begun({ ...ahead, twaalf: '2026-05-17' }).until('2026-04-01');
    one.send(bornOn({ twaalf: '2026-03-17', zestien: '2030-03-17', achttien: '2032-03-17' }));
    expect(one.until('2026-04-02').openSteps.toSorted()).toEqual(['eerste-contact', 'toestemming-12']);
  });

  test('of someone who turns out to be past 16 only the young person is asked, and not the parents again', () => {
    const one = begun({ ...ahead, twaalf: '2026-05-17' }).until('2026-04-01');
    one.send(bornOn({ twaalf: '2022-03-17', zestien: '2026-03-17', achttien: '2028-03-17' }));
    expect(one.until('2026-04-02').openSteps.toSorted()).toEqual(['eerste-contact', 'toestemming-16']);
  });

  test('one that had passed when the case began asks nothing', () => {
    const one = begun({ zestien: '2029-05-17', achttien: '2031-05-17' });
    one.send(bornOn({ twaalf: '2025-05-16', zestien: '2029-05-16', achttien: '2031-05-16' }));
    expect(one.state.anchors).toEqual({ zestien: '2029-05-16', achttien: '2031-05-16' });
    expect(one.until('2026-06-20').openSteps).toEqual(['eerste-contact']);
  });

  test('one that had passed, and lies ahead after all, is waited for', () => {
    const one = begun({ zestien: '2029-05-17', achttien: '2031-05-17' });
    one.send(bornOn({ twaalf: '2026-05-17', zestien: '2030-05-17', achttien: '2032-05-17' }));
    expect(opens(one, 'toestemming-12')).toBe('2026-05-17');
  });

  test('half a year before the eighteenth birthday moves too, once the intake has begun', () => {
    const one = begun().decide('czv', 'eerste-contact', 'bereikt');
    expect(opens(one, 'naar-volwassen')).toBe('2033-11-17');
    one.send(bornOn({ twaalf: '2020-05-17', zestien: '2024-05-17', achttien: '2026-05-17' }));
    expect(one.until('2026-03-03').openSteps).toContain('naar-volwassen');
  });

  test('a decision from before it can no longer be taken back: that would bring the old days back', () => {
    const one = begun().decide('czv', 'eerste-contact', 'bereikt');
    expect(one.state.last).not.toBeNull();
    one.send({ kind: 'amend', actor: holder('czv'), fields: ['phone'] });
    expect(one.state.last).not.toBeNull();
    one.send(bornOn({ ...ahead, twaalf: '2028-05-18' }));
    expect(one.state.last).toBeNull();
  });
});

describe('who keeps particulars up to date', () => {
  test('someone without a part in the case may not, unless it was done in another case of the same person', () => {
    const one = begun();
    const stranger = { role: 'sociaal-verwijzer', organisation: 'een-ander', practitioner: null };
    const moved = { ...ahead, twaalf: '2028-05-18' };
    const refusal = one.refusal((copy) => copy.send(bornOn(moved, 'czv', { actor: stranger })));
    expect(refusal).toMatchObject({ code: 'forbidden' });
    one.send(bornOn(moved, 'czv', { actor: stranger, elsewhere: true }));
    expect(one.state.anchors['twaalf']).toBe('2028-05-18');
    expect(one.last.find(({ fact }) => fact === 'amended')).toMatchObject({ actor: { system: 'engine' } });
    expect(JSON.stringify(one.last)).not.toContain('een-ander');
  });
});
