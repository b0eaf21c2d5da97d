import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { soundChain, spoiled } from '../../test/language/sound-chain.ts';
import { definitions } from '../chains/index.ts';
import { knob, sourced } from '../language/define.ts';
import { knobsOf } from '../language/knobs.ts';
import { CaseError } from './case-error.ts';
import { describeChain, describeDefinition } from './describe-chain.ts';

const outcome = z.looseObject({ id: z.string(), label: z.string(), to: z.record(z.string(), z.unknown()) });
const step = z.looseObject({
  id: z.string(),
  label: z.string().min(1),
  kind: z.enum(['assess', 'handoff', 'inform', 'wait', 'rule']),
  role: z.string().min(1),
  term: z.looseObject({ value: z.string().min(2), words: z.string().min(1) }).optional(),
  outcomes: z.array(outcome).min(1),
});
const described = z.looseObject({ id: z.string(), steps: z.array(step), knobs: z.record(z.string(), z.unknown()) });

const read = (chain = soundChain): z.infer<typeof described> => described.parse(describeDefinition(chain));
const stepOf = (id: string, chain = soundChain): z.infer<typeof step> | undefined =>
  read(chain).steps.find((each) => each.id === id);

describe.each(Object.keys(definitions))('%s as callers read it', (id) => {
  const chain = definitions[id]!.at(-1)!;
  const answer = z
    .looseObject({ ...described.shape, forms: z.record(z.string(), z.record(z.string(), z.unknown())) })
    .parse(describeChain(id, undefined));

  test('has every step, with kind, label and role, and a term for all that somebody holds', () => {
    expect(answer.steps.map((each) => each.id)).toEqual(Object.keys(chain.steps));
    for (const each of answer.steps) expect(each.term === undefined, each.id).toBe(each.kind === 'rule');
  });

  test('has every outcome of every step, with where it leads', () => {
    for (const each of answer.steps) {
      expect(each.outcomes.map((way) => way.id)).toEqual(Object.keys(chain.steps[each.id]!.outcomes));
      const ways = ['step', 'end', 'gap', 'all', 'leave', 'byKnob'];
      for (const { to } of each.outcomes) expect(ways.filter((way) => way in to)).toHaveLength(1);
    }
  });

  test('has the schema of every form that a step asks for', () => {
    const asked = answer.steps.flatMap(({ form }) => (typeof form === 'string' ? [form] : []));
    expect(Object.keys(answer.forms).toSorted()).toEqual([...new Set(asked)].toSorted());
    for (const schema of Object.values(answer.forms)) expect(schema).toMatchObject({ type: 'object' });
  });

  test('has every knob, and is plain JSON', () => {
    expect(Object.keys(answer.knobs)).toEqual(knobsOf(chain).map(({ name }) => name));
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });
});

test('a chain or version that does not exist is not found', () => {
  for (const id of ['onbekend', '__proto__', 'constructor'])
    expect(() => describeChain(id, undefined)).toThrow(CaseError);
  expect(() => describeChain('valpreventie', 99)).toThrow(CaseError);
});

describe('a term is described by its value, its origin and what it counts from', () => {
  test.each<[string, object]>([
    ['begin', { value: '10wd', min: '5wd', max: 'P4W', assumption: true, knob: 'begin.within' }],
    ['kraam', { value: 'P5D', source: 'BRON', from: { after: 'dag' }, words: '5 dagen na “de dag” (bron BRON)' }],
    ['overdracht', { value: 'P4W', source: 'BRON', from: { step: 'begin' } }],
    [
      'na',
      {
        value: 'P1W',
        assumption: true,
        knob: 'na.due',
        from: { after: 'eind' },
        otherwise: { value: 'P1W', assumption: true },
        notBefore: { value: 'P3W', source: 'BRON', from: { before: 'eind' } },
        aim: { value: 'P2W', source: 'BRON', from: { before: 'eind' } },
      },
    ],
    ['wachten', { value: 'P3M', byVariant: 'spoed', cases: { ja: { value: '1wd', source: 'BRON' } } }],
    ['zij', { value: 'P2W', byCode: 'kans', cases: { a: { value: 'P1W', source: 'BRON' } } }],
  ])('%s', (id, term) => {
    expect(stepOf(id)?.term).toMatchObject(term);
  });

  test('a bounded value that a document states is no assumption', () => {
    const within = knob('P1M', { min: 'P1M', max: 'P2M', source: 'GALA' });
    const { term } = stepOf('kraam', spoiled({ 'steps/kraam/within': within })) ?? {};
    expect(term).toMatchObject({ value: 'P1M', source: 'GALA', knob: 'kraam.within' });
    expect(term).not.toHaveProperty('assumption');
  });
});

