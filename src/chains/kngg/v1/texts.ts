/** What people read in this chain: roles, endings, what the referrer is told, and reasons. */
export const texts = {
  roles: {
    jeugdverpleegkundige: 'Jeugdverpleegkundige',
    jeugdarts: 'Jeugdarts',
    jgz: 'Jeugdgezondheidszorg (JGZ)',
    huisarts: 'Huisarts',
    kinderarts: 'Kinderarts',
    signaleerder: 'Signaleerder, zoals school of sport',
    czv: 'Centrale zorgverlener (CZV)',
    'kinder-gli-aanbieder': 'Aanbieder van de kinder-GLI',
    aanbieder: 'Aanbieder van ondersteuning',
  },
  endings: {
    'geen-verhoogd-risico': 'Geen verhoogd gezondheidsrisico door gewicht',
    'geen-toestemming': 'Ouders of kind geven geen toestemming',
    'niet-passend': 'Past niet in de doelgroep van deze gemeente',
    'niet-bereikt': 'Het gezin is niet bereikt, of ziet af',
    'eerst-andere-hulp': 'Eerst is andere hulp nodig',
    'geen-deelname': 'Het gezin ziet af van deelname',
    afgerond: 'Afgerond, het kind groeit verder in een gezonder patroon',
  },
  milestones: {
    'geen-verhoogd-risico': {
      full: 'Er is geen verhoogd gezondheidsrisico door gewicht.',
      neutral: 'Het traject is afgerond.',
    },
    'geen-toestemming': {
      full: 'Het gezin geeft geen toestemming. Het volgende moment bij de JGZ blijft staan.',
      neutral: 'Het traject is gestopt.',
    },
    'naar-kinderarts': {
      full: 'Het kind gaat eerst naar de kinderarts. Daarna gaat de aanmelding verder.',
      neutral: 'Er is een volgende stap gezet.',
    },
    aangemeld: {
      full: 'Het gezin is aangemeld bij de centrale zorgverlener.',
      neutral: 'Het gezin is aangemeld bij de volgende partij.',
    },
    'niet-passend': {
      full: 'Het kind hoort niet bij de doelgroep van deze gemeente.',
      neutral: 'Het traject is gestopt.',
    },
    'contact-te-laat': {
      full: 'De centrale zorgverlener heeft het gezin nog niet gesproken. De termijn is voorbij.',
      neutral: 'Het eerste contact is nog niet gelukt. De termijn is voorbij.',
    },
    'niet-bereikt': {
      full: 'Het gezin is niet bereikt, of ziet af. U kunt het gezin opnieuw aanmelden.',
      neutral: 'Het traject is gestopt.',
    },
    intake: {
      full: 'De centrale zorgverlener heeft kennisgemaakt met het gezin.',
      neutral: 'Er is een volgende stap gezet.',
    },
    'eerst-andere-hulp': {
      full: 'Het gezin heeft eerst andere hulp nodig. Daarna gaat het traject verder.',
      neutral: 'Het gezin wacht op een volgende stap.',
    },
    'andere-hulp': {
      full: 'Het gezin blijft bij andere hulp. Het traject is gestopt.',
      neutral: 'Het traject is gestopt.',
    },
    plan: {
      full: 'Er is een plan gemaakt met het kind en het gezin.',
      neutral: 'Er is een volgende stap gezet.',
    },
    'ziet-af': { full: 'Het gezin ziet af van deelname.', neutral: 'Het traject is gestopt.' },
    gestart: {
      full: 'Het kind is begonnen met de kinder-GLI.',
      neutral: 'Het kind is begonnen bij de volgende partij.',
    },
    uitgevallen: {
      full: 'Het gezin is gestopt. Samen wordt gekeken wat nu past.',
      neutral: 'Er is een volgende stap gezet.',
    },
    evaluatie: {
      full: 'Het plan is besproken met het kind en het gezin.',
      neutral: 'Er is een volgende stap gezet.',
    },
    overgedragen: {
      full: 'De begeleiding is afgerond en warm overgedragen. Na een half jaar en een jaar wordt teruggekeken.',
      neutral: 'Er is een volgende stap gezet.',
    },
    terugval: {
      full: 'Het gaat minder goed. De centrale zorgverlener pakt de begeleiding weer op.',
      neutral: 'Er is een volgende stap gezet.',
    },
    afgerond: {
      full: 'Een jaar na de begeleiding gaat het nog steeds goed. Het traject is afgerond.',
      neutral: 'Het traject is afgerond.',
    },
  },
  reasons: {
    'past-niet-in-leven': 'Het past niet in het leven van het gezin',
    'geen-klik-coach-of-groep': 'Geen klik met de coach of de groep',
    'sluit-niet-aan': 'De inhoud sluit niet aan',
    'geen-plek': 'Er is nu geen plek',
    'te-ver': 'Het is te ver voor het gezin',
    'klinische-blik': 'Klinische blik: mijn oordeel wijkt af van het voorstel',
  },
} as const;
