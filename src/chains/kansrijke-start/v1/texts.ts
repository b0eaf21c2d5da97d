/** What people read in this chain: roles, endings, what the referrer is told, and reasons. */
export const texts = {
  roles: {
    inwoner: 'Ouder',
    aandachtsfunctionaris: 'Aandachtsfunctionaris',
    ggd: 'Coördinator Nu Niet Zwanger (GGD)',
    verloskundige: 'Verloskundige',
    huisarts: 'Huisarts',
    poh: 'Praktijkondersteuner van de huisarts (POH)',
    kinderarts: 'Kinderarts',
    kraamzorg: 'Kraamzorg',
    jeugdverpleegkundige: 'Jeugdverpleegkundige',
    jeugdarts: 'Jeugdarts',
    screener: 'Screener',
    gebiedsteam: 'Gebiedsteam',
  },
  endings: {
    'preconceptie-advies': 'Advies gegeven over een gezonde zwangerschap',
    nnz: 'Geregeld: nu niet zwanger',
    basiszorg: 'Gewone zorg, geen extra hulp nodig',
    afgerond: 'Afgerond rond de tweede verjaardag',
  },
  milestones: {
    preconceptie: {
      full: 'Er is gesproken over de kinderwens. De ouder kreeg advies over een gezonde zwangerschap.',
      neutral: 'Het traject is afgerond.',
    },
    nnz: {
      full: 'Er is gesproken over de kinderwens. Wat nodig was, is geregeld.',
      neutral: 'Het traject is afgerond.',
    },
    aangemeld: {
      full: 'De ouder is aangemeld bij de jeugdgezondheidszorg voor een prenataal huisbezoek.',
      neutral: 'De aanmelding is gedaan.',
    },
    'contact-te-laat': {
      full: 'De jeugdgezondheidszorg heeft de ouder nog niet gesproken. De termijn is voorbij.',
      neutral: 'Het eerste contact is nog niet gelukt. De termijn is voorbij.',
    },
    'niet-bereikt': {
      full: 'Het is niet gelukt om de ouder te bereiken. De gewone zorg gaat door.',
      neutral: 'Er is een volgende stap gezet.',
    },
    'ziet-af': {
      full: 'De ouder ziet nu af van het huisbezoek. Dat mag: de gewone zorg gaat door.',
      neutral: 'Er is een volgende stap gezet.',
    },
    'bezoek-geweest': {
      full: 'Het huisbezoek is geweest. Er komt een plan, samen met de ouder.',
      neutral: 'Er is een volgende stap gezet.',
    },
    plan: {
      full: 'Er is een plan gemaakt, samen met de ouder. De eerste contactpersoon vertelt u er meer over.',
      neutral: 'Er is een volgende stap gezet.',
    },
    'hulp-gestart': {
      full: 'De hulp uit het plan is begonnen.',
      neutral: 'Er is een volgende stap gezet.',
    },
    overgedragen: {
      full: 'De kraamzorg heeft de zorg overgedragen aan de jeugdgezondheidszorg.',
      neutral: 'Er is een volgende stap gezet.',
    },
    basiszorg: {
      full: 'Er is geen extra hulp nodig. De jeugdgezondheidszorg gaat door met de gewone zorg.',
      neutral: 'Het traject is afgerond.',
    },
    afgerond: {
      full: 'Het plan is afgerond. De gewone zorg gaat door.',
      neutral: 'Het traject is afgerond.',
    },
  },
  reasons: {
    'klinische-blik': 'Klinische blik: mijn oordeel wijkt af van het voorstel',
    'geen-plek': 'Er is nu geen plek',
    'past-niet': 'Deze hulp past niet bij de ouder',
    'ander-gebied': 'De ouder woont in een ander gebied',
  },
} as const;
