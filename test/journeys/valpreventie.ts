import type { Form, Journey } from './journey.ts';

const geenSignaal: Form = { gevallen: false, bezorgd: false, moeite: false };
const signaal: Form = { gevallen: true, bezorgd: true, moeite: false };
const laag: Form = { gevallen: true, bang: false, moeite: false, looptestSeconden: 3.2 };
const matig: Form = { gevallen: false, bang: true, moeite: true, looptestSeconden: 5.5 };
const hoog: Form = { gevallen: true, bang: true, moeite: true, letsel: true, looptestSeconden: 7 };

const place = { chain: 'valpreventie', municipality: 'enschede' } as const;
const both = ['overdracht', 'terugkoppeling'] as const;

/** Journeys through valpreventie version 1: every outcome of every step at least once. */
export const valpreventieJourneys: readonly Journey[] = [
  {
    ...place,
    name: 'matig risico: van de huisarts naar een plek in een groep',
    referral: { who: 'huisarts', consent: both, opens: ['valrisicotest @ tester'] },
    steps: [
      {
        after: 'P6D',
        who: 'tester',
        decides: 'valrisicotest',
        outcome: 'matig',
        form: matig,
        opens: ['toestemming-matig @ tester'],
      },
      { after: 'P1D', who: 'tester', decides: 'toestemming-matig', outcome: 'ja', opens: ['aanmelden-matig @ tester'] },
      {
        who: 'tester',
        decides: 'aanmelden-matig',
        outcome: 'gedaan',
        opens: ['wachtlijst-kern @ valpreventie-coordinator'],
      },
      { after: 'P3W', who: 'valpreventie-coordinator', decides: 'wachtlijst-kern', outcome: 'groep-vol', opens: [] },
    ],
    ending: 'geplaatst-in-groep',
    feedback: [
      'De valrisicotest is gedaan. De uitslag is: matig risico. De tester bespreekt een beweeggroep.',
      'De inwoner is aangemeld voor een beweeggroep en staat op de wachtlijst.',
      'De inwoner heeft een plek in een beweeggroep.',
    ],
  },
  {
    ...place,
    name: 'laag risico: advies en klaar',
    referral: { who: 'huisarts', consent: both, opens: ['valrisicotest @ tester'] },
    steps: [
      {
        after: 'P2D',
        who: 'tester',
        decides: 'valrisicotest',
        outcome: 'laag',
        form: laag,
        opens: ['laag-advies @ tester'],
      },
      { after: 'P1D', who: 'tester', decides: 'laag-advies', outcome: 'gedaan', opens: [] },
    ],
    ending: 'laag',
    feedback: [
      'De valrisicotest is gedaan. De uitslag is: laag risico. De inwoner krijgt advies.',
      'De inwoner heeft advies en een overzicht van het beweegaanbod gekregen.',
    ],
  },
  {
    ...place,
    name: 'hoog risico: terug naar de eigen huisarts, die genoeg weet',
    referral: { who: 'huisarts', consent: both, opens: ['valrisicotest @ tester'] },
    steps: [
      {
        after: 'P9D',
        who: 'tester',
        decides: 'valrisicotest',
        outcome: 'hoog',
        form: hoog,
        opens: ['huisarts-beeld @ huisarts'],
      },
      { after: 'P4D', who: 'huisarts', decides: 'huisarts-beeld', outcome: 'voldoende', opens: [] },
    ],
    ending: 'huisarts-aan-zet',
    feedback: [
      'De valrisicotest is gedaan. De uitslag is: hoog risico. De huisarts kijkt of alles in beeld is.',
      'De huisarts heeft de inwoner met hoog valrisico in beeld.',
    ],
  },
  {
    ...place,
    name: 'hoog risico: de verwijzer kan de test niet zelf afdoen, en weet daarna nog niet genoeg',
    referral: { who: 'huisarts-2', consent: both, opens: ['valrisicotest @ tester'] },
    steps: [
      { after: 'P1D', who: 'huisarts-2', decides: 'valrisicotest', outcome: 'hoog', form: hoog, refused: 'forbidden' },
      {
        after: 'P9D',
        who: 'tester',
        decides: 'valrisicotest',
        outcome: 'hoog',
        form: hoog,
        opens: ['huisarts-beeld @ huisarts-2'],
      },
      { who: 'huisarts-2', decides: 'huisarts-beeld', outcome: 'onvoldoende', opens: [] },
    ],
    ending: 'huisarts-aan-zet',
    feedback: [
      'De valrisicotest is gedaan. De uitslag is: hoog risico. De huisarts kijkt of alles in beeld is.',
      'De huisarts heeft de inwoner met hoog valrisico in beeld.',
    ],
  },
  {
    ...place,
    name: 'drie keer nee: de huisarts vraagt, de tester adviseert',
    referral: {
      who: 'huisarts',
      entry: 'opsporen',
      consent: both,
      outcome: 'alles-nee',
      form: geenSignaal,
      opens: ['laag-advies @ tester'],
    },
    steps: [{ after: 'P2D', who: 'tester', decides: 'laag-advies', outcome: 'gedaan', opens: [] }],
    ending: 'laag',
    feedback: ['De inwoner heeft advies en een overzicht van het beweegaanbod gekregen.'],
  },
  {
    ...place,
    name: 'niemand spoort op: het blijft bij de verwijzer, die zelf de drie vragen stelt',
    referral: { who: 'huisarts', entry: 'opsporen', consent: both, opens: ['opsporen @ huisarts'] },
    steps: [
      {
        after: 'P1D',
        who: 'huisarts',
        decides: 'opsporen',
        outcome: 'verhoogd',
        form: signaal,
        opens: ['valrisicotest @ tester'],
      },
      {
        after: 'P5D',
        who: 'tester',
        decides: 'valrisicotest',
        outcome: 'matig',
        form: matig,
        opens: ['toestemming-matig @ tester'],
      },
      { who: 'tester', decides: 'toestemming-matig', outcome: 'nee', opens: [] },
    ],
    ending: 'geen-deelname',
    feedback: [
      'De valrisicotest is gedaan. De uitslag is: matig risico. De tester bespreekt een beweeggroep.',
      'De inwoner ziet af van deelname.',
    ],
  },
  {
    ...place,
    name: 'op de wachtlijst bedenkt de inwoner zich; zonder toestemming voor terugkoppeling hoort de verwijzer neutrale woorden',
    referral: { who: 'huisarts', consent: ['overdracht'], opens: ['valrisicotest @ tester'] },
    steps: [
      {
        after: 'P3D',
        who: 'tester',
        decides: 'valrisicotest',
        outcome: 'matig',
        form: matig,
        opens: ['toestemming-matig @ tester'],
      },
      { who: 'tester', decides: 'toestemming-matig', outcome: 'ja', opens: ['aanmelden-matig @ tester'] },
      {
        who: 'tester',
        decides: 'aanmelden-matig',
        outcome: 'gedaan',
        opens: ['wachtlijst-kern @ valpreventie-coordinator'],
      },
      { after: 'P1M', who: 'valpreventie-coordinator', decides: 'wachtlijst-kern', outcome: 'trekt-terug', opens: [] },
    ],
    ending: 'geen-deelname',
    feedback: [
      'De valrisicotest is gedaan.',
      'De inwoner is aangemeld bij de volgende partij.',
      'Het traject is gestopt.',
    ],
  },
  {
    ...place,
    name: 'de tester wijkt af van het voorstel: dat kan met een reden, en niet zonder',
    referral: { who: 'huisarts', consent: both, opens: ['valrisicotest @ tester'] },
    steps: [
      {
        after: 'P1D',
        who: 'tester',
        decides: 'valrisicotest',
        outcome: 'hoog',
        form: matig,
        refused: 'reason-required',
      },
      {
        who: 'tester',
        decides: 'valrisicotest',
        outcome: 'hoog',
        form: matig,
        reason: 'zomaar',
        refused: 'invalid-input',
      },
      {
        who: 'tester',
        decides: 'valrisicotest',
        outcome: 'hoog',
        form: matig,
        reason: 'klinische-blik',
        opens: ['huisarts-beeld @ huisarts'],
      },
    ],
    ending: null,
    feedback: ['De valrisicotest is gedaan. De uitslag is: hoog risico. De huisarts kijkt of alles in beeld is.'],
  },
  {
    ...place,
    name: 'de aanmelding blijft liggen: de klok herinnert en escaleert, en beslist niets',
    referral: { who: 'tester', entry: 'toestemming-matig', opens: ['toestemming-matig @ tester'] },
    steps: [
      { who: 'tester', decides: 'toestemming-matig', outcome: 'ja', opens: ['aanmelden-matig @ tester'] },
      { after: 'P3W', clock: ['reminded', 'late', 'escalated'] },
      {
        who: 'tester',
        decides: 'aanmelden-matig',
        outcome: 'gedaan',
        opens: ['wachtlijst-kern @ valpreventie-coordinator'],
      },
    ],
    ending: null,
    feedback: ['De inwoner is aangemeld bij de volgende partij.'],
  },
  {
    ...place,
    name: 'de wachtlijst duurt te lang, en iemand blijft aan zet tot er een plek is',
    referral: {
      who: 'tester',
      entry: 'aanmelden-matig',
      consent: both,
      opens: ['wachtlijst-kern @ valpreventie-coordinator'],
    },
    steps: [
      { after: 'P8W', clock: [] },
      { after: 'P3W', clock: ['reminded'] },
      { after: 'P17D', clock: ['late'] },
      { after: 'P2W', clock: ['escalated'] },
      { after: 'P5W', clock: ['escalated'] },
      { who: 'valpreventie-coordinator', decides: 'wachtlijst-kern', outcome: 'groep-vol', opens: [] },
    ],
    ending: 'geplaatst-in-groep',
    feedback: [
      'De inwoner is aangemeld voor een beweeggroep en staat op de wachtlijst.',
      'De inwoner heeft een plek in een beweeggroep.',
    ],
  },
  {
    ...place,
    name: 'na het einde is er niets meer te beslissen',
    referral: { who: 'tester', entry: 'toestemming-matig', opens: ['toestemming-matig @ tester'] },
    steps: [
      { after: 'P1D', who: 'tester', decides: 'toestemming-matig', outcome: 'nee', opens: [] },
      { who: 'tester', decides: 'toestemming-matig', outcome: 'ja', refused: 'ended' },
    ],
    ending: 'geen-deelname',
    feedback: ['Het traject is gestopt.'],
  },
];
