import type { Journey } from './journey.ts';
import { besluit, both, gezien, geweigerd, metRisico, ouders, place, risico, verteld } from './kngg-begin.ts';

const gesignaleerd = {
  who: 'gebiedsteam',
  consent: ['terugkoppeling'],
  outcome: 'verhoogd',
  form: gezien,
  opens: ['bespreken @ gebiedsteam'],
} as const;
const verwijst = {
  who: 'jeugdarts',
  entry: 'bepaal-ggr',
  consent: both,
  outcome: 'licht',
  form: risico('licht'),
  opens: ['aanmelden @ jeugdverpleegkundige'],
} as const;
const probeer = (after: string, channel: 'telefoon' | 'brief' | 'huisbezoek') =>
  ({ after, who: 'czv', attempts: 'eerste-contact', channel, reached: false }) as const;

/** From the signal to the first contact. */
export const aanmeldenJourneys: readonly Journey[] = [
  {
    ...place,
    name: 'een school ziet een kind, de ouders vinden het goed, en de jeugdarts bepaalt het risico',
    referral: gesignaleerd,
    steps: [
      geweigerd('gebiedsteam', 'bespreken', 'akkoord', 'invalid-input', {
        form: { leeftijd: '12-tot-16', door: 'ouders' },
      }),
      geweigerd('gebiedsteam', 'bespreken', 'akkoord', 'invalid-input', { form: { leeftijd: 'onder-12' } }),
      geweigerd('gebiedsteam', 'bespreken', 'akkoord', 'invalid-input', {
        form: { leeftijd: '12-tot-16', door: 'ouders-en-kind' },
      }),
      besluit('P3D', 'gebiedsteam', 'bespreken', 'akkoord', ['bepaal-ggr @ jeugdarts'], { form: ouders }),
      geweigerd('jeugdarts', 'bepaal-ggr', 'matig', 'reason-required', { form: risico('extreem') }),
      besluit('P5D', 'jeugdarts', 'bepaal-ggr', 'matig', ['aanmelden @ jeugdverpleegkundige'], {
        form: risico('matig'),
      }),
      besluit('P1D', 'jeugdarts', 'aanmelden', 'in-doelgroep', ['eerste-contact @ czv'], { form: {} }),
    ],
    ending: null,
    feedback: [verteld.aangemeld],
    payer: 'zvw',
  },
  {
    ...place,
    name: 'ouders en kind van 13 vinden het allebei goed, maar zonder monitoring; het risico is niet verhoogd',
    referral: { ...gesignaleerd, birthday: { turns: 14, in: 'P3M' } },
    steps: [
      besluit('P3D', 'gebiedsteam', 'bespreken', 'akkoord-zonder-volgen', ['bepaal-ggr @ jeugdarts'], {
        form: { leeftijd: '12-tot-16', door: 'ouders-en-kind' },
      }),
      besluit('P5D', 'jeugdarts', 'bepaal-ggr', 'geen', [], { form: risico('geen') }),
    ],
    ending: 'geen-verhoogd-risico',
    feedback: [verteld.geenRisico],
  },
  {
    ...place,
    name: 'een jongere van 16 beslist zelf, en wil niet',
    referral: { ...gesignaleerd, birthday: { turns: 17, in: 'P3M' } },
    steps: [
      geweigerd('gebiedsteam', 'bespreken', 'akkoord', 'invalid-input', {
        form: { leeftijd: 'vanaf-16', door: 'ouders' },
      }),
      geweigerd('gebiedsteam', 'bespreken', 'weigert', 'invalid-input', {
        form: { leeftijd: 'vanaf-16', door: 'kind' },
      }),
      besluit('P3D', 'gebiedsteam', 'bespreken', 'weigert', [], { form: { leeftijd: 'vanaf-16' } }),
    ],
    ending: 'geen-toestemming',
    feedback: [verteld.geenToestemming],
  },
  {
    ...place,
    name: 'wie beter kijkt, ziet geen verhoogd gewicht',
    referral: { ...gesignaleerd, outcome: 'niet', form: {}, opens: [] },
    steps: [],
    ending: 'geen-verhoogd-risico',
    feedback: [verteld.geenRisico],
  },
  {
    ...place,
    name: 'ook een andere ziekte: eerst de kinderarts; de afspraak wordt gemist, en na nabellen toch nagekomen',
    referral: {
      ...verwijst,
      outcome: 'comorbiditeit',
      form: risico('sterk', true),
      opens: ['kinderarts @ jeugdarts'],
    },
    steps: [
      { after: 'P5W', clock: ['reminded'] },
      besluit('P5D', 'kinderarts', 'kinderarts', 'niet-gegaan', ['nabellen @ jeugdarts']),
      besluit('P1D', 'jeugdarts', 'nabellen', 'alsnog', ['kinderarts @ jeugdarts']),
      besluit('P14D', 'kinderarts', 'kinderarts', 'terug', ['aanmelden @ jeugdverpleegkundige']),
      besluit('P1D', 'jeugdarts', 'aanmelden', 'in-doelgroep', ['eerste-contact @ czv'], { form: {} }),
    ],
    ending: null,
    feedback: [verteld.kinderarts, verteld.aangemeld],
    payer: 'zvw',
  },
  {
    ...place,
    name: 'het gezin gaat niet naar de kinderarts, en wordt toch aangemeld; de gemeente heeft een andere doelgroep',
    referral: {
      ...verwijst,
      outcome: 'comorbiditeit',
      form: risico('extreem', true),
      opens: ['kinderarts @ jeugdarts'],
    },
    steps: [
      besluit('P14D', 'jeugdarts', 'kinderarts', 'niet-gegaan', ['nabellen @ jeugdarts']),
      { after: 'P1D', who: 'jeugdarts', attempts: 'nabellen', channel: 'telefoon', reached: false },
      besluit('P1D', 'jeugdarts', 'nabellen', 'nee', ['aanmelden @ jeugdverpleegkundige']),
      besluit('P1D', 'jeugdarts', 'aanmelden', 'buiten', [], { form: {} }),
    ],
    ending: 'niet-passend',
    feedback: [verteld.kinderarts, verteld.nietPassend],
  },
  ...(['licht', 'sterk', 'extreem'] as const).map((klasse): Journey => ({
    ...place,
    name: `de jeugdarts bepaalt het risico bij de verwijzing: ${klasse}`,
    referral: { ...verwijst, outcome: klasse, form: risico(klasse) },
    steps: [besluit('P1D', 'jeugdarts', 'aanmelden', 'in-doelgroep', ['eerste-contact @ czv'], { form: {} })],
    ending: null,
    feedback: [verteld.aangemeld],
    payer: klasse === 'licht' ? 'gemeente' : 'zvw',
    gaps: [],
  })),
  {
    ...place,
    name: 'ouders melden zelf aan: de gemeente betaalt, tot een verwijzer de klasse bevestigt',
    referral: { who: 'inwoner', consent: both, opens: ['aanmelden @ jeugdverpleegkundige'] },
    steps: [
      geweigerd('inwoner', 'aanmelden', 'in-doelgroep', 'forbidden', { form: {} }),
      besluit('P2D', 'jeugdverpleegkundige', 'aanmelden', 'in-doelgroep', ['eerste-contact @ czv'], {
        form: { ggr: 'matig' },
      }),
    ],
    ending: null,
    feedback: [verteld.aangemeld],
    payer: 'zvw',
  },
  {
    ...place,
    name: 'de huisarts meldt aan zonder klasse: de gemeente betaalt',
    referral: {
      who: 'huisarts',
      consent: ['overdracht'],
      outcome: 'in-doelgroep',
      form: {},
      opens: ['eerste-contact @ czv'],
    },
    steps: [],
    ending: null,
    feedback: ['Het gezin is aangemeld bij de volgende partij.'],
    payer: 'gemeente',
  },
  {
    ...place,
    name: 'het gezin is na drie pogingen niet bereikt; de verwijzer hoort dat het te lang duurt, en dat het stopt',
    referral: metRisico('matig'),
    steps: [
      probeer('P2D', 'telefoon'),
      probeer('P2D', 'brief'),
      geweigerd('czv', 'eerste-contact', 'niet-bereikt', 'not-allowed-now'),
      { after: 'P12D', clock: ['reminded', 'late'] },
      probeer('P1D', 'huisbezoek'),
      besluit('P1D', 'czv', 'eerste-contact', 'niet-bereikt', ['terug-verwijzer @ czv']),
      besluit('P1D', 'czv', 'terug-verwijzer', 'gedaan', []),
    ],
    ending: 'niet-bereikt',
    feedback: [verteld.aangemeld, verteld.teLaat, verteld.nietBereikt],
  },
  {
    ...place,
    name: 'het gezin wil niet',
    referral: metRisico('licht'),
    steps: [
      besluit('P5D', 'czv', 'eerste-contact', 'wil-niet', ['terug-verwijzer @ czv']),
      besluit('P1D', 'czv', 'terug-verwijzer', 'gedaan', []),
    ],
    ending: 'niet-bereikt',
    feedback: [verteld.aangemeld, verteld.nietBereikt],
  },
];
