/** What people read in this chain: roles, endings, what the referrer is told, and reasons. */
export const texts = {
  roles: {
    huisarts: 'Huisarts',
    poh: 'Praktijkondersteuner van de huisarts (POH)',
    'sociaal-verwijzer': 'Gespreksvoerder uit het sociaal domein',
    'ggz-behandelaar': 'Behandelaar in de ggz, buiten Ketenpad',
  },
  endings: {
    'geen-gesprek': 'Een verkennend gesprek past niet',
    'niet-doorgegaan': 'Het gesprek is niet doorgegaan',
    afgerond: 'Afgerond',
  },
  milestones: {
    'geen-gesprek': { full: 'Een verkennend gesprek past nu niet.', neutral: 'Het traject is gestopt.' },
    afspraak: {
      full: 'De inwoner heeft een afspraak voor een verkennend gesprek.',
      neutral: 'Er is een volgende stap gezet.',
    },
    'gesprek-te-laat': {
      full: 'Het verkennend gesprek is nog niet geweest. De termijn van twee weken is voorbij.',
      neutral: 'Een stap duurt langer dan de bedoeling is.',
    },
    advies: {
      full: 'Het verkennend gesprek is geweest. U krijgt een bericht.',
      neutral: 'Er is een volgende stap gezet.',
    },
    'niet-doorgegaan': {
      full: 'Het verkennend gesprek is niet doorgegaan. De inwoner komt bij u terug.',
      neutral: 'Het traject is gestopt.',
    },
    afgerond: { full: 'Het traject is afgerond.', neutral: 'Het traject is afgerond.' },
  },
  reasons: {
    'anders-ingeschat': 'Mijn oordeel wijkt af van het voorstel',
    'geen-plek': 'Er is nu geen plek',
  },
} as const;
