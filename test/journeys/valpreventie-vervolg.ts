import type { Journey, JourneyStep } from './journey.ts';
import {
  gestopt,
  gevallen,
  gevolgd,
  goed,
  losser,
  meting,
  naarOverdracht,
  naarProgramma,
  naarTester,
  naarWachtlijst,
  place,
  verteld,
  warmOvergedragen,
} from './valpreventie-begin.ts';

const totOverdracht = [...naarWachtlijst, ...naarProgramma, ...naarOverdracht];
const verteldTotOverdracht = [verteld.matig, verteld.aangemeld, verteld.gestart, verteld.klaar, verteld.eindmeting];

/** Taken over, but the resident does not begin. */
const nietBegonnen: readonly JourneyStep[] = [
  ...warmOvergedragen.slice(0, 2),
  {
    after: 'P3D',
    who: 'buurtsportcoach',
    decides: 'structureel-aanbod',
    outcome: 'niet',
    opens: ['sv-koppeling @ fysio'],
  },
];
const drieMaanden: JourneyStep = { after: 'P75D', clock: ['reminded'] };
const zesMaanden: JourneyStep = { after: 'P90D', clock: ['reminded'] };
const opnieuw = ['valrisicotest @ tester'] as const;

/** After the programme: moving on in the neighbourhood, and looking back. */
export const vervolgJourneys: readonly Journey[] = [
  {
    ...place,
    name: 'de buurtsportcoach heeft geen plek, en later wel: de fysiotherapeut blijft zo lang verantwoordelijk',
    referral: naarTester,
    steps: [
      ...totOverdracht,
      {
        after: 'P1D',
        who: 'buurtsportcoach',
        decides: 'structureel-aanbod',
        outcome: 'geweigerd',
        refused: 'reason-required',
      },
      {
        who: 'buurtsportcoach',
        decides: 'structureel-aanbod',
        outcome: 'geweigerd',
        reason: 'geen-plek',
        opens: ['structureel-aanbod(returned) @ fysio'],
      },
      {
        after: 'P2D',
        who: 'fysio',
        decides: 'structureel-aanbod',
        outcome: 'omleiden',
        to: 'buurtsportcoach',
        opens: ['structureel-aanbod(offered) @ buurtsportcoach'],
      },
      { who: 'fysio', decides: 'structureel-aanbod', outcome: 'aanvaard', refused: 'forbidden' },
      ...warmOvergedragen,
    ],
    ending: null,
    feedback: [...verteldTotOverdracht, verteld.beweegaanbod],
  },
  {
    ...place,
    name: 'het aanbod verloopt: het blijft staan, en kan nog worden aangenomen',
    referral: naarTester,
    steps: [
      ...totOverdracht,
      { after: 'P30D', clock: ['reminded', 'expired', 'escalated'] },
      {
        who: 'buurtsportcoach',
        decides: 'structureel-aanbod',
        outcome: 'aanvaard',
        opens: ['structureel-aanbod(contact) @ buurtsportcoach'],
      },
      {
        who: 'buurtsportcoach',
        decides: 'structureel-aanbod',
        outcome: 'gestart',
        refused: 'not-allowed-now',
      },
      {
        who: 'buurtsportcoach',
        decides: 'structureel-aanbod',
        outcome: 'contact-bevestigd',
        opens: ['structureel-aanbod @ buurtsportcoach'],
      },
    ],
    ending: null,
    feedback: verteldTotOverdracht,
  },
  {
    ...place,
    name: 'niet begonnen met bewegen: Sociaal Verwijzen ernaast, en na drie maanden een nieuwe val',
    referral: naarTester,
    steps: [
      ...totOverdracht,
      ...nietBegonnen,
      { after: 'P3D', who: 'fysio', decides: 'sv-koppeling', outcome: 'gekoppeld', opens: ['t2-3 @ fysio'] },
      drieMaanden,
      { who: 'fysio', decides: 't2-3', outcome: 'gedaan', form: gevallen, refused: 'reason-required' },
      { who: 'fysio', decides: 't2-3', outcome: 'nieuwe-val', form: gevallen, opens: opnieuw },
    ],
    ending: null,
    feedback: [...verteldTotOverdracht, verteld.nieuweTest],
    links: ['parallel: sociaal-verwijzen'],
  },
  {
    ...place,
    name: 'geen koppeling nodig; na zes maanden beweegt de inwoner niet meer: opnieuw testen, en weer laag',
    referral: naarTester,
    steps: [
      ...totOverdracht,
      ...nietBegonnen,
      { after: 'P3D', who: 'fysio', decides: 'sv-koppeling', outcome: 'niet-nodig', opens: ['t2-3 @ fysio'] },
      drieMaanden,
      { who: 'fysio', decides: 't2-3', outcome: 'gedaan', form: goed, opens: ['t2-6 @ fysio'] },
      zesMaanden,
      { who: 'fysio', decides: 't2-6', outcome: 'achteruitgang', form: gestopt, opens: opnieuw },
      {
        after: 'P2D',
        who: 'tester',
        decides: 'valrisicotest',
        outcome: 'laag',
        form: { gevallen: false, bang: false, moeite: false, looptestSeconden: 3 },
        opens: ['laag-advies @ tester'],
      },
      { who: 'tester', decides: 'laag-advies', outcome: 'gedaan', opens: [] },
    ],
    ending: 'laag',
    feedback: [...verteldTotOverdracht, verteld.drieMaanden, verteld.nieuweTest, verteld.laag, verteld.advies],
    links: [],
  },
  {
    ...place,
    name: 'na zes maanden een nieuwe val: terug naar de test, en opnieuw de wachtlijst op',
    referral: naarTester,
    steps: [
      ...totOverdracht,
      ...warmOvergedragen,
      drieMaanden,
      { who: 'fysio', decides: 't2-3', outcome: 'gedaan', form: goed, opens: ['t2-6 @ fysio'] },
      zesMaanden,
      { who: 'fysio', decides: 't2-6', outcome: 'nieuwe-val', form: gevallen, opens: opnieuw },
      ...naarWachtlijst,
      ...naarProgramma,
    ],
    ending: null,
    feedback: [
      ...verteldTotOverdracht,
      verteld.beweegaanbod,
      verteld.drieMaanden,
      verteld.nieuweTest,
      verteld.matig,
      verteld.aangemeld,
      verteld.gestart,
    ],
  },
  {
    ...losser,
    name: 'zonder buurtsportcoach houdt de verwijzer de voorlichting en het aanbod in handen, en het gat telt',
    referral: naarTester,
    steps: [
      ...naarWachtlijst,
      ...naarProgramma,
      { after: 'P79D', clock: ['reminded'], opens: ['interventie-groep @ fysio', 'voorlichting-regulier @ huisarts'] },
      {
        after: 'P1D',
        who: 'huisarts',
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
        opens: ['structureel-aanbod(offered) @ fysio'],
      },
    ],
    ending: null,
    feedback: verteldTotOverdracht,
    gaps: ['voorlichting-regulier: geen-organisatie', 'structureel-aanbod: geen-organisatie'],
  },
];
