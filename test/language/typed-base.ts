import { assess, before, end, knob, leave } from '../../src/language/define.ts';

/* Parts for chains that the compiler is to refuse: all that stands here is right. */

export const within = knob('10wd', { min: '5wd', max: '20wd' });
export const klaar = { label: 'Klaar', to: end('klaar') } as const;
export const los = { label: 'Los', to: leave() } as const;

export const base = {
  id: 'proef',
  version: 1,
  label: 'Proef',
  published: false,
  roles: { tester: 'Tester', coach: 'Coach' },
  endings: { klaar: 'Klaar' },
  milestones: { gezien: { full: 'Gezien.', neutral: 'Iets.' } },
  reasons: { blik: 'Klinische blik' },
  knobs: {},
  anchors: { dag: 'De dag', eind: 'Het einde' },
  events: { geboorte: { label: 'Geboorte', anchor: 'dag' } },
  variants: { spoed: ['ja', 'nee'] },
  marks: { otago: 'Otago' },
  entries: { huisarts: ['begin'] },
  afterConsent: [],
} as const;

/** What every step begins with. */
export const s = { label: 'Stap', by: 'tester', within } as const;
export const begin = assess({ ...s, form: 'intake', keeps: ['kans', 'lijst'], outcomes: { klaar } });
export const zij = assess({ ...s, outcomes: { los } });
export const eind = before('eind', within);
export const nergens = before('nergens', within);
export const zvw = { payer: 'zvw', basis: 'Zvw', validFrom: '2024-01-01' } as const;
export const hand = { ...s, from: 'tester', accept: within } as const;
