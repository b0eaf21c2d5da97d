/**
 * The region's table for kansrijke start (a.5), in our own words: every row, the steps of this version that carry it,
 * and the document that the row comes from. The generated page and its tests read it; cases do not.
 */
export const tableA5 = [
  {
    row: 'kinderwens',
    says: 'Gesprek over kinderwens door een aandachtsfunctionaris. Nu niet: begeleiding. Wel: advies. Zwanger: naar de verloskundige.',
    steps: ['kinderwens'],
    outcomes: { 'nu-niet': 'kinderwens.nu-niet', kinderwens: 'kinderwens.kinderwens', zwanger: 'kinderwens.zwanger' },
    source: 'OPD-D5, NIJMEGEN',
  },
  {
    row: 'nnz-begeleiding',
    says: 'Begeleiding en anticonceptie, binnen 3 maanden. Lukt het niet alleen: opschalen naar de GGD.',
    steps: ['nnz-begeleiding'],
    outcomes: { geregeld: 'nnz-begeleiding.geregeld', opschalen: 'nnz-begeleiding.opschalen' },
    source: 'OPD-D5',
  },
  {
    row: 'nnz-coordinator',
    says: 'De inhoudelijk coördinator van de GGD denkt mee, binnen 10 werkdagen. Daarna gaat de begeleiding verder.',
    steps: ['nnz-coordinator'],
    outcomes: { 'naar nnz-begeleiding': 'nnz-coordinator.meegedacht' },
    source: 'OPD-D5',
  },
  {
    row: 'intake-vk',
    says: 'De verloskundige let bij de intake (week 8 tot 10) op signalen. Signaal: wegen. Geen: gewone zorg.',
    steps: ['intake-vk'],
    outcomes: { signaal: 'intake-vk.signaal', geen: 'intake-vk.geen' },
    source: 'NIJMEGEN',
  },
  {
    row: 'basiszorg-volgen',
    says: 'Gewone zorg met nieuwe signaalmomenten, tot er een signaal is of het kind is geboren.',
    steps: ['basiszorg-volgen', 'na-geboorte'],
    outcomes: { signaal: 'basiszorg-volgen.signaal', geboren: 'basiszorg-volgen.geboren' },
    source: 'FRYSLAN',
  },
  {
    row: 'weging',
    says: 'Verloskundige en ouders wegen: geen, mogelijk kwetsbaar, kwetsbaar, zeer kwetsbaar (met voorrang) of niet veilig (meldcode, buiten het systeem).',
    steps: ['weging', 'meldcode-route'],
    outcomes: {
      geen: 'weging.geen',
      potentieel: 'weging.potentieel',
      kwetsbaar: 'weging.kwetsbaar',
      zeer: 'weging.zeer',
      onveilig: 'weging.onveilig',
    },
    source: 'NIJMEGEN, FRYSLAN',
  },
  {
    row: 'toestemming',
    says: 'Uitdrukkelijke toestemming. Nee heeft geen gevolgen: de gewone zorg gaat door en de verloskundige blijft vragen.',
    steps: ['toestemming'],
    outcomes: { gegeven: 'toestemming.gegeven', geweigerd: 'toestemming.geweigerd', onveilig: 'toestemming.onveilig' },
    source: 'PHB-2025, FRYSLAN',
  },
  {
    row: 'aanmelden-phb',
    says: 'Aanmelding bij de JGZ door verloskundige, ouder of een ander, met contactvoorkeur en zonder reden.',
    steps: ['aanmelden-phb'],
    outcomes: { 'naar eerste-contact-jgz': 'aanmelden-phb.aangemeld' },
    source: 'FRYSLAN, PHB-2025',
  },
  {
    row: 'aanmelden-kraamzorg',
    says: 'De verloskundige meldt kraamzorg aan naast de weging, liefst voor week 10, uiterlijk week 20.',
    steps: ['aanmelden-kraamzorg'],
    outcomes: { gedaan: 'aanmelden-kraamzorg.gedaan' },
    source: 'NIJMEGEN',
  },
  {
    row: 'eerste-contact-jgz',
    says: 'De JGZ neemt binnen 2 werkdagen contact op: afspraak, niet bereikt, of ziet af.',
    steps: ['eerste-contact-jgz'],
    outcomes: {
      afspraak: 'eerste-contact-jgz.afspraak',
      'niet-bereikt': 'eerste-contact-jgz.niet-bereikt',
      'ziet-af': 'eerste-contact-jgz.ziet-af',
    },
    source: 'FRYSLAN',
  },
  {
    row: 'phb',
    says: 'Prenataal huisbezoek binnen 14 dagen, ook samen met het gebiedsteam.',
    steps: ['phb'],
    outcomes: { 'naar plan': 'phb.gedaan' },
    source: 'FRYSLAN, NIJMEGEN',
  },
  {
    row: 'plan',
    says: 'Plan met de ouder en een eerste contactpersoon (JGZ of gebiedsteam), binnen 10 werkdagen. Veel steun nodig: eerst overleg.',
    steps: ['plan', 'gebiedsteam-erbij'],
    outcomes: { 'alleen-jgz': 'plan.alleen-jgz', gebiedsteam: 'plan.gebiedsteam', zeer: 'plan.zeer' },
    source: 'FRYSLAN',
  },
  {
    row: 'mdo',
    says: 'MDO of gezinspoli met de ouder erbij, elke één tot twee weken, tot er een besluit is.',
    steps: ['mdo'],
    outcomes: { besluit: 'mdo.besluit' },
    source: 'OPD-D5, NIJMEGEN',
  },
  {
    row: 'terugkoppeling-vk',
    says: 'De JGZ vertelt verwijzer en verloskundige binnen 5 werkdagen: plan, niet bereikt, of ziet af.',
    steps: ['terugkoppeling-vk', 'terugkoppeling-overleg', 'terugkoppeling-niet-bereikt', 'terugkoppeling-ziet-af'],
    outcomes: {
      plan: 'terugkoppeling-vk.gedaan',
      'niet-bereikt': 'terugkoppeling-niet-bereikt.gedaan',
      'ziet-af': 'terugkoppeling-ziet-af.gedaan',
    },
    source: 'FRYSLAN',
  },
  {
    row: 'inzet',
    says: 'Hulp begint binnen 4 weken; VoorZorg voor week 28. Lukt het niet: overleg.',
    steps: ['inzet'],
    outcomes: { gestart: 'inzet.gestart', niet: 'inzet.niet' },
    source: 'VOORZORG, OPD-D5',
  },
  {
    row: 'kraamintake',
    says: 'Intake door de kraamzorg tussen week 22 en 32. Signaal: wegen.',
    steps: ['kraamintake'],
    outcomes: { signaal: 'kraamintake.signaal', geen: 'kraamintake.geen' },
    source: 'FRYSLAN',
  },
  {
    row: 'kraamweek',
    says: 'Bij de geboorte, in elk open traject: uiterlijk dag 5 een signaal. Signaal: warme overdracht. Geen: schriftelijk.',
    steps: ['kraamweek'],
    outcomes: { signaal: 'kraamweek.signaal', geen: 'kraamweek.geen' },
    source: 'FRYSLAN',
  },
  {
    row: 'overdracht-jgz',
    says: 'Overdracht van kraamzorg aan JGZ aan het eind van week 1; warm bij een signaal.',
    steps: ['overdracht-jgz', 'overdracht-warm'],
    outcomes: { warm: 'overdracht-warm.bevestigd', schriftelijk: 'overdracht-jgz.bevestigd' },
    source: 'FRYSLAN',
  },
  {
    row: 'hielprik',
    says: 'Hielprik, gehoortest en vragenlijst Stevig Ouderschap op dag 4 tot 7.',
    steps: ['hielprik'],
    outcomes: { 'naar huisbezoek-2wk': 'hielprik.gedaan' },
    source: 'FRYSLAN',
  },
  {
    row: 'huisbezoek-2wk',
    says: 'Huisbezoek op dag 14. Extra steun nodig: een plan.',
    steps: ['huisbezoek-2wk'],
    outcomes: { extra: 'huisbezoek-2wk.extra', niet: 'huisbezoek-2wk.niet' },
    source: 'FRYSLAN',
  },
  {
    row: 'jeugdarts-4wk',
    says: 'De jeugdarts na 4 weken: terugkijken op het huisbezoek, een plan bij een signaal, anders gewone zorg.',
    steps: ['jeugdarts-4wk', 'einde-basiszorg'],
    outcomes: {
      'phb-gedaan': 'jeugdarts-4wk.phb-gedaan',
      signaal: 'jeugdarts-4wk.signaal',
      geen: 'jeugdarts-4wk.geen',
    },
    source: 'FRYSLAN',
  },
  {
    row: 'evaluatie-phb',
    says: 'Terugkijken op het prenatale huisbezoek, uiterlijk 6 weken na de geboorte.',
    steps: ['evaluatie-phb'],
    outcomes: { 'naar volgen': 'evaluatie-phb.gedaan' },
    source: 'FRYSLAN',
  },
  {
    row: 'volgen',
    says: 'De eerste contactpersoon volgt het plan, elk half jaar, tot 2 jaar. Zo nodig naar KnGG of Sociaal Verwijzen.',
    steps: ['volgen'],
    outcomes: { doelen: 'volgen.doelen', nieuw: 'volgen.nieuw', kngg: 'volgen.kngg', 'ouder-sv': 'volgen.ouder-sv' },
    source: 'OPD-D5',
  },
  {
    row: 'afronding',
    says: 'Afronden rond de tweede verjaardag.',
    steps: ['afronding'],
    outcomes: { 'EIND:afgerond': 'afronding.afgerond' },
    source: 'OPD-D5',
  },
] as const satisfies readonly {
  readonly row: string;
  readonly says: string;
  readonly steps: readonly string[];
  readonly outcomes: Readonly<Record<string, string>>;
  readonly source: string;
}[];
