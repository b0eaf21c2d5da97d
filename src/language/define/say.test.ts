import { describe, expect, test } from 'vitest';
import {
  after,
  all,
  assess,
  atMost,
  attempts,
  before,
  byCode,
  byKnob,
  byVariant,
  decided,
  end,
  gap,
  handoff,
  inform,
  keptIs,
  knob,
  leave,
  numberKnob,
  on,
  oncePer,
  rule,
  since,
  sourced,
  to,
  wait,
} from './say.ts';

const week = sourced('P1W', 'BRON');
const bounds = { min: 'P1D', max: 'P2D' } as const;
const step = { label: 'S', by: 'a', within: week, outcomes: {} } as const;

/** How it is written in a chain, and the plain data that engine, history and read model get. */
const sayings: readonly (readonly [how: string, said: object, data: object])[] = [
  ['assess', assess(step), { ...step, kind: 'assess' }],
  ['handoff', handoff({ ...step, from: 'b', accept: week }), { ...step, from: 'b', accept: week, kind: 'handoff' }],
  ['inform', inform({ ...step, tells: 'm' }), { ...step, tells: 'm', kind: 'inform' }],
  ['wait', wait({ ...step, waitsFor: 'w' }), { ...step, waitsFor: 'w', kind: 'wait' }],
  [
    'rule',
    rule({ label: 'R', rule: 'r', version: '1', decides: [], otherwise: 'x', outcomes: {} }),
    { kind: 'rule', label: 'R', rule: 'r', version: '1', decides: [], otherwise: 'x', outcomes: {} },
  ],
  ['end', end('e'), { end: 'e' }],
  ['gap', gap('g', 's'), { gap: 'g', fallback: 's' }],
  ['to', to('s', { spoed: 'ja' }), { step: 's', with: { spoed: 'ja' } }],
  ['leave', leave(), { leave: true }],
  ['all', all('a', 'b'), { all: ['a', 'b'] }],
  ['byKnob', byKnob('k', { aan: 'a' }), { byKnob: 'k', cases: { aan: 'a' } }],
  ['knob', knob('P1D', bounds), { knob: 'P1D', min: 'P1D', max: 'P2D' }],
  ['knob with a source', knob('P1D', { ...bounds, source: 'B' }), { knob: 'P1D', min: 'P1D', max: 'P2D', source: 'B' }],
  ['numberKnob', numberKnob(8, { min: 6, max: 9, label: 'N' }), { knob: 8, min: 6, max: 9, label: 'N' }],
  ['sourced', week, { fixed: 'P1W', source: 'BRON' }],
  ['since', since('s', week), { since: 's', length: week }],
  ['after', after('a', week), { after: 'a', length: week }],
  ['before', before('a', week), { before: 'a', length: week }],
  ['since otherwise', since('s', week, { otherwise: week }), { since: 's', length: week, otherwise: week }],
  ['after otherwise', after('a', week, { otherwise: week }), { after: 'a', length: week, otherwise: week }],
  ['before otherwise', before('a', week, { otherwise: week }), { before: 'a', length: week, otherwise: week }],
  ['byVariant', byVariant('v', { ja: week }, week), { byVariant: 'v', cases: { ja: week }, otherwise: week }],
  ['byCode', byCode('c', { a: week }, week), { byCode: 'c', cases: { a: week }, otherwise: week }],
  ['on', on('e'), { on: 'e' }],
  [
    'on, everywhere and once',
    on('e', { inEveryOpenCase: true, once: true }),
    { on: 'e', inEveryOpenCase: true, once: true },
  ],
  ['atMost', atMost(2), { atMost: 2 }],
  ['attempts', attempts(3), { attempts: 3 }],
  ['decided', decided('s', 'a', 'b'), { step: 's', outcome: ['a', 'b'] }],
  ['keptIs', keptIs('c', 'a', 'b'), { code: 'c', in: ['a', 'b'] }],
  ['oncePer', oncePer('P12M', 'm'), { mark: 'm', oncePer: 'P12M' }],
];

describe('what is said in a chain is plain data', () => {
  test.each(sayings)('%s', (_how, said, data) => {
    expect(said).toStrictEqual(data);
    expect(JSON.parse(JSON.stringify(said))).toStrictEqual(data);
  });
});
