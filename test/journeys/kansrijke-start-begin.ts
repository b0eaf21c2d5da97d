import type { Form, JourneyStep } from './journey.ts';

/* What many journeys through kansrijke start share: where they play, filled forms, and the way to a certain point. */

export const place = { chain: 'kansrijke-start', municipality: 'enschede' } as const;
export const hellendoorn = { chain: 'kansrijke-start', municipality: 'hellendoorn' } as const;
export const both = ['overdracht', 'terugkoppeling'] as const;

export const geenRisico: Form = { risico: 'geen', bescherming: 'voldoende' };
export const nietPluis: Form = { risico: 'geen', bescherming: 'voldoende', nietPluis: true };
export const kwetsbaar: Form = { instrument: 'alpha-nl', risico: 'ja', bescherming: 'onvoldoende' };
export const zeer: Form = { instrument: 'r4u', risico: 'urgent', bescherming: 'onvoldoende' };
export const bereikbaar: Form = { contact: 'telefoon', tolk: true };
export const thuis: Form = { vorm: 'thuis' };
export const plan: Form = { wensen: 'Rust thuis', afspraken: 'Elke maand een gesprek', voorzorg: 'nee' };
export const planMetVoorzorg: Form = { ...plan, voorzorg: 'ja' };
export const gestart: Form = { interventies: ['stevig-ouderschap', 'moedergroep'] };
export const voorzorg: Form = { interventies: ['voorzorg'] };
export const geprikt: Form = { hielprik: true, gehoor: true, stevigOuderschap: true };
export const rustig: Form = { opmerking: 'Alles gaat goed' };
export const somber: Form = { stemming: true };
export const tevreden: Form = { cijfer: 8, geholpen: true };

/** What the referrer hears when the words may be full. */
export const verteld = {
  preconceptie: 'Er is gesproken over de kinderwens. De ouder kreeg advies over een gezonde zwangerschap.',
  nnz: 'Er is gesproken over de kinderwens. Wat nodig was, is geregeld.',
  aangemeld: 'De ouder is aangemeld bij de jeugdgezondheidszorg voor een prenataal huisbezoek.',
  teLaat: 'De jeugdgezondheidszorg heeft de ouder nog niet gesproken. De termijn is voorbij.',
  nietBereikt: 'Het is niet gelukt om de ouder te bereiken. De gewone zorg gaat door.',
  zietAf: 'De ouder ziet nu af van het huisbezoek. Dat mag: de gewone zorg gaat door.',
  bezoek: 'Het huisbezoek is geweest. Er komt een plan, samen met de ouder.',
  plan: 'Er is een plan gemaakt, samen met de ouder. De eerste contactpersoon vertelt u er meer over.',
  gestart: 'De hulp uit het plan is begonnen.',
  overgedragen: 'De kraamzorg heeft de zorg overgedragen aan de jeugdgezondheidszorg.',
  basiszorg: 'Er is geen extra hulp nodig. De jeugdgezondheidszorg gaat door met de gewone zorg.',
  afgerond: 'Het plan is afgerond. De gewone zorg gaat door.',
  gestopt: 'Het traject is gestopt.',
} as const;

/** In the words for who may not hear the content. */
export const neutraal = {
  aangemeld: 'De aanmelding is gedaan.',
  stap: 'Er is een volgende stap gezet.',
  afgerond: 'Het traject is afgerond.',
} as const;

export const vk = 'verloskundige';
export const jvk = 'jeugdverpleegkundige';
const contact = `eerste-contact-jgz @ ${jvk}` as const;

/** A midwife registers somebody who said yes, twelve weeks pregnant. */
export const aangemeld = {
  who: vk,
  consent: both,
  form: bereikbaar,
  outcome: 'aangemeld',
  anchors: { aterme: 'P28W' },
  opens: [contact],
} as const;

/** From the first contact to a plan that the JGZ carries out. */
export const naarPlan: readonly JourneyStep[] = [
  { who: jvk, decides: 'eerste-contact-jgz', outcome: 'afspraak', opens: [`phb @ ${jvk}`] },
  { after: 'P1W', who: jvk, decides: 'phb', outcome: 'gedaan', form: thuis, opens: [`plan @ ${jvk}`] },
];

/** A plan of the JGZ, told, and help that began. */
export const naarVolgen: readonly JourneyStep[] = [
  {
    who: jvk,
    decides: 'plan',
    outcome: 'alleen-jgz',
    form: plan,
    opens: [`terugkoppeling-vk @ ${jvk}`, `inzet @ ${jvk}`],
  },
  { who: jvk, decides: 'terugkoppeling-vk', outcome: 'gedaan', opens: [`inzet @ ${jvk}`] },
  { who: jvk, decides: 'inzet', outcome: 'gestart', form: gestart, opens: [`volgen @ ${jvk}`] },
];

export const naarVolgenVerteld = [verteld.bezoek, verteld.plan, verteld.gestart] as const;
