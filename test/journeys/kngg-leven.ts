import type { Journey } from './journey.ts';
import { besluit, geweigerd, metRisico, place, totPlan, totPlanVerteld, verteld, zonder } from './kngg-begin.ts';

const contact = 'eerste-contact @ czv';
const uitvoering = 'uitvoering @ aanbieder';

/** What life does to a case, and what people may do at any moment. */
export const levenJourneys: readonly Journey[] = [
  {
    ...place,
    name: 'een pauze legt het kwartaal stil; daarna gaat het volgen verder waar het was',
    referral: metRisico('licht'),
    steps: [
      ...totPlan,
      zonder,
      { after: 'P2M', who: 'czv', pauses: 'ziekte', until: 'P8W', opens: [] },
      { after: 'P6W', clock: [] },
      { who: 'czv', resumes: true, opens: [uitvoering] },
      { after: 'P3W', clock: [] },
      { after: 'P3W', clock: [], opens: [uitvoering, 'monitoring @ czv'] },
    ],
    ending: null,
    feedback: [...totPlanVerteld, verteld.plan],
  },
  {
    ...place,
    name: 'de pauze loopt af, en het traject gaat verder',
    referral: metRisico('licht'),
    steps: [
      { after: 'P1D', who: 'czv', pauses: 'vakantie', until: 'P2W', opens: [] },
      { after: 'P15D', clock: ['resumed'], opens: [contact, 'na-pauze @ czv'] },
      { who: 'czv', decides: 'na-pauze', outcome: 'verder', opens: [contact] },
    ],
    ending: null,
    feedback: [verteld.aangemeld],
  },
  {
    ...place,
    name: 'de pauze loopt af, en het traject stopt',
    referral: metRisico('licht'),
    steps: [
      { after: 'P1D', who: 'czv', pauses: 'persoonlijke-omstandigheden', until: 'P2W', opens: [] },
      { after: 'P15D', clock: ['resumed'], opens: [contact, 'na-pauze @ czv'] },
      besluit('P1D', 'czv', 'na-pauze', 'stopt', [], { reason: 'geen-motivatie-nu' }),
    ],
    ending: 'uitval',
    feedback: [verteld.aangemeld, verteld.stopt],
  },
  {
    ...place,
    name: 'het gezin stopt tijdens de begeleiding',
    referral: metRisico('licht'),
    steps: [
      besluit('P4D', 'czv', 'eerste-contact', 'bereikt', ['intake @ czv']),
      { who: 'aanbieder', withdraws: 'wachttijd', refused: 'forbidden' },
      { who: 'czv', withdraws: 'financiele-drempel', opens: [] },
    ],
    ending: 'uitval',
    feedback: [verteld.aangemeld, verteld.stopt],
  },
  {
    ...place,
    name: 'verhuisd binnen de streek: het traject blijft hier',
    referral: metRisico('licht'),
    steps: [
      { after: 'P2D', who: 'jeugdarts', happens: 'verhuisd', opens: [contact, 'verhuisd-besluit @ czv'] },
      besluit('P1D', 'czv', 'verhuisd-besluit', 'blijft', [contact]),
    ],
    ending: null,
    feedback: [verteld.aangemeld],
  },
  {
    ...place,
    name: 'verhuisd naar ver weg: het traject stopt hier',
    referral: metRisico('licht'),
    steps: [
      { after: 'P2D', who: 'czv', happens: 'verhuisd', opens: [contact, 'verhuisd-besluit @ czv'] },
      besluit('P1D', 'czv', 'verhuisd-besluit', 'stopt', []),
    ],
    ending: 'verhuisd',
    feedback: [verteld.aangemeld, verteld.stopt],
  },
  {
    ...place,
    name: 'een ouder overlijdt: het traject gaat door; het kind overlijdt: het eindigt in stilte',
    referral: metRisico('licht'),
    steps: [
      { after: 'P2D', who: 'czv', happens: 'overleden', of: 'ouder', opens: [contact] },
      { after: 'P2D', who: 'czv', happens: 'overleden', of: 'inwoner', opens: [] },
    ],
    ending: 'overleden',
    feedback: [verteld.aangemeld],
  },
  ...(['afgehandeld', 'meldcode-route'] as const).map((outcome): Journey => ({
    ...place,
    name: `een veiligheidssignaal: ${outcome}; de verwijzer hoort er niets van`,
    referral: metRisico('licht'),
    steps: [
      { after: 'P1D', who: 'jeugdarts', happens: 'veiligheidssignaal', opens: [contact, 'veiligheid @ czv'] },
      geweigerd('jeugdarts', 'veiligheid', outcome, 'forbidden'),
      besluit('P0D', 'czv', 'veiligheid', outcome, [contact]),
    ],
    ending: null,
    feedback: [verteld.aangemeld],
  })),
];
