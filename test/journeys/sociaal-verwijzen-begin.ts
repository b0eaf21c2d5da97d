import type { Form, JourneyStep } from './journey.ts';

/* What many journeys through Sociaal Verwijzen share: filled forms, and the way to a certain point. */

export const place = { chain: 'sociaal-verwijzen', municipality: 'enschede' } as const;
export const both = ['overdracht', 'terugkoppeling'] as const;
export const sv = 'sociaal-verwijzer';

const spinnenweb = {
  lichaamsfuncties: 6,
  mentaalWelbevinden: 4.5,
  zingeving: 5,
  kwaliteitVanLeven: 5,
  meedoen: 3.5,
  dagelijksLeven: 7,
};
const eenzaam: Form = { hoofdreden: 'eenzaamheid', ...spinnenweb, cijfer: 5, huisartsbezoeken: 4 };
const koor: Form = { soort: 'ontmoeting', start: '2026-04-01', meegaan: true, contacturen: 3 };
export const doetMee: Form = { continuering: 'actief', behoefte: 'geen', ...spinnenweb, meedoen: 6.5, cijfer: 7 };
export const gestopt: Form = { continuering: 'gestopt', behoefte: 'geen', cijfer: 5 };
export const wilWeer: Form = { continuering: 'gestopt', behoefte: 'opnieuw-sociaal-verwijzer', cijfer: 5 };
export const afgerond: Form = { uitstroom: ['activiteit'] };

/** What the referrer hears when the words may be full. */
export const verteld = {
  geenVraag: 'Er is nu geen vraag voor Sociaal Verwijzen.',
  gesprek: 'De inwoner heeft een verkennend gesprek gehad.',
  geenToestemming: 'De inwoner geeft geen toestemming om gegevens door te geven.',
  onvolledig: 'De aanmelding is niet aangevuld. U kunt de inwoner opnieuw aanmelden.',
  aangemeld: 'De inwoner is aangemeld bij de sociaal verwijzer.',
  teLaat: 'Het eerste contact met de inwoner is nog niet gelukt. De termijn van twee weken is voorbij.',
  bereikt: 'De sociaal verwijzer heeft contact met de inwoner. Er komt een intake.',
  nietBereikt: 'Het is na drie pogingen niet gelukt om de inwoner te bereiken. U kunt de inwoner opnieuw aanmelden.',
  zietAf: 'De inwoner ziet af van deelname.',
  terug: 'Sociaal Verwijzen past niet bij de vraag. De inwoner komt terug bij u, met een advies.',
  intake: 'De sociaal verwijzer heeft met de inwoner gesproken over wat er speelt en wat past.',
  eerst: 'De inwoner heeft eerst andere hulp nodig. Daarna gaat het traject verder.',
  andereHulp: 'De inwoner blijft bij andere hulp.',
  gestart: 'De inwoner is begonnen met een activiteit.',
  geenAanbod: 'Er is nu geen aanbod dat bij de inwoner past.',
  isGestopt: 'De inwoner is gestopt met de activiteit. De sociaal verwijzer bespreekt wat wel past.',
  drieMaanden: 'De sociaal verwijzer heeft drie maanden na de start gekeken hoe het gaat.',
  opnieuw: 'De inwoner wil opnieuw hulp. De sociaal verwijzer bespreekt wat past.',
  afgerond: 'Het traject is afgerond. De sociaal verwijzer heeft met de inwoner teruggekeken.',
  stopt: 'Het traject is gestopt.',
} as const;

/** The huisarts refers with consent: the referral is complete, and the sociaal verwijzer is next. */
export const aangemeld = { who: 'huisarts', consent: both, opens: ['eerste-contact @ sociaal-verwijzer'] } as const;

export const bereikt: readonly JourneyStep[] = [
  { after: 'P3D', who: sv, attempts: 'eerste-contact', channel: 'telefoon', reached: true },
  { who: sv, decides: 'eerste-contact', outcome: 'bereikt', opens: ['intake @ sociaal-verwijzer'] },
];

export const naarAfweging: readonly JourneyStep[] = [
  ...bereikt,
  {
    after: 'P7D',
    who: sv,
    decides: 'intake',
    outcome: 'passend',
    form: eenzaam,
    opens: ['afweging @ sociaal-verwijzer'],
  },
];

export const teruggekoppeld: JourneyStep = {
  after: 'P1D',
  who: sv,
  decides: 'terugkoppeling-intake',
  outcome: 'gedaan',
  opens: ['aanbod @ sociaal-verwijzer'],
};

/** From the referral to the choice of an activity; the referrer has heard of the intake. */
export const naarAanbod: readonly JourneyStep[] = [
  ...naarAfweging,
  {
    who: sv,
    decides: 'afweging',
    outcome: 'geen',
    opens: ['terugkoppeling-intake @ sociaal-verwijzer', 'aanbod @ sociaal-verwijzer'],
  },
  teruggekoppeld,
];

export const gekozen: JourneyStep = {
  after: 'P2D',
  who: sv,
  decides: 'aanbod',
  outcome: 'gekozen',
  form: koor,
  opens: ['overdracht(offered) @ aanbieder'],
};

/** The provider takes it on, and all three have met. */
export const samenOntmoet: readonly JourneyStep[] = [
  {
    after: 'P1D',
    who: 'aanbieder',
    decides: 'overdracht',
    outcome: 'aanvaard',
    opens: ['overdracht(contact) @ aanbieder'],
  },
  { after: 'P2D', who: sv, decides: 'overdracht', outcome: 'contact-bevestigd', opens: ['overdracht @ aanbieder'] },
];

export const begonnen: readonly JourneyStep[] = [
  gekozen,
  ...samenOntmoet,
  {
    after: 'P3D',
    who: 'aanbieder',
    decides: 'overdracht',
    outcome: 'bevestigd-gestart',
    opens: ['volgen @ sociaal-verwijzer'],
  },
];

/** Six weeks later it goes well; at three months the referrer hears it, and the resident is measured after that. */
export const naarNameting: readonly JourneyStep[] = [
  { after: 'P36D', clock: ['reminded'] },
  {
    who: sv,
    decides: 'volgen',
    outcome: 'loopt',
    opens: ['terugkoppeling-3mnd @ sociaal-verwijzer'],
  },
  { after: 'P48D', clock: ['reminded'] },
  { who: sv, decides: 'terugkoppeling-3mnd', outcome: 'gedaan', opens: ['nameting @ sociaal-verwijzer'] },
];

/** What the referrer has heard until the resident began. */
export const totBegin = [verteld.aangemeld, verteld.bereikt, verteld.intake, verteld.gestart] as const;