describe('a step is described by its kind', () => {
  test('one role is its role; of several the first is, and all are named', () => {
    expect(stepOf('begin')).toMatchObject({ role: 'tester' });
    expect(stepOf('begin')).not.toHaveProperty('roles');
    expect(stepOf('overdracht')).toMatchObject({ role: 'coach', roles: ['coach', 'huisarts'] });
  });

  test('a rule is done by systeem, has no term, and tells its lines in words', () => {
    expect(stepOf('beslis')).toMatchObject({
      role: 'systeem',
      rule: 'regel',
      version: '1',
      decides: [{ when: 'als kans is: a', outcome: 'wacht' }],
      otherwise: 'verder',
    });
    expect(stepOf('beslis')).not.toHaveProperty('term');
  });

  test('a hand-off names its sender and the time to accept', () => {
    expect(stepOf('overdracht')).toMatchObject({
      from: 'tester',
      warm: true,
      accept: { value: '5wd', knob: 'overdracht.accept' },
      join: ['main', 'zij'],
    });
  });

  test('a wait names what it waits for, who reports, and how many make a group', () => {
    expect(stepOf('wachten')).toMatchObject({
      waitsFor: 'een groep',
      reports: ['huisarts'],
      ready: { waiting: 'kern', n: { knob: 8, min: 6, max: 12 } },
    });
  });

  test('an assessment names its form, its rule, who may override, and what is kept', () => {
    expect(stepOf('begin')).toMatchObject({
      form: 'intake',
      propose: 'kans',
      override: { reason: 'blik' },
      keeps: ['kans', 'lijst'],
    });
    expect(stepOf('bericht')).toMatchObject({ tells: 'gezien' });
  });

  test('each names its phase and who is regiehouder there', () => {
    expect(stepOf('wachten')).toMatchObject({ phase: 'een', regie: ['tester'] });
    expect(stepOf('kraam')).toMatchObject({ phase: 'twee', regie: ['coach', 'tester'] });
    expect(stepOf('kraam', spoiled({ phases: undefined }))).not.toHaveProperty('phase');
  });

  test('what opens it is told as data and in words', () => {
    const opens = (id: string, chain = soundChain): unknown => stepOf(id, chain)?.['opens'];
    expect(opens('kraam')).toEqual({ event: 'geboorte', words: 'bij “Geboorte”, in elk lopend traject, één keer' });
    expect(opens('evaluatie')).toMatchObject({ from: 'begin', every: { value: 'P6M', knob: 'evaluatie.opens' } });
    expect(opens('nabellen')).toMatchObject({ whileOpen: 'na', at: { value: 'P3W', from: { before: 'eind' } } });
    const after = [sourced('P3M', 'B'), knob('P6M', { min: 'P5M', max: 'P7M' })];
    expect(opens('nabellen', spoiled({ 'steps/nabellen/opens': { after, from: 'na' } }))).toMatchObject({
      after: [
        { value: 'P3M', source: 'B' },
        { value: 'P6M', knob: 'nabellen.opens.2' },
      ],
    });
    expect(stepOf('evaluatie')).toMatchObject({ lapsesOn: ['na', 'geboorte'], each: 'lijst' });
  });
});

test('an outcome is described with its target and its conditions in words', () => {
  const outcomes = stepOf('begin')?.outcomes;
  expect(outcomes).toEqual([
    {
      id: 'ja',
      label: 'Ja',
      to: { byKnob: 'route', cases: { aan: { step: 'beslis' }, uit: { gap: 'route', fallback: 'wachten' } } },
      inform: 'gezien',
    },
    {
      id: 'spoed',
      label: 'Spoed',
      to: { step: 'wachten', with: { spoed: 'ja' } },
      when: 'ten hoogste 2 keer en na 3 contactpogingen, op verschillende dagen en één keer schriftelijk',
    },
    {
      id: 'samen',
      label: 'Samen',
      to: { all: [{ step: 'beslis' }, { step: 'zij' }] },
      when: expect.stringContaining('één keer per 12 maanden'),
    },
    { id: 'nee', label: 'Nee', to: { end: 'weg' }, inform: 'afgerond', mark: 'otago' },
  ]);
  expect(stepOf('zij')?.outcomes[0]?.to).toEqual({ leave: true });
  expect(stepOf('overdracht')?.outcomes[1]).toMatchObject({ by: 'sender', reason: 'required' });
});

test('what holds over all steps is described: dates, events, limits, for whom, who pays, groups', () => {
  expect(read()).toMatchObject({
    anchors: soundChain.anchors,
    events: soundChain.events,
    variants: soundChain.variants,
    inclusion: soundChain.inclusion,
    limits: {
      plafond: {
        label: 'Plafond',
        from: 'begin',
        until: 'na',
        opens: 'evaluatie',
        within: { value: 'P3Y6M', source: 'BRON' },
      },
    },
    payers: [
      { payer: 'zvw', version: '1', when: 'als de uitkomst van Begin was: Ja', validUntil: '2026-12-31' },
      { payer: 'gemeente', when: '' },
    ],
    group: { waits: 'wachten', leads: 'coach' },
    knobs: { route: { kind: 'switch', default: 'aan' }, 'wachten.n': { kind: 'number', min: '6' } },
  });
});
