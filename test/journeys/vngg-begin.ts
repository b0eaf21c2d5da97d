import type { Form, JourneyStep } from './journey.ts';

/* What many journeys through VnGG share: filled forms, and the way to a certain point. */

export const place = { chain: 'vngg', municipality: 'enschede' } as const;
export const both = ['overdracht', 'terugkoppeling'] as const;
export const cz = 'centrale-zorgcoordinator';
export const coach = 'leefstijlcoach';

const spinnenweb = {
  lichaamsfuncties: 5,
  mentaalWelbevinden: 6,
  zingeving: 6,
  kwaliteitVanLeven: 6,
  meedoen: 6,
  dagelijksLeven: 7,
};
export const gemeten: Form = { lengteCm: 172, gewichtKg: 98, middelCm: 108, comorbiditeit: ['artrose'] };
export const geenOorzaak: Form = { medicatie: false, hormonaal: false, mechanisch: false, psychisch: false };
const breed: Form = { ...spinnenweb, wens: 'Weer met de kleinkinderen kunnen fietsen' };
export const doel: Form = { doel: 'Weer fietsen', domeinen: ['bewegen', 'voeding'] };
export const generiek: Form = { ggr: 'matig', bmi: 33.1, programma: 'generiek' };
export const cool: Form = { ggr: 'sterk', bmi: 28, middelCm: 104, geslacht: 'man', programma: 'cool' };
export const meting: Form = { gewichtKg: 92, middelCm: 101, cijfer: 7, bijeenkomsten: 12 };
export const eind: Form = { gewichtKg: 88, cijfer: 8, doelBereikt: 'ja' };

/** What the referrer hears when the words may be full. */
export const verteld = {
  nuNiet: 'De inwoner wil het nu niet over gewicht hebben. Vraag het over 12 maanden opnieuw.',
  geenRisico: 'Er is geen verhoogd gezondheidsrisico door gewicht.',
  medisch: 'Er is een medische oorzaak. Die wordt eerst behandeld.',
  wachtstand: 'De inwoner is nu niet gemotiveerd. De praktijk vraagt het later opnieuw.',
  geenMotivatie: 'De inwoner wil nu geen hulp.',
  aangemeld: 'De inwoner is aangemeld bij de Centrale Zorgcoördinator.',
  teLaat: 'De Centrale Zorgcoördinator heeft de inwoner nog niet gesproken. De termijn van twee weken is voorbij.',
  bereikt: 'De Centrale Zorgcoördinator heeft contact met de inwoner. Er komt een intake.',
  nietBereikt: 'Het is na drie pogingen niet gelukt om de inwoner te bereiken. U kunt de inwoner opnieuw aanmelden.',
  intake: 'De Centrale Zorgcoördinator weet wat er bij de inwoner speelt en wat de inwoner wil.',
  eerst: 'De inwoner heeft eerst andere hulp nodig. Daarna gaat het traject verder.',
  andereHulp: 'De inwoner blijft bij andere hulp. Het traject is gestopt.',
  plan: 'Er is een plan gemaakt met de inwoner.',
  zietAf: 'De inwoner ziet af van deelname.',
  aanbod: 'De inwoner is begonnen met aanbod in de buurt.',
  gliBegonnen: 'De inwoner is begonnen met de Gecombineerde Leefstijlinterventie (GLI).',
  gliNietBegonnen: 'De inwoner begint niet met de GLI. De Centrale Zorgcoördinator zoekt een andere route.',
  behandeld: 'De inwoner heeft de behandelfase van de GLI afgerond en gaat verder met de onderhoudsfase.',
  gliKlaar: 'De inwoner heeft de GLI afgerond. Er volgt een eindmeting.',
  gestopt: 'De inwoner is gestopt. Samen wordt gekeken wat nu past.',
  eindmeting: 'De eindmeting is gedaan. De uitkomsten zijn met de inwoner besproken.',
  terugval: 'Het gaat minder goed met de inwoner. De praktijk bespreekt wat nu past.',
  afgerond: 'De inwoner houdt het zelf vol. Het traject is afgerond.',
  stopt: 'Het traject is gestopt.',
} as const;

/** The huisarts has determined the risk, and records it in the referral. */
export const metRisico = (ggr: string) =>
  ({
    who: 'huisarts',
    entry: 'bepaal-ggr',
    consent: ['terugkoppeling'],
    outcome: ggr,
    form: gemeten,
    opens: ['check-oorzaken @ huisarts'],
  }) as const;

