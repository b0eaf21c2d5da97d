import { describe, expect, test } from 'vitest';
import { OneCase } from '../../test/journeys/one-case.ts';
import { klaar, offer, smallChain, step } from '../../test/journeys/small-chain.ts';
import { holder } from '../../test/journeys/start-case.ts';
import { actionsOf } from './actions.ts';
import type { Attempt } from './messages.ts';

const chain = smallChain({
  bellen: step({ klaar, weer: 'bellen' }, { attempts: true }),
  stil: step({ klaar }),
  aanbod: offer({ gestart: klaar, niet: klaar }, { attempts: true }),
});
const begun = (): OneCase => new OneCase(chain, 'bellen').until('2026-03-05');
const attempt = (one: OneCase, differs: Partial<Attempt> = {}): OneCase =>
  one.send({
    kind: 'attempt',
    actor: holder('tester'),
    openStep: one.state.open[0]!.id,
    on: '2026-03-04',
    channel: 'telefoon',
    reached: false,
    ...differs,
  });

describe('a contact attempt', () => {
  test('is noted with its day, its channel and whether the person was reached', () => {
    const one = attempt(begun(), { channel: 'brief', reached: true });
    expect(one.last).toMatchObject([
      { fact: 'attempted', step: 'bellen', on: '2026-03-04', channel: 'brief', reached: true },
    ]);
    expect(one.open('bellen').attempts).toEqual([{ on: '2026-03-04', channel: 'brief', reached: true }]);
  });

  test('comes after those before it, and changes neither the term nor the ladder', () => {
    const one = begun();
    const { dueAt, rung } = one.open('bellen');
    attempt(attempt(one), { on: '2026-03-05' });
    expect(one.open('bellen')).toMatchObject({ dueAt, rung, attempts: [{ on: '2026-03-04' }, { on: '2026-03-05' }] });
  });

  test('is kept for this opening only', () => {
    expect(attempt(begun()).decide('tester', 'bellen', 'weer').open('bellen').attempts).toEqual([]);
  });

  test.each([
    ['the day of the opening', '2026-03-02', undefined],
    ['today', '2026-03-05', undefined],
    ['the day before the opening', '2026-03-01', 'invalid-input'],
    ['tomorrow', '2026-03-06', 'invalid-input'],
    ['a day that is none', '2026-03-00', 'invalid-input'],
  ])('on %s (%s): %s', (_name, on, code) => {
    expect(begun().refusal((copy) => attempt(copy, { on }))?.code).toBe(code);
  });

  test('is for who holds the step', () => {
    expect(begun().refusal((copy) => attempt(copy, { actor: holder('coach') }))?.code).toBe('forbidden');
  });

  test('is asked only of steps that keep them, and of no step that is not open', () => {
    expect(new OneCase(chain, 'stil').refusal((copy) => attempt(copy))?.code).toBe('not-allowed-now');
    expect(begun().refusal((copy) => attempt(copy, { openStep: 'traject.bellen.9' }))?.code).toBe('not-allowed-now');
  });

  test('is not asked while an offer waits for an answer, and is once it was accepted', () => {
    const one = new OneCase(chain, 'aanbod');
    const listed = (): number => actionsOf(chain, one.state).filter(({ action }) => action === 'attempt').length;
    expect(listed()).toBe(0);
    one.decide('coach', 'aanbod', 'aanvaard');
    expect(listed()).toBe(1);
    expect(attempt(one, { actor: holder('coach'), on: '2026-03-02' }).open('aanbod').attempts).toHaveLength(1);
  });

  test('is not possible in a pause', () => {
    const one = begun().send({ kind: 'pause', actor: holder('tester'), reason: 'ziekte', until: '2026-05-01' });
    expect(one.refusal((copy) => attempt(copy))?.code).toBe('not-allowed-now');
  });
});
