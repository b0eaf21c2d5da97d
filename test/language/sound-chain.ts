import {
  after,
  all,
  type AnyChain,
  assess,
  atMost,
  attempts,
  before,
  byCode,
  byKnob,
  byVariant,
  decided,
  defineChain,
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
} from '../../src/language/define.ts';

const week = knob('P1W', { min: 'P1W', max: 'P4W' });
const klaar = { label: 'Klaar', to: leave() } as const;

/** A small chain that says everything once. Nothing is wrong with it. */
export const soundChain: AnyChain = defineChain({
  id: 'proef',
  version: 1,
  label: 'Proef',
  published: false,
  roles: { tester: 'Tester', coach: 'Coach', huisarts: 'Huisarts' },
  endings: { klaar: 'Klaar', weg: 'Weg' },
  milestones: {
    gezien: { full: 'De inwoner is gezien.', neutral: 'Er is iets gedaan.' },
    afgerond: { full: 'Het is afgerond.', neutral: 'Het is afgerond.' },
  },
  reasons: { blik: 'Klinische blik' },
  knobs: { route: { options: ['aan', 'uit'], default: 'aan', label: 'Is de route er?' } },
  anchors: { dag: 'De dag', start: 'Eerste dag', eind: 'Laatste dag' },
  events: { geboorte: { label: 'Geboorte', anchor: 'dag' } },
  variants: { spoed: ['ja', 'nee'] },
  marks: { otago: 'Otago' },
  entries: { huisarts: ['begin'] },
  inclusion: [{ label: 'Volwassen', minAge: 18, maxAge: 80, instead: 'De jeugdarts' }],
  afterConsent: ['wachten'],
  phases: {
    een: { label: 'Een', regie: 'tester', steps: ['begin', 'beslis', 'bericht', 'wachten', 'overdracht'] },
    twee: { label: 'Twee', regie: ['coach', 'tester'], steps: ['na', 'zij', 'evaluatie', 'kraam', 'nabellen'] },
  },
  limits: {
    plafond: { label: 'Plafond', from: 'begin', until: 'na', within: sourced('P3Y6M', 'BRON'), opens: 'evaluatie' },
  },
  payers: {
    version: '1',
    rules: [
      { payer: 'zvw', basis: 'Zvw', when: [decided('begin', 'ja')], validFrom: '2024-01-01', validUntil: '2026-12-31' },
      { payer: 'gemeente', basis: 'SPUK', when: [], validFrom: '2024-01-01' },
    ],
  },
  group: { waits: 'wachten', during: ['na'], starts: 'start', ends: 'eind', leads: 'coach' },
  steps: {
    begin: assess({
      label: 'Begin',
      by: 'tester',
      with: ['huisarts'],
      form: 'intake',
      propose: 'kans',
      override: { reason: 'blik' },
      keeps: ['kans', 'lijst'],
      attempts: true,
      missed: 'gezien',
      within: knob('10wd', { min: '5wd', max: 'P4W' }),
      outcomes: {
        ja: { label: 'Ja', to: byKnob('route', { aan: 'beslis', uit: gap('route', 'wachten') }), inform: 'gezien' },
        spoed: { label: 'Spoed', to: to('wachten', { spoed: 'ja' }), when: [atMost(2), attempts(3)] },
        samen: {
          label: 'Samen',
          to: all('beslis', 'zij'),
          when: [oncePer('P12M', 'otago'), keptIs('kans', 'a'), decided('begin', 'ja')],
        },
        nee: { label: 'Nee', to: end('weg'), inform: 'afgerond', mark: 'otago' },
      },
    }),
    beslis: rule({
      label: 'Beslis',
      rule: 'regel',
      version: '1',
      decides: [{ when: [keptIs('kans', 'a')], outcome: 'wacht' }],
      otherwise: 'verder',
      outcomes: { wacht: { label: 'Wacht', to: 'wachten' }, verder: { label: 'Verder', to: 'bericht' } },
    }),
    bericht: inform({
      label: 'Bericht',
      by: 'coach',
      tells: 'gezien',
      within: week,
      outcomes: { gedaan: { label: 'Gedaan', to: 'overdracht' } },
    }),
    wachten: wait({
      label: 'Wachten',
      by: 'coach',
      waitsFor: 'een groep',
      reports: ['huisarts'],
      ready: { waiting: 'kern', n: numberKnob(8, { min: 6, max: 12, label: 'Deelnemers' }) },
      within: byVariant('spoed', { ja: sourced('1wd', 'BRON') }, knob('P3M', { min: 'P1M', max: 'P6M' })),
      outcomes: {
        vol: { label: 'Vol', to: 'overdracht', group: 'joins' },
        opnieuw: { label: 'Opnieuw', to: 'begin' },
      },
    }),
    overdracht: handoff({
      label: 'Overdracht',
      from: 'tester',
      by: ['coach', 'huisarts'],
      warm: true,
      accept: knob('5wd', { min: '2wd', max: '10wd' }),
      join: ['main', 'zij'],
      within: since('begin', sourced('P4W', 'BRON')),
      outcomes: {
        gestart: { label: 'Gestart', to: 'na' },
        niet: { label: 'Niet', to: 'begin', by: 'sender', reason: 'required' },
      },
    }),
    na: assess({
      label: 'Na',
      by: 'coach',
      within: {
        notBefore: before('eind', sourced('P3W', 'BRON')),
        aim: before('eind', sourced('P2W', 'BRON')),
        due: after('eind', knob('P1W', { min: 'P0D', max: 'P4W' }), { otherwise: week }),
      },
      outcomes: {
        klaar: { label: 'Klaar', to: end('klaar'), inform: 'afgerond' },
        terug: { label: 'Terug', to: 'wachten', group: 'leaves' },
      },
    }),
    zij: assess({
      label: 'Ernaast',
      by: 'huisarts',
      within: byCode('kans', { a: sourced('P1W', 'BRON') }, sourced('P2W', 'BRON')),
      outcomes: { klaar, samen: { label: 'Samen', to: 'overdracht' } },
    }),
    evaluatie: assess({
      label: 'Evaluatie',
      by: 'coach',
      opens: { every: knob('P6M', { min: 'P3M', max: 'P12M' }), from: 'begin' },
      lapsesOn: ['na', 'geboorte'],
      each: 'lijst',
      within: week,
      outcomes: { klaar },
    }),
    kraam: assess({
      label: 'Kraamweek',
      by: 'coach',
      opens: on('geboorte', { inEveryOpenCase: true, once: true }),
      within: after('dag', sourced('P5D', 'BRON')),
      outcomes: { klaar },
    }),
    nabellen: assess({
      label: 'Nabellen',
      by: 'coach',
      opens: { at: before('eind', sourced('P3W', 'BRON')), opening: 'na' },
      within: week,
      outcomes: { klaar },
    }),
  },
});

/** What is to be set where: 'steps/begin/by' -> a value; undefined takes it away. */
export type Spoils = Readonly<Record<string, unknown>>;

/** The sound chain as data, with some things set otherwise. @throws when a path leads nowhere. */
export function spoiled(spoils: Spoils, chain: AnyChain = soundChain): AnyChain {
  const made = JSON.parse(JSON.stringify(chain)) as Record<string, unknown>;
  for (const [path, value] of Object.entries(spoils)) {
    const names = path.split('/');
    const last = names.pop() ?? '';
    const parent = names.reduce<Record<string, unknown>>((at, name) => {
      const next = at[name];
      if (typeof next !== 'object' || next === null) throw new Error(`there is no ${path} to spoil`);
      return next as Record<string, unknown>;
    }, made);
    if (value === undefined) delete parent[last];
    else parent[last] = value;
  }
  return made as unknown as AnyChain;
}
