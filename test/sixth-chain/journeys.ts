import type { Journey } from '../journeys/journey.ts';

const base = { chain: 'verkennend-gesprek', municipality: 'enschede' } as const;
const begins = {
  who: 'huisarts',
  consent: ['terugkoppeling'],
  opens: ['bespreken @ huisarts'],
} as const satisfies Journey['referral'];

/** Together they take every outcome of every step. */
export const verkennendGesprekJourneys: readonly Journey[] = [
  {
    ...base,
    name: 'de ggz kan het niet overnemen, er komt hulp uit de buurt, en later nog een gesprek',
    referral: begins,
    steps: [
      { who: 'huisarts', decides: 'bespreken', outcome: 'aangemeld', form: { voorkeur: 'bellen' } },
      { who: 'sociaal-verwijzer', decides: 'uitnodigen', outcome: 'afgesproken' },
      {
        after: 'P7D',
        who: 'sociaal-verwijzer',
        decides: 'gesprek',
        outcome: 'behandeling',
        form: { behandeling: true },
      },
      { who: 'sociaal-verwijzer', decides: 'overnemen', outcome: 'niet-mogelijk', reason: 'geen-plek' },
      { who: 'sociaal-verwijzer', decides: 'gesprek', outcome: 'sociaal-domein', form: { herstel: false } },
      { who: 'sociaal-verwijzer', decides: 'terugkoppeling', outcome: 'gedaan' },
      { who: 'huisarts', decides: 'vervolg', outcome: 'opnieuw' },
      { who: 'huisarts', decides: 'bespreken', outcome: 'aangemeld', form: {} },
      { who: 'sociaal-verwijzer', decides: 'uitnodigen', outcome: 'afgesproken' },
      {
        who: 'sociaal-verwijzer',
        decides: 'gesprek',
        outcome: 'niet-gekomen',
        form: {},
        reason: 'anders-ingeschat',
      },
      { who: 'sociaal-verwijzer', decides: 'uitnodigen', outcome: 'afgesproken' },
      { who: 'sociaal-verwijzer', decides: 'gesprek', outcome: 'eigen-omgeving', form: { herstel: true } },
      { who: 'sociaal-verwijzer', decides: 'terugkoppeling', outcome: 'gedaan' },
      { who: 'huisarts', decides: 'vervolg', outcome: 'afgerond' },
    ],
    ending: 'afgerond',
    feedback: [],
  },
  {
    ...base,
    name: 'de ggz neemt de behandeling over',
    referral: begins,
    steps: [
      { who: 'huisarts', decides: 'bespreken', outcome: 'aangemeld', form: {} },
      { who: 'sociaal-verwijzer', decides: 'uitnodigen', outcome: 'afgesproken' },
      {
        after: 'P16D',
        who: 'sociaal-verwijzer',
        decides: 'gesprek',
        outcome: 'behandeling',
        form: { behandeling: true },
      },
      { who: 'sociaal-verwijzer', decides: 'overnemen', outcome: 'aanvaard' },
      { after: 'P7D', who: 'sociaal-verwijzer', decides: 'overnemen', outcome: 'overgenomen' },
      { who: 'sociaal-verwijzer', decides: 'terugkoppeling', outcome: 'gedaan' },
      { who: 'huisarts', decides: 'vervolg', outcome: 'afgerond' },
    ],
    ending: 'afgerond',
    feedback: [],
  },
  {
    ...base,
    name: 'na drie pogingen niet bereikt',
    referral: begins,
    steps: [
      { who: 'huisarts', decides: 'bespreken', outcome: 'aangemeld', form: {} },
      { who: 'sociaal-verwijzer', attempts: 'uitnodigen', channel: 'brief', reached: false },
      { after: 'P1D', who: 'sociaal-verwijzer', attempts: 'uitnodigen', channel: 'telefoon', reached: false },
      { after: 'P1D', who: 'sociaal-verwijzer', attempts: 'uitnodigen', channel: 'telefoon', reached: false },
      { who: 'sociaal-verwijzer', decides: 'uitnodigen', outcome: 'niet-bereikt', reason: 'onbereikbaar' },
      { who: 'sociaal-verwijzer', decides: 'terug-naar-huisarts', outcome: 'gedaan' },
    ],
    ending: 'niet-doorgegaan',
    feedback: [],
  },
  {
    ...base,
    name: 'de inwoner ziet ervan af',
    referral: begins,
    steps: [
      { who: 'huisarts', decides: 'bespreken', outcome: 'aangemeld', form: {} },
      { who: 'sociaal-verwijzer', decides: 'uitnodigen', outcome: 'wil-niet' },
      { who: 'sociaal-verwijzer', decides: 'terug-naar-huisarts', outcome: 'gedaan' },
    ],
    ending: 'niet-doorgegaan',
    feedback: [],
  },
  {
    ...base,
    name: 'iets anders past beter',
    referral: begins,
    steps: [{ who: 'huisarts', decides: 'bespreken', outcome: 'past-niet', form: {} }],
    ending: 'geen-gesprek',
    feedback: [],
  },
];
