import type { Form, JourneyStep } from './journey.ts';

/* What many journeys through valpreventie share: where they play, filled forms, and the way to a certain point. */

export const place = { chain: 'valpreventie', municipality: 'enschede' } as const;
export const losser = { chain: 'valpreventie', municipality: 'losser' } as const;
export const both = ['overdracht', 'terugkoppeling'] as const;

export const geenSignaal: Form = { gevallen: false, bezorgd: false, moeite: false };
export const signaal: Form = { gevallen: true, bezorgd: true, moeite: false };
export const laag: Form = { gevallen: true, bang: false, moeite: false, looptestSeconden: 3.2 };
export const matig: Form = { gevallen: false, bang: true, moeite: true, looptestSeconden: 5.5 };
export const hoog: Form = { gevallen: true, bang: true, moeite: true, letsel: true, looptestSeconden: 7 };

const sppb = { sppb: 8, sppbBalans: 3, sppbLopen: 3, sppbOpstaan: 2 };
export const meting: Form = { tugSeconden: 13.5, ...sppb, fesI: 28 };
export const gemist: Form = { programma: 'in-balans', bijeenkomsten: 3 };
export const gevolgd: Form = { programma: 'in-balans', bijeenkomsten: 18 };
export const goed: Form = { beweegt: true, gevallen: false };
export const gevallen: Form = { beweegt: true, gevallen: true, letsel: true };
export const gestopt: Form = { beweegt: false, gevallen: false, achteruit: true };
export const thuis: Form = { vorm: 'individueel', contact: 'telefoon' };
export const inGroep: Form = { vorm: 'groep', contact: 'praktijk' };

const ZONDER_BIJZONDERHEDEN =
  'duizeligheid mobiliteit voetenSchoeisel gewrichten osteoporose cognitieStemming valangst gezichtsvermogen voeding ' +
  'dagelijkseTaken omgeving';
export const dertienFactoren: Form = {
  ...Object.fromEntries(ZONDER_BIJZONDERHEDEN.split(' ').map((factor) => [factor, { bijzonderheden: false }])),
  valgeschiedenis: { bijzonderheden: true, toelichting: 'Twee keer gevallen in de badkamer' },
  medicijngebruik: { bijzonderheden: true, actie: 'De praktijk bekijkt de slaapmedicatie' },
  onderliggendLijden: ['duizeligheid'],
};

/** What the referrer hears when the words may be full. */
export const verteld = {
  laag: 'De valrisicotest is gedaan. De uitslag is: laag risico. De inwoner krijgt advies.',
  matig: 'De valrisicotest is gedaan. De uitslag is: matig risico. De tester bespreekt een beweeggroep.',
  hoog: 'De valrisicotest is gedaan. De uitslag is: hoog risico. De huisarts kijkt of alles in beeld is.',
  teLaat: 'De valrisicotest is nog niet gedaan. De termijn is voorbij. De tester is hierop gewezen.',
  advies: 'De inwoner heeft advies en een overzicht van het beweegaanbod gekregen. Test opnieuw over 12 maanden.',
  zietAf: 'De inwoner ziet af van deelname.',
  aangemeld: 'De inwoner is aangemeld voor een beweeggroep en staat op de wachtlijst.',
  gestart: 'De inwoner is begonnen met het beweegprogramma.',
  klaar: 'De inwoner heeft het beweegprogramma afgemaakt. Er volgt een eindmeting.',
  wilLater: 'De inwoner is gestopt met de groep en wil later opnieuw beginnen.',
  uitgevallen: 'De inwoner is gestopt met het beweegprogramma.',
  beoordeeld: 'De valrisicobeoordeling is klaar. Het verslag is bij de huisarts.',
  plan: 'De huisarts heeft met de inwoner besproken welke hulp past.',
  eindmeting: 'De eindmeting is gedaan en met de inwoner besproken.',
  beweegaanbod: 'De inwoner is begonnen met beweegaanbod in de buurt.',
  drieMaanden: 'De inwoner is drie maanden na het programma gesproken.',
  nieuweTest: 'Het gaat minder goed met de inwoner. De valrisicotest wordt opnieuw gedaan.',
  duurzaam: 'De inwoner beweegt zes maanden na het programma nog steeds. Het traject is afgerond.',
  gestopt: 'Het traject is gestopt.',
} as const;

export const naarTester = { who: 'huisarts', consent: both, opens: ['valrisicotest @ tester'] } as const;

