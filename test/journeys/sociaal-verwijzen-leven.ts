import type { Journey } from './journey.ts';
import { aangemeld, begonnen, naarAanbod, place, sv, totBegin, verteld } from './sociaal-verwijzen-begin.ts';

const contact = 'eerste-contact @ sociaal-verwijzer';

/** What life does to a case, and what people may do at any moment. */
export const levenJourneys: readonly Journey[] = [
  {
    ...place,
    name: 'een pauze legt de termijn stil; de inwoner is weer thuis, en het gaat verder',
    referral: aangemeld,
    steps: [
      { after: 'P2D', who: sv, pauses: 'ziekte', until: 'P8W', opens: [] },
      { after: 'P6W', who: sv, resumes: true, opens: [contact] },
      { after: 'P3D', who: sv, decides: 'eerste-contact', outcome: 'bereikt', opens: ['intake @ sociaal-verwijzer'] },
    ],
    ending: null,
    feedback: [verteld.aangemeld, verteld.bereikt],
  },
  {
    ...place,
    name: 'de pauze loopt af: de sociaal verwijzer beslist dat het verder gaat',
    referral: aangemeld,
    steps: [
      { after: 'P2D', who: sv, pauses: 'vakantie', until: 'P2W', opens: [] },
      { after: 'P15D', clock: ['resumed'], opens: [contact, 'na-pauze @ sociaal-verwijzer'] },
      { who: sv, decides: 'na-pauze', outcome: 'verder', opens: [contact] },
    ],
    ending: null,
    feedback: [verteld.aangemeld],
  },
  {
    ...place,
    name: 'de pauze loopt af, en het traject stopt',
    referral: aangemeld,
    steps: [
      ...naarAanbod,
      { after: 'P1D', who: sv, pauses: 'eerst-andere-hulp', until: 'P12W', opens: [] },
      { after: 'P85D', clock: ['resumed'], opens: ['aanbod @ sociaal-verwijzer', 'na-pauze @ sociaal-verwijzer'] },
      { who: sv, decides: 'na-pauze', outcome: 'stopt', reason: 'eerst-andere-hulp', opens: [] },
    ],
    ending: 'uitval',
    feedback: [verteld.aangemeld, verteld.bereikt, verteld.intake, verteld.stopt],
  },
  {
    ...place,
    name: 'de verwijzer trekt terug voordat iemand iets heeft gedaan',
    referral: aangemeld,
    steps: [{ after: 'P1D', who: 'huisarts', withdraws: 'geen-motivatie-nu', opens: [] }],
    ending: 'uitval',
    feedback: [verteld.aangemeld, verteld.stopt],
  },
  {
    ...place,
    name: 'de inwoner overlijdt: het traject eindigt, en niemand krijgt nog bericht',
    referral: aangemeld,
    steps: [...naarAanbod, ...begonnen, { after: 'P2W', who: sv, happens: 'overleden', of: 'inwoner', opens: [] }],
    ending: 'overleden',
    feedback: totBegin,
  },
  {
    ...place,
    name: 'de partner overlijdt: het traject gaat door',
    referral: aangemeld,
    steps: [{ after: 'P2D', who: sv, happens: 'overleden', of: 'partner' }],
    ending: null,
    feedback: [verteld.aangemeld],
  },
  {
    ...place,
    name: 'verhuisd in de buurt: het traject blijft hier',
    referral: aangemeld,
    steps: [
      { after: 'P2D', who: 'huisarts', happens: 'verhuisd', opens: [contact, 'verhuisd-besluit @ sociaal-verwijzer'] },
      { after: 'P1D', who: sv, decides: 'verhuisd-besluit', outcome: 'blijft', opens: [contact] },
    ],
    ending: null,
    feedback: [verteld.aangemeld],
  },
  {
    ...place,
    name: 'verhuisd naar ver weg: het traject stopt hier',
    referral: aangemeld,
    steps: [
      { after: 'P2D', who: sv, happens: 'verhuisd', opens: [contact, 'verhuisd-besluit @ sociaal-verwijzer'] },
      { after: 'P1D', who: sv, decides: 'verhuisd-besluit', outcome: 'stopt', opens: [] },
    ],
    ending: 'verhuisd',
    feedback: [verteld.aangemeld, verteld.stopt],
  },
  {
    ...place,
    name: 'een veiligheidssignaal wordt afgehandeld; de verwijzer hoort er niets van',
    referral: aangemeld,
    steps: [
      { after: 'P2D', who: sv, happens: 'veiligheidssignaal', opens: [contact, 'veiligheid @ sociaal-verwijzer'] },
      { who: sv, decides: 'veiligheid', outcome: 'afgehandeld', opens: [contact] },
    ],
    ending: null,
    feedback: [verteld.aangemeld],
  },
  {
    ...place,
    name: 'bij een veiligheidssignaal wordt de meldcode gevolgd, buiten Ketenpad',
    referral: aangemeld,
    steps: [
      {
        after: 'P2D',
        who: 'huisarts',
        happens: 'veiligheidssignaal',
        opens: [contact, 'veiligheid @ sociaal-verwijzer'],
      },
      { who: sv, decides: 'veiligheid', outcome: 'meldcode-route', opens: [contact] },
    ],
    ending: null,
    feedback: [verteld.aangemeld],
  },
];
