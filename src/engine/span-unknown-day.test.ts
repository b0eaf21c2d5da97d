import { expect, test } from 'vitest';
import { before, knob, sourced } from '../language/define.ts';
import { MONDAY, referral } from '../../test/journeys/start-case.ts';
import { valpreventieV1 } from '../chains/valpreventie/v1/chain.ts';
import { apply } from './apply.ts';
import { spanOf } from './span.ts';

const { state } = apply(valpreventieV1, null, 'c1', referral(valpreventieV1, 'valrisicotest'), MONDAY);
const window = {
  notBefore: before('einde-groep', sourced('P2W', 'ALMERE')),
  aim: before('einde-groep', sourced('P0D', 'ALMERE')),
  due: before('einde-groep', sourced('P0D', 'ALMERE'), { otherwise: knob('P10D', { min: 'P1D', max: 'P20D' }) }),
};
const day = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString().slice(0, 10));

test('a first day and an aim that hang on a date not known yet are none; what must be done has its fallback', () => {
  const span = spanOf(window, { state, step: 't1', variant: {}, openedAt: MONDAY });
  expect([span.notBefore, span.aim, day(span.dueAt)]).toEqual([null, null, '2026-03-12']);
});

test('once the date is known all three are read from it', () => {
  const known = { ...state, anchors: { 'einde-groep': '2026-07-01' } };
  const span = spanOf(window, { state: known, step: 't1', variant: {}, openedAt: MONDAY });
  // The first day begins, the others end, at midnight in Amsterdam.
  expect([day(span.notBefore), day(span.aim), day(span.dueAt)]).toEqual(['2026-06-16', '2026-07-01', '2026-07-01']);
});
