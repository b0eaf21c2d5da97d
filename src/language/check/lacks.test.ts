import { describe } from 'vitest';
import { accepts, refuses } from '../../../test/language/refusals.ts';

const week = { knob: 'P1W', min: 'P1W', max: 'P4W' };
const hulp = {
  kind: 'assess',
  label: 'Hulp',
  by: 'coach',
  within: week,
  outcomes: {
    klaar: { label: 'Klaar', to: 'na' },
    stop: { label: 'Stop', to: { end: 'weg' }, inform: 'afgerond' },
  },
};
const lack = { gap: 'geen-hulp', fallback: 'na' };

/** The sound chain with a step that a place may lack; the step or its declaration said otherwise. */
function lacking(step: object, declared: object = lack): Record<string, unknown> {
  return {
    'steps/hulp': { ...hulp, ...step },
    'steps/na/outcomes/hulp': { label: 'Hulp', to: 'hulp' },
    'phases/twee/steps/5': 'hulp',
    mayLack: { hulp: declared },
  };
}
const ways = (outcomes: object): object => ({ outcomes });
const only = (id: string, fallback: string): Record<string, unknown> => ({ mayLack: { [id]: { gap: 'g', fallback } } });

describe('a place may lack', () => {
  accepts([
    ['a step with a term of its own choosing, with a fallback', lacking({})],
    [
      'a step that tells the referrer of one of its outcomes',
      lacking(ways({ ...hulp.outcomes, gestart: { label: 'Gestart', to: 'na', inform: 'gezien' } })),
    ],
    ['a step that always tells what another tells too', lacking(ways({ stop: hulp.outcomes.stop }))],
  ]);
});

describe('no place may lack a terugkoppeling', () => {
  const milestone = { 'milestones/begonnen': { full: 'Begonnen.', neutral: 'Begonnen.' } };
  refuses([
    [
      'of its own kind',
      only('bericht', 'overdracht'),
      [
        'mayLack bericht: only there the referrer is told gezien',
        'mayLack bericht: fallback: branches come together at overdracht',
      ],
    ],
    [
      'that whoever does the step always gives, and that nobody else gives',
      {
        ...lacking(
          ways({
            klaar: { label: 'Klaar', to: 'na', inform: 'begonnen' },
            anders: { label: 'Anders', to: 'na', by: 'sender' },
          }),
        ),
        ...milestone,
        'steps/hulp/kind': 'handoff',
        'steps/hulp/from': 'tester',
        'steps/hulp/accept': week,
      },
      ['mayLack hulp: only there the referrer is told begonnen'],
    ],
    [
      'of a first contact that is late',
      { ...lacking({ missed: 'begonnen' }), ...milestone },
      ['mayLack hulp: only there the referrer is told begonnen'],
    ],
  ]);
});

describe('no place may lack a consent', () => {
  refuses([
    [
      'that an outcome gives',
      lacking(ways({ ...hulp.outcomes, ja: { label: 'Ja', to: 'na', gives: ['overdracht'] } })),
      ['mayLack hulp: consent is given there'],
    ],
    [
      'that is asked with a form of that name',
      { ...lacking({}), 'steps/hulp/form': 'toestemming' },
      ['mayLack hulp: consent is given there'],
    ],
  ]);
});

describe('no place may lack a sourced term', () => {
  const fixed = { fixed: 'P3W', source: 'BRON' };
  refuses([
    ['of the step itself', lacking({ within: fixed }), ['mayLack hulp: BRON fixes its term']],
    [
      'that counts from the step',
      { ...lacking({}), 'steps/na/within/aim': { since: 'hulp', length: fixed } },
      ['mayLack hulp: a term of na counts from it, which a document fixes'],
    ],
    [
      'after which time opens another step',
      { ...lacking({}), 'steps/nabellen/opens': { every: fixed, from: 'hulp' } },
      ['mayLack hulp: a term of nabellen counts from it, which a document fixes'],
    ],
    [
      'of a ceiling',
      { ...lacking({}), 'limits/plafond/until': 'hulp' },
      ['mayLack hulp: “Plafond” hangs on it, which BRON fixes'],
    ],
  ]);
  accepts([
    [
      'but one that counts from it and that a place may set itself',
      { ...lacking({}), 'steps/nabellen/opens': { every: week, from: 'hulp' } },
    ],
  ]);
});

describe('no place may lack what everything rests on', () => {
  refuses([
    ['the intake', { ...lacking({}), intake: 'hulp' }, ['mayLack hulp: it is the intake']],
    [
      'where a referral begins',
      { ...lacking({}), 'entries/coach': ['hulp'] },
      ['mayLack hulp: a referral may begin there'],
    ],
    ['a rule', only('beslis', 'wachten'), ['mayLack beslis: it is a rule, which needs nobody and is everywhere']],
    [
      'where people wait for a group',
      only('wachten', 'na'),
      ['mayLack wachten: people wait there for a group', 'mayLack wachten: BRON fixes its term'],
    ],
    [
      'where branches come together',
      only('overdracht', 'na'),
      ['mayLack overdracht: branches come together there', 'mayLack overdracht: BRON fixes its term'],
    ],
  ]);
});

describe('the way on is there in every place, and ends', () => {
  const other = {
    'steps/meer': { ...hulp, label: 'Meer' },
    'steps/na/outcomes/meer': { label: 'Meer', to: 'meer' },
    'phases/twee/steps/6': 'meer',
  };
  refuses([
    ['a step that is not there', only('hlp', 'na'), ['mayLack hlp: there is no step hlp']],
    [
      'a fallback that is not there',
      lacking({}, { gap: 'g', fallback: 'n' }),
      ['mayLack hulp: fallback: there is no step n'],
    ],
    ['a gap without a name', lacking({}, { gap: ' ', fallback: 'na' }), ['mayLack hulp: its gap has no name']],
    [
      'the step itself',
      lacking({}, { gap: 'g', fallback: 'hulp' }),
      ['mayLack hulp: fallback: a place may lack hulp too'],
    ],
    [
      'a fallback that a place may lack as well',
      {
        ...lacking({}, { gap: 'g', fallback: 'meer' }),
        ...other,
        'mayLack/meer': { gap: 'g', fallback: 'na' },
      },
      ['mayLack hulp: fallback: a place may lack meer too'],
    ],
    [
      'a fallback that leads back without anybody',
      {
        ...lacking({}, { gap: 'g', fallback: 'terug' }),
        'steps/terug': {
          kind: 'rule',
          label: 'Terug',
          rule: 'terug',
          version: '1',
          decides: [],
          otherwise: 'weer',
          outcomes: { weer: { label: 'Weer', to: 'hulp' } },
        },
        'phases/twee/steps/6': 'terug',
      },
      ['step terug: it comes back to itself without anybody or any clock', 'step terug: no path from here ends'],
    ],
    [
      'a fallback from which the case only comes back',
      {
        ...lacking({}, { gap: 'g', fallback: 'meer' }),
        ...other,
        'steps/meer/outcomes': { weer: { label: 'Weer', to: 'hulp' } },
      },
      ['step meer: no path from here ends'],
    ],
    [
      'a fallback that leaves, where nothing else may be open',
      {
        ...lacking({}, { gap: 'g', fallback: 'meer' }),
        ...other,
        'steps/na/outcomes/meer': undefined,
        'steps/meer/outcomes': { klaar: { label: 'Klaar', to: { leave: true } } },
      },
      ['step meer: outcome klaar leaves, and the case may have nothing else open'],
    ],
  ]);
});
