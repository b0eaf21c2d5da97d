import type { Journey } from './journey.ts';
import {
  aangemeld,
  both,
  cz,
  geenOorzaak,
  gemeten,
  gemotiveerd,
  metRisico,
  naarMotivatie,
  place,
  verteld,
} from './vngg-begin.ts';

const contact = 'eerste-contact-cz';

/** The first four steps, in the practice, and the first contact of the Centrale Zorgcoördinator. */
export const huisartsJourneys: readonly Journey[] = [
  {
    ...place,
    name: 'gevonden in de wijk: de inwoner wil het bespreken, en er is geen verhoogd risico',
    referral: {
      who: 'gebiedsteam',
      entry: 'signaleren',
      consent: both,
      form: { vindplek: 'wijkteam' },
      opens: ['vraag-toestemming @ huisarts'],
    },
    steps: [
      { after: 'P3D', who: 'poh', decides: 'vraag-toestemming', outcome: 'ja', opens: ['bepaal-ggr @ huisarts'] },
      { after: 'P3D', who: 'poh', decides: 'bepaal-ggr', outcome: 'geen', form: {}, opens: [] },
    ],
    ending: 'geen-verhoogd-ggr',
    feedback: [verteld.geenRisico],
    payer: null,
  },
  {
    ...place,
    name: 'de inwoner meldt zich zelf, en wil het bij de huisarts toch nu niet',
    referral: { who: 'inwoner', consent: both, opens: ['vraag-toestemming @ huisarts'] },
    steps: [{ after: 'P3D', who: 'huisarts', decides: 'vraag-toestemming', outcome: 'nee', opens: [] }],
    ending: 'geen-toestemming',
    feedback: [verteld.nuNiet],
  },
  {
    ...place,
    name: 'een medische oorzaak wordt eerst behandeld',
    referral: metRisico('licht'),
    steps: [
      {
        after: 'P1D',
        who: 'huisarts',
        decides: 'check-oorzaken',
        outcome: 'medische-oorzaak',
        form: { ...geenOorzaak, medicatie: true },
        opens: [],
      },
    ],
    ending: 'medisch-traject',
    feedback: [verteld.medisch],
  },
  {
    ...place,
    name: 'nu niet gemotiveerd, een half jaar later ook niet; daarna wil de inwoner niet meer',
    referral: metRisico('extreem'),
    steps: [
      naarMotivatie,
      { who: 'poh', decides: 'bespreek-motivatie', outcome: 'nu-niet', opens: ['wachtstand @ poh'] },
      { after: 'P22W', clock: ['reminded'] },
      { after: 'P1W', who: 'poh', decides: 'wachtstand', outcome: 'opnieuw', opens: ['bespreek-motivatie @ huisarts'] },
      { after: 'P1D', who: 'poh', decides: 'bespreek-motivatie', outcome: 'nu-niet', opens: ['wachtstand @ poh'] },
      { after: 'P3W', who: 'poh', decides: 'wachtstand', outcome: 'nee', opens: [] },
    ],
    ending: 'geen-motivatie',
    feedback: [verteld.wachtstand, verteld.wachtstand, verteld.geenMotivatie],
  },
  {
    ...place,
    name: 'de huisarts doet de vier stappen; de Centrale Zorgcoördinator bereikt de inwoner niet',
    referral: metRisico('sterk'),
    steps: [
      naarMotivatie,
      ...gemotiveerd,
      { after: 'P2D', who: cz, attempts: contact, channel: 'telefoon', reached: false },
      { after: 'P2D', who: cz, attempts: contact, channel: 'bericht', reached: false },
      { who: cz, decides: contact, outcome: 'niet-bereikt', refused: 'not-allowed-now' },
      { after: 'P2D', who: cz, attempts: contact, channel: 'huisbezoek', reached: false },
      { who: cz, decides: contact, outcome: 'niet-bereikt', opens: [] },
    ],
    ending: 'niet-bereikt',
    feedback: [verteld.aangemeld, verteld.nietBereikt],
    payer: 'gemeente',
  },
  {
    ...place,
    name: 'twee weken zonder contact: de verwijzer hoort het',
    referral: aangemeld,
    steps: [
      { after: 'P12D', clock: ['reminded'] },
      { after: 'P4D', clock: ['late'] },
      { who: cz, decides: contact, outcome: 'bereikt', opens: ['intake-cz @ centrale-zorgcoordinator'] },
    ],
    ending: null,
    feedback: [verteld.aangemeld, verteld.teLaat, verteld.bereikt],
  },
  {
    ...place,
    name: 'wie zegt wat er gemeten is, zegt zelf de klasse: die wordt niet berekend',
    referral: { ...metRisico('matig'), form: { ...gemeten, gewichtKg: 60 } },
    steps: [
      { after: 'P1D', who: 'huisarts', decides: 'check-oorzaken', outcome: 'geen', form: {}, refused: 'invalid-input' },
      naarMotivatie,
    ],
    ending: null,
    feedback: [],
  },
];