/** The huisarts refers to the Centrale Zorgcoördinator at once. */
export const aangemeld = {
  who: 'huisarts',
  consent: both,
  opens: ['eerste-contact-cz @ centrale-zorgcoordinator'],
} as const;

export const naarMotivatie: JourneyStep = {
  after: 'P1D',
  who: 'huisarts',
  decides: 'check-oorzaken',
  outcome: 'geen',
  form: geenOorzaak,
  opens: ['bespreek-motivatie @ huisarts'],
};

export const gemotiveerd: readonly JourneyStep[] = [
  {
    after: 'P1D',
    who: 'poh',
    decides: 'bespreek-motivatie',
    outcome: 'gemotiveerd',
    opens: ['aanmelden-cz @ huisarts'],
  },
  {
    who: 'poh',
    decides: 'aanmelden-cz',
    outcome: 'gedaan',
    opens: ['eerste-contact-cz @ centrale-zorgcoordinator'],
  },
];

/** From the first contact to the plan. */
export const naarPlan: readonly JourneyStep[] = [
  {
    after: 'P4D',
    who: cz,
    decides: 'eerste-contact-cz',
    outcome: 'bereikt',
    opens: ['intake-cz @ centrale-zorgcoordinator'],
  },
  {
    after: 'P7D',
    who: cz,
    decides: 'intake-cz',
    outcome: 'gedaan',
    form: breed,
    opens: ['afweging-eerst @ centrale-zorgcoordinator'],
  },
  { after: 'P1D', who: cz, decides: 'afweging-eerst', outcome: 'nee', opens: ['plan @ centrale-zorgcoordinator'] },
];

/** The huisarts and the POH together, until there is a plan to make. */
export const totPlan: readonly JourneyStep[] = [naarMotivatie, ...gemotiveerd, ...naarPlan];

export const kiestGli: JourneyStep = {
  after: 'P2D',
  who: cz,
  decides: 'plan',
  outcome: 'gli',
  form: doel,
  opens: ['gli-verwijzing @ huisarts'],
};

export const kiestBuurt: JourneyStep = {
  after: 'P2D',
  who: cz,
  decides: 'plan',
  outcome: 'sociaal',
  form: doel,
  opens: ['sociaal-aanbod(offered) @ aanbieder'],
};

/** From the indication to a group; what else stands open is `beside`. */
export const naarGroep = (form: Form, ...beside: `${string} @ ${string}`[]): readonly JourneyStep[] => [
  {
    after: 'P2D',
    who: 'huisarts',
    decides: 'gli-verwijzing',
    outcome: 'indicatie-ok',
    form,
    opens: ['gli-wachtlijst(offered) @ leefstijlcoach', ...beside],
  },
  {
    after: 'P1D',
    who: coach,
    decides: 'gli-wachtlijst',
    outcome: 'aanvaard',
    opens: ['gli-wachtlijst @ leefstijlcoach', ...beside],
  },
];

export const begintGli = (...beside: `${string} @ ${string}`[]): readonly JourneyStep[] => [
  {
    after: 'P14D',
    who: coach,
    decides: 'gli-wachtlijst',
    outcome: 'start',
    opens: ['gli-intake @ leefstijlcoach', ...beside],
  },
  {
    after: 'P5D',
    who: coach,
    decides: 'gli-intake',
    outcome: 'start',
    form: meting,
    opens: ['gli-behandelfase @ leefstijlcoach', ...beside],
  },
];

/** The provider takes the resident on, and the resident begins. */
export const begintInDeBuurt: readonly JourneyStep[] = [
  {
    after: 'P1D',
    who: 'aanbieder',
    decides: 'sociaal-aanbod',
    outcome: 'aanvaard',
    opens: ['sociaal-aanbod @ aanbieder'],
  },
  {
    after: 'P5D',
    who: 'aanbieder',
    decides: 'sociaal-aanbod',
    outcome: 'gestart',
    opens: ['sociaal-vervolg @ aanbieder'],
  },
];

export const teruggekoppeld = (who: string): readonly JourneyStep[] => [
  {
    after: 'P3D',
    who,
    decides: 'eindmeting',
    outcome: 'gedaan',
    form: eind,
    opens: [`terugkoppeling @ ${who}`, 'beheer @ huisarts'],
  },
  { after: 'P1D', who, decides: 'terugkoppeling', outcome: 'gedaan', opens: ['beheer @ huisarts'] },
];

/** A year later the practice looks. */
export const eenJaarLater: JourneyStep = { after: 'P10M', clock: ['reminded'] };

/** What the referrer has heard until the plan. */
export const totPlanVerteld = [verteld.aangemeld, verteld.bereikt, verteld.intake] as const;
