/** What people read in this chain: roles, endings, what the referrer is told, and reasons. */
export const texts = {
  roles: {
    signaleerder: 'Signaleerder',
    huisarts: 'Huisarts',
    poh: 'Praktijkondersteuner van de huisarts (POH)',
    'centrale-zorgcoordinator': 'Centrale Zorgcoördinator',
    'gli-aanbieder': 'Aanbieder van de GLI',
    leefstijlcoach: 'Leefstijlcoach',
    aanbieder: 'Aanbieder in de buurt',
    'andere-hulpverlener': 'Andere hulpverlener, buiten Ketenpad',
  },
  endings: {
    'geen-toestemming': 'Inwoner wil het nu niet over gewicht hebben',
    'geen-verhoogd-ggr': 'Geen verhoogd gezondheidsrisico door gewicht',
    'medisch-traject': 'Eerst een medische oorzaak behandelen',
    'geen-motivatie': 'Inwoner is nu niet gemotiveerd',
    'niet-bereikt': 'Inwoner is niet bereikt',
    'eerst-andere-hulp': 'Eerst is andere hulp nodig',
    'geen-deelname': 'Inwoner ziet af van deelname',
    afgerond: 'Afgerond, de inwoner houdt het zelf vol',
  },
  milestones: {
    'geen-toestemming': {
      full: 'De inwoner wil het nu niet over gewicht hebben. Vraag het over 12 maanden opnieuw.',
      neutral: 'Het traject is gestopt.',
    },
    'geen-verhoogd-ggr': {
      full: 'Er is geen verhoogd gezondheidsrisico door gewicht.',
      neutral: 'Het traject is afgerond.',
    },
    'medisch-traject': {
      full: 'Er is een medische oorzaak. Die wordt eerst behandeld.',
      neutral: 'Het traject is gestopt.',
    },
    wachtstand: {
      full: 'De inwoner is nu niet gemotiveerd. De praktijk vraagt het later opnieuw.',
      neutral: 'De inwoner wacht op een volgende stap.',
    },
    'geen-motivatie': { full: 'De inwoner wil nu geen hulp.', neutral: 'Het traject is gestopt.' },
    aangemeld: {
      full: 'De inwoner is aangemeld bij de Centrale Zorgcoördinator.',
      neutral: 'De inwoner is aangemeld bij de volgende partij.',
    },
    'contact-te-laat': {
      full: 'De Centrale Zorgcoördinator heeft de inwoner nog niet gesproken. De termijn van twee weken is voorbij.',
      neutral: 'Het eerste contact is nog niet gelukt. De termijn is voorbij.',
    },
    bereikt: {
      full: 'De Centrale Zorgcoördinator heeft contact met de inwoner. Er komt een intake.',
      neutral: 'Er is contact met de inwoner.',
    },
    'niet-bereikt': {
      full: 'Het is na drie pogingen niet gelukt om de inwoner te bereiken. U kunt de inwoner opnieuw aanmelden.',
      neutral: 'Het traject is gestopt.',
    },
    intake: {
      full: 'De Centrale Zorgcoördinator weet wat er bij de inwoner speelt en wat de inwoner wil.',
      neutral: 'Er is een volgende stap gezet.',
    },
    'eerst-andere-hulp': {
      full: 'De inwoner heeft eerst andere hulp nodig. Daarna gaat het traject verder.',
      neutral: 'De inwoner wacht op een volgende stap.',
    },
    'andere-hulp': {
      full: 'De inwoner blijft bij andere hulp. Het traject is gestopt.',
      neutral: 'Het traject is gestopt.',
    },
    plan: {
      full: 'Er is een plan gemaakt met de inwoner.',
      neutral: 'Er is een volgende stap gezet.',
    },
    'ziet-af': { full: 'De inwoner ziet af van deelname.', neutral: 'Het traject is gestopt.' },
    'aanbod-gestart': {
      full: 'De inwoner is begonnen met aanbod in de buurt.',
      neutral: 'De inwoner is begonnen bij de volgende partij.',
    },
    'gli-niet-gestart': {
      full: 'De inwoner begint niet met de GLI. De Centrale Zorgcoördinator zoekt een andere route.',
      neutral: 'Er is een volgende stap gezet.',
    },
    'gli-gestart': {
      full: 'De inwoner is begonnen met de Gecombineerde Leefstijlinterventie (GLI).',
      neutral: 'De inwoner is begonnen bij de volgende partij.',
    },
    'gli-behandeld': {
      full: 'De inwoner heeft de behandelfase van de GLI afgerond en gaat verder met de onderhoudsfase.',
      neutral: 'Er is een volgende stap gezet.',
    },
    'gli-afgerond': {
      full: 'De inwoner heeft de GLI afgerond. Er volgt een eindmeting.',
      neutral: 'Er is een volgende stap gezet.',
    },
    uitgevallen: {
      full: 'De inwoner is gestopt. Samen wordt gekeken wat nu past.',
      neutral: 'Er is een volgende stap gezet.',
    },
    eindmeting: {
      full: 'De eindmeting is gedaan. De uitkomsten zijn met de inwoner besproken.',
      neutral: 'Er is een volgende stap gezet.',
    },
    terugval: {
      full: 'Het gaat minder goed met de inwoner. De praktijk bespreekt wat nu past.',
      neutral: 'Er is een volgende stap gezet.',
    },
    afgerond: {
      full: 'De inwoner houdt het zelf vol. Het traject is afgerond.',
      neutral: 'Het traject is afgerond.',
    },
  },
  reasons: {
    'past-niet-in-leven': 'Het programma past niet in het leven van de inwoner',
    'mentale-of-fysieke-problemen': 'Mentale of lichamelijke problemen',
    'sluit-niet-aan': 'De inhoud sluit niet aan',
    'geen-klik-coach-of-groep': 'Geen klik met de coach of de groep',
    'geen-plek': 'Er is nu geen plek',
    'te-ver': 'Het is te ver voor de inwoner',
    'klinische-blik': 'Klinische blik: mijn oordeel wijkt af van het voorstel',
  },
} as const;