export const getestHoog: JourneyStep = {
  after: 'P2D',
  who: 'tester',
  decides: 'valrisicotest',
  outcome: 'hoog',
  form: hoog,
  opens: ['toestemming-hoog @ tester'],
};

/** From the test to the waiting list. */
export const naarWachtlijst: readonly JourneyStep[] = [
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
];

/** A seat in a group that starts in four weeks and ends after sixteen. */
export const plaatsing: JourneyStep = {
  after: 'P3W',
  who: 'valpreventie-coordinator',
  places: 'wachtlijst-kern',
  outcome: 'groep-vol',
  led: 'fysio',
  starts: 'P4W',
  ends: 'P16W',
  opens: ['groep-toewijzen @ valpreventie-coordinator'],
};

/** From the waiting list until the physiotherapist has called. */
export const naarBellen: readonly JourneyStep[] = [
  plaatsing,
  {
    after: 'P1D',
    who: 'valpreventie-coordinator',
    decides: 'groep-toewijzen',
    outcome: 'gedaan',
    opens: ['fysio-belt @ fysio'],
  },
];

/** From the waiting list into the programme; it begins two weeks before the group does, with T0. */
export const naarProgramma: readonly JourneyStep[] = [
  ...naarBellen,
  { after: 'P3D', who: 'fysio', decides: 'fysio-belt', outcome: 'deelnemen', opens: ['t0 @ fysio'] },
  {
    after: 'P10D',
    who: 'fysio',
    decides: 't0',
    outcome: 'gedaan',
    form: meting,
    opens: ['interventie-groep @ fysio'],
  },
];

/** From the start of the programme to the hand-over to the buurtsportcoach, with the voorlichting in time. */
export const naarOverdracht: readonly JourneyStep[] = [
  {
    after: 'P79D',
    clock: ['reminded'],
    opens: ['interventie-groep @ fysio', 'voorlichting-regulier @ buurtsportcoach'],
  },
  {
    after: 'P1D',
    who: 'buurtsportcoach',
    decides: 'voorlichting-regulier',
    outcome: 'gegeven',
    opens: ['interventie-groep @ fysio'],
  },
  {
    after: 'P16D',
    who: 'fysio',
    decides: 'interventie-groep',
    outcome: 'afgerond',
    form: gevolgd,
    opens: ['t1 @ fysio'],
  },
  {
    after: 'P1D',
    who: 'fysio',
    decides: 't1',
    outcome: 'gedaan',
    form: meting,
    opens: ['structureel-aanbod(offered) @ buurtsportcoach'],
  },
];

/** The buurtsportcoach takes over, both meet the resident, and the resident begins. */
export const warmOvergedragen: readonly JourneyStep[] = [
  {
    after: 'P1D',
    who: 'buurtsportcoach',
    decides: 'structureel-aanbod',
    outcome: 'aanvaard',
    opens: ['structureel-aanbod(contact) @ buurtsportcoach'],
  },
  {
    after: 'P2D',
    who: 'fysio',
    decides: 'structureel-aanbod',
    outcome: 'contact-bevestigd',
    opens: ['structureel-aanbod @ buurtsportcoach'],
  },
  {
    after: 'P3D',
    who: 'buurtsportcoach',
    decides: 'structureel-aanbod',
    outcome: 'gestart',
    opens: ['t2-3 @ fysio'],
  },
];

/** Three months and six months later it still goes well. */
export const blijvendGoed: readonly JourneyStep[] = [
  { after: 'P75D', clock: ['reminded'] },
  { after: 'P1D', who: 'fysio', decides: 't2-3', outcome: 'gedaan', form: goed, opens: ['t2-6 @ fysio'] },
  { after: 'P90D', clock: ['reminded'] },
  { after: 'P1D', who: 'fysio', decides: 't2-6', outcome: 'duurzaam', form: goed, opens: [] },
];

/** The resident agrees, and the tester hands over. */
export const digitaal: JourneyStep = {
  who: 'tester',
  decides: 'toestemming-hoog',
  outcome: 'digitaal',
  opens: ['huisarts-beeld @ huisarts'],
};

export const voldoende: JourneyStep = {
  after: 'P3D',
  who: 'poh',
  decides: 'huisarts-beeld',
  outcome: 'voldoende',
  opens: ['bespreken-interventies @ huisarts'],
};

/** A programme, and no other help. */
export const beweeg: JourneyStep = {
  after: 'P2D',
  who: 'huisarts',
  decides: 'bespreken-interventies',
  outcome: 'beweeg',
  form: {},
  opens: ['onderliggend-lijden @ huisarts'],
};
