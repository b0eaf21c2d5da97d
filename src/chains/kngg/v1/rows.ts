/**
 * The region's table for KnGG (a.3), in our own words: every row, the steps of this version that carry it, and the
 * document that the row comes from. The generated page and its tests read it; cases do not.
 */
export const tableA3 = [
  {
    row: 'signaleren',
    says: 'JGZ, huisarts, kinderarts of school ziet een kind met meer dan +1 SDS, of met een klinische blik.',
    steps: ['signaleren'],
    source: 'NCJ-2012',
  },
  {
    row: 'bespreken',
    says: 'Wie signaleert, bespreekt het en vraagt toestemming, ook voor monitoring. Geweigerd: het volgende moment bij de JGZ blijft staan. Wie toestemming geeft volgt uit de leeftijd, ook als het kind onderweg 12 of 16 wordt.',
    steps: ['bespreken', 'toestemming-12', 'toestemming-16'],
    source: 'MATRIX',
  },
  {
    row: 'bepaal-ggr',
    says: 'Jeugdarts, huisarts of kinderarts bepaalt de klasse van het gezondheidsrisico, binnen 4 weken. Een andere ziekte erbij: eerst de kinderarts.',
    steps: ['bepaal-ggr'],
    source: 'NCJ-2012',
  },
  {
    row: 'kinderarts',
    says: 'De jeugdarts gaat binnen 6 weken na of de afspraak bij de kinderarts is nagekomen.',
    steps: ['kinderarts'],
    source: 'NCJ-2012',
  },
  {
    row: 'nabellen',
    says: 'Is de afspraak gemist, dan belt de jeugdarts binnen 5 werkdagen: alsnog, of toch aanmelden.',
    steps: ['nabellen'],
    source: 'NCJ-2012',
  },
  {
    row: 'aanmelden',
    says: 'De verwijzer meldt het kind met zijn klasse aan bij de centrale zorgverlener, als het bij de doelgroep van de gemeente hoort.',
    steps: ['aanmelden'],
    source: 'KGLI-INS',
  },
  {
    row: 'eerste-contact',
    says: 'De centrale zorgverlener spreekt het gezin binnen 14 dagen.',
    steps: ['eerste-contact'],
    source: 'OPD-D5',
  },
  {
    row: 'terug-verwijzer',
    says: 'Niet bereikt, of het gezin ziet af: de verwijzer hoort het binnen 5 werkdagen, en het eindigt.',
    steps: ['terug-verwijzer'],
    source: 'KGLI-INS',
  },
  {
    row: 'intake',
    says: 'Kennismaking, en de eerste meting van kwaliteit van leven, binnen 28 dagen.',
    steps: ['intake'],
    source: 'OPD-D5, MATRIX',
  },
  {
    row: 'brede-anamnese',
    says: 'Brede anamnese met de leidraad psychosociale en leefstijlverkenning, binnen 4 weken.',
    steps: ['brede-anamnese'],
    source: 'MATRIX, KGLI-INS',
  },
  {
    row: 'analyse',
    says: 'Analyse binnen 2 weken, zo nodig in een MDO: leefstijl, eerst iets anders, of onveilig. Dan wordt de meldcode buiten Ketenpad gevolgd.',
    steps: ['analyse', 'meldcode-route'],
    source: 'ALMERE-GG',
  },
  {
    row: 'pauze-eerst',
    says: 'Eerst andere hulp, hoogstens 6 maanden: daarna verder, of het gezin blijft daar.',
    steps: ['pauze-eerst'],
    source: 'ALMERE-GG',
  },
  {
    row: 'plan',
    says: 'Plan van aanpak met kind en gezin binnen 8 weken na de intake, met of zonder kinder-GLI.',
    steps: ['plan'],
    source: 'OPD-D5',
  },
  {
    row: 'financier',
    says: 'Ketenpad bepaalt wie betaalt: de zorgverzekeraar bij een kinder-GLI vanaf matig verhoogd risico, anders de gemeente.',
    steps: ['financier'],
    source: 'OPD-D5',
  },
  {
    row: 'gli-verwijzing',
    says: 'Huisarts, kinderarts, jeugdarts of jeugdverpleegkundige verwijst binnen 10 werkdagen naar de kinder-GLI.',
    steps: ['gli-verwijzing'],
    source: 'KGLI-INS',
  },
  {
    row: 'gli-start',
    says: 'De kinder-GLI begint binnen 6 maanden na de intake.',
    steps: ['gli-start'],
    source: 'KGLI-INS',
  },
  {
    row: 'overbrugging',
    says: 'Tot die tijd overbrugt de centrale zorgverlener, met ten hoogste 4 consulten.',
    steps: ['overbrugging'],
    source: 'KGLI-INS',
  },
  {
    row: 'uitvoering',
    says: 'Aanbieders doen wat in het plan staat; een kinder-GLI duurt ten hoogste 24 maanden. Gestopt: een besluit.',
    steps: ['uitvoering'],
    source: 'KGLI-INS',
  },
  {
    row: 'monitoring',
    says: 'De centrale zorgverlener begeleidt en meet elk kwartaal: goed, het plan bijstellen, of de doelen zijn bereikt.',
    steps: ['monitoring'],
    source: 'NZA-CZV',
  },
  {
    row: 'uitval-besluit',
    says: 'Na uitval kiest de centrale zorgverlener binnen 2 weken met het gezin: een andere route, of stoppen.',
    steps: ['uitval-besluit'],
    source: 'OPD-D5',
  },
  {
    row: 'evaluatie',
    says: 'Elk half jaar een evaluatie met kwaliteit van leven, C.2, BMI en de E-set, en na drie en een half jaar de laatste: doorgaan, of afronden.',
    steps: ['evaluatie', 'evaluatie-slot'],
    source: 'MATRIX, KGLI-INS',
  },
  {
    row: 'overdracht',
    says: 'Warme overdracht naar JGZ of huisarts binnen 4 weken; vanaf 17,5 jaar kan het naar VnGG.',
    steps: ['overdracht', 'naar-volwassen'],
    source: 'KGLI-INS, OPD-D5',
  },
  {
    row: 'nazorg',
    says: 'De JGZ kijkt na 6 en na 12 maanden: stabiel is afgerond, terugval begint opnieuw bij de intake.',
    steps: ['nazorg', 'nazorg-jaar'],
    source: 'OPD-D5',
  },
] as const;
