import type { Decision, Form, JourneyStep, OpenStep } from './journey.ts';

/* What many journeys through KnGG share: filled forms, and the way to a certain point. */

export const place = { chain: 'kngg', municipality: 'enschede' } as const;
export const both = ['overdracht', 'terugkoppeling'] as const;
export const jvk = 'jeugdverpleegkundige';

export const gezien: Form = { lengteCm: 132, gewichtKg: 42, klinischeBlik: true };
export const ouders: Form = { leeftijd: 'onder-12', door: 'ouders' };
export const risico = (ggr: string, comorbiditeit = false): Form => ({
  ggr,
  comorbiditeit,
  iotf: 'graad-1',
  bmi: 24.1,
});
export const start: Form = { cantril: 6, kindl: 61, lekkerInVel: 5 };
const breed: Form = { leidraad: true, themas: ['slaap', 'geld', 'voeding'] };
export const doel: Form = { aanbod: ['sport', 'schuldhulp'], doel: 'Weer meedoen met gym' };
export const gevolgd: Form = { volgtPlan: 'ja', contact: 'goed', bmiSds: 2.1 };
export const terugblik: Form = {
  cantril: 7,
  geholpen: 'ja',
  cijfer: 8,
  doelen: 'bereikt',
  afgenomenDoor: 'ander',
  bmiSds: 1.9,
};
export const volgehouden: Form = { cantril: 7, volgehouden: true, bmiSds: 1.9 };
export const teruggevallen: Form = { cantril: 5, volgehouden: false, bmiSds: 2.4 };

/** What the referrer hears when the words may be full. */
export const verteld = {
  geenRisico: 'Er is geen verhoogd gezondheidsrisico door gewicht.',
  geenToestemming: 'Het gezin geeft geen toestemming. Het volgende moment bij de JGZ blijft staan.',
  kinderarts: 'Het kind gaat eerst naar de kinderarts. Daarna gaat de aanmelding verder.',
  aangemeld: 'Het gezin is aangemeld bij de centrale zorgverlener.',
  nietPassend: 'Het kind hoort niet bij de doelgroep van deze gemeente.',
  teLaat: 'De centrale zorgverlener heeft het gezin nog niet gesproken. De termijn is voorbij.',
  nietBereikt: 'Het gezin is niet bereikt, of ziet af. U kunt het gezin opnieuw aanmelden.',
  intake: 'De centrale zorgverlener heeft kennisgemaakt met het gezin.',
  eerst: 'Het gezin heeft eerst andere hulp nodig. Daarna gaat het traject verder.',
  andereHulp: 'Het gezin blijft bij andere hulp. Het traject is gestopt.',
  plan: 'Er is een plan gemaakt met het kind en het gezin.',
  zietAf: 'Het gezin ziet af van deelname.',
  gestart: 'Het kind is begonnen met de kinder-GLI.',
  uitgevallen: 'Het gezin is gestopt. Samen wordt gekeken wat nu past.',
  evaluatie: 'Het plan is besproken met het kind en het gezin.',
  overgedragen: 'De begeleiding is afgerond en warm overgedragen. Na een half jaar en een jaar wordt teruggekeken.',
  terugval: 'Het gaat minder goed. De centrale zorgverlener pakt de begeleiding weer op.',
  afgerond: 'Een jaar na de begeleiding gaat het nog steeds goed. Het traject is afgerond.',
  stopt: 'Het traject is gestopt.',
} as const;

/** Someone decides so long after what came before; afterwards this stands open. */
export function besluit(
  after: string,
  who: string,
  decides: string,
  outcome: string,
  opens: readonly OpenStep[],
  more: Pick<Decision, 'form' | 'reason' | 'to'> = {},
): Decision {
  return { after, who, decides, outcome, opens, ...more };
}

/** Someone tries to, and may not: then nothing changes. */
export function geweigerd(
  who: string,
  decides: string,
  outcome: string,
  refused: string,
  more: Pick<Decision, 'form' | 'reason'> = {},
): Decision {
  return { who, decides, outcome, refused, ...more };
}

/** The jeugdarts registers a child of this class. */
export const metRisico = (ggr: string) =>
  ({
    who: 'jeugdarts',
    consent: both,
    outcome: 'in-doelgroep',
    form: { ggr },
    opens: ['eerste-contact @ czv'],
  }) as const;

export const totAnalyse: readonly JourneyStep[] = [
  besluit('P4D', 'czv', 'eerste-contact', 'bereikt', ['intake @ czv']),
  besluit('P7D', 'czv', 'intake', 'gedaan', ['brede-anamnese @ czv'], { form: start }),
  besluit('P7D', 'czv', 'brede-anamnese', 'gedaan', ['analyse @ czv'], { form: breed }),
];

/** From the first contact to the plan. */
export const totPlan: readonly JourneyStep[] = [
  ...totAnalyse,
  besluit('P3D', 'czv', 'analyse', 'leefstijl', ['plan @ czv']),
];
export const totPlanVerteld = [verteld.aangemeld, verteld.intake] as const;

export const zonder = besluit('P3D', 'czv', 'plan', 'zonder', ['uitvoering @ aanbieder'], { form: doel });

/** A plan with a kinder-GLI, and the doctor refers. */
export const naarGli: readonly JourneyStep[] = [
  besluit('P3D', 'czv', 'plan', 'met-kinder-gli', ['gli-verwijzing(offered) @ jeugdarts'], { form: doel }),
  besluit('P2D', 'jeugdarts', 'gli-verwijzing', 'geaccepteerd', ['gli-start @ aanbieder']),
];

/** Ended, handed over warmly, and looked back at twice. */
export const naarNazorg: readonly JourneyStep[] = [
  besluit('P2D', jvk, 'overdracht', 'aanvaard', ['overdracht(contact) @ jeugdarts']),
  besluit('P3D', 'czv', 'overdracht', 'contact-bevestigd', ['overdracht @ jeugdarts']),
  besluit('P2D', jvk, 'overdracht', 'bevestigd', ['nazorg @ jeugdarts']),
];
export const blijftGoed: readonly JourneyStep[] = [
  { after: 'P5M', clock: ['reminded'] },
  besluit('P14D', jvk, 'nazorg', 'stabiel', ['nazorg-jaar @ jeugdarts'], { form: volgehouden }),
  { after: 'P5M', clock: ['reminded'] },
  besluit('P14D', jvk, 'nazorg-jaar', 'stabiel', [], { form: volgehouden }),
];
export const goedVerteld = [verteld.evaluatie, verteld.overgedragen, verteld.afgerond] as const;
