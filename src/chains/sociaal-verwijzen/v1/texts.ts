/** What people read in this chain: roles, endings, what the referrer is told, and reasons. */
export const texts = {
  roles: {
    huisarts: 'Huisarts',
    poh: 'Praktijkondersteuner van de huisarts (POH)',
    fysio: 'Fysiotherapeut of oefentherapeut',
    gebiedsteam: 'Gebiedsteam of wijkteam',
    signaleerder: 'Signaleerder',
    'sociaal-verwijzer': 'Sociaal verwijzer',
    aanbieder: 'Aanbieder van een activiteit',
    'andere-hulpverlener': 'Andere hulpverlener, buiten Ketenpad',
  },
  endings: {
    'geen-verwijzing': 'Geen vraag voor Sociaal Verwijzen',
    'geen-toestemming': 'Inwoner geeft geen toestemming',
    onvolledig: 'De aanmelding is niet aangevuld',
    'niet-bereikt': 'Inwoner is niet bereikt',
    'geen-deelname': 'Inwoner ziet af van deelname',
    'niet-passend': 'Terug naar de verwijzer, met advies',
    'eerst-andere-hulp': 'Eerst is andere hulp nodig',
    'geen-aanbod': 'Er is geen passend aanbod',
    'afgerond-duurzaam': 'Afgerond, de inwoner is duurzaam geholpen',
    'afgerond-niet': 'Afgerond, de inwoner is niet duurzaam geholpen',
    'afgerond-onbekend': 'Afgerond, niet bekend hoe het nu gaat',
  },
  milestones: {
    'geen-verwijzing': {
      full: 'Er is nu geen vraag voor Sociaal Verwijzen.',
      neutral: 'Het traject is gestopt.',
    },
    'verkennend-gesprek': {
      full: 'De inwoner heeft een verkennend gesprek gehad.',
      neutral: 'Het traject is afgerond.',
    },
    'geen-toestemming': {
      full: 'De inwoner geeft geen toestemming om gegevens door te geven.',
      neutral: 'Het traject is gestopt.',
    },
    onvolledig: {
      full: 'De aanmelding is niet aangevuld. U kunt de inwoner opnieuw aanmelden.',
      neutral: 'Het traject is gestopt.',
    },
    aangemeld: {
      full: 'De inwoner is aangemeld bij de sociaal verwijzer.',
      neutral: 'De inwoner is aangemeld bij de volgende partij.',
    },
    'contact-te-laat': {
      full: 'Het eerste contact met de inwoner is nog niet gelukt. De termijn van twee weken is voorbij.',
      neutral: 'Het eerste contact is nog niet gelukt. De termijn is voorbij.',
    },
    bereikt: {
      full: 'De sociaal verwijzer heeft contact met de inwoner. Er komt een intake.',
      neutral: 'Er is contact met de inwoner.',
    },
    'niet-bereikt': {
      full: 'Het is na drie pogingen niet gelukt om de inwoner te bereiken. U kunt de inwoner opnieuw aanmelden.',
      neutral: 'Het traject is gestopt.',
    },
    'ziet-af': { full: 'De inwoner ziet af van deelname.', neutral: 'Het traject is gestopt.' },
    'terug-met-advies': {
      full: 'Sociaal Verwijzen past niet bij de vraag. De inwoner komt terug bij u, met een advies.',
      neutral: 'Het traject is gestopt. De inwoner komt bij u terug.',
    },
    intake: {
      full: 'De sociaal verwijzer heeft met de inwoner gesproken over wat er speelt en wat past.',
      neutral: 'Er is een volgende stap gezet.',
    },
    'eerst-andere-hulp': {
      full: 'De inwoner heeft eerst andere hulp nodig. Daarna gaat het traject verder.',
      neutral: 'De inwoner wacht op een volgende stap.',
    },
    'andere-hulp': {
      full: 'De inwoner blijft bij andere hulp.',
      neutral: 'Het traject is gestopt.',
    },
    gestart: {
      full: 'De inwoner is begonnen met een activiteit.',
      neutral: 'De inwoner is begonnen bij de volgende partij.',
    },
    'geen-aanbod': {
      full: 'Er is nu geen aanbod dat bij de inwoner past.',
      neutral: 'Het traject is gestopt.',
    },
    'na-drie-maanden': {
      full: 'De sociaal verwijzer heeft drie maanden na de start gekeken hoe het gaat.',
      neutral: 'Er is een volgende stap gezet.',
    },
    heroverweging: {
      full: 'De inwoner is gestopt met de activiteit. De sociaal verwijzer bespreekt wat wel past.',
      neutral: 'Er is een volgende stap gezet.',
    },
    'opnieuw-hulp': {
      full: 'De inwoner wil opnieuw hulp. De sociaal verwijzer bespreekt wat past.',
      neutral: 'Er is een volgende stap gezet.',
    },
    afgerond: {
      full: 'Het traject is afgerond. De sociaal verwijzer heeft met de inwoner teruggekeken.',
      neutral: 'Het traject is afgerond.',
    },
  },
  reasons: {
    'geen-plek': 'Er is nu geen plek',
    'past-niet': 'De inwoner past niet bij dit aanbod',
    'te-ver': 'Het is te ver voor de inwoner',
    'anders-ingeschat': 'Mijn oordeel wijkt af van het voorstel',
  },
} as const;
