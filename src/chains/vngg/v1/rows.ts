/**
 * The region's table for VnGG (a.2), in our own words: every row, the steps of this version that carry it, and the
 * document that the row comes from. The generated page and its tests read it; cases do not.
 */
export const tableA2 = [
  {
    row: 'signaleren',
    says: 'Wie iemand op een vindplek treft, maakt het bespreekbaar.',
    steps: ['signaleren'],
    source: 'OPD-D5',
  },
  {
    row: 'vraag-toestemming',
    says: 'Stap 1: wil de inwoner over gewicht praten? Nee: het eindigt, met de raad om het over 12 maanden opnieuw te vragen.',
    steps: ['vraag-toestemming'],
    source: 'BEHANDEL',
  },
  {
    row: 'bepaal-ggr',
    says: 'Stap 2: huisarts of POH bepaalt de klasse van het gezondheidsrisico, binnen 4 weken. Geen verhoogd risico: het eindigt.',
    steps: ['bepaal-ggr'],
    source: 'BEHANDEL, NHG',
  },
  {
    row: 'check-oorzaken',
    says: 'Stap 3: de huisarts kijkt naar oorzaken, binnen 4 weken. Een medische oorzaak wordt eerst behandeld.',
    steps: ['check-oorzaken'],
    source: 'BEHANDEL, NHG',
  },
  {
    row: 'bespreek-motivatie',
    says: 'Stap 4: motivatie en ervaringen. Gemotiveerd: aanmelden. Nu niet: wachtstand.',
    steps: ['bespreek-motivatie'],
    source: 'BEHANDEL',
  },
  {
    row: 'wachtstand',
    says: 'De POH vraagt het binnen 6 maanden opnieuw: opnieuw bespreken, of het eindigt.',
    steps: ['wachtstand'],
    source: 'BEHANDEL',
  },
  {
    row: 'aanmelden-cz',
    says: 'Huisarts of POH meldt aan bij de Centrale Zorgcoördinator.',
    steps: ['aanmelden-cz'],
    source: 'OPD-D5',
  },
  {
    row: 'eerste-contact-cz',
    says: 'De Centrale Zorgcoördinator heeft binnen 2 weken contact, zoals bij Sociaal Verwijzen. Niet bereikt: het eindigt.',
    steps: ['eerste-contact-cz'],
    source: 'ROTTERDAM',
  },
  {
    row: 'intake-cz',
    says: 'Brede intake binnen 4 weken, of de intake van Sociaal Verwijzen als die niet ouder is dan 6 maanden.',
    steps: ['intake-cz'],
    source: 'ROTTERDAM',
  },
  {
    row: 'afweging-eerst',
    says: 'Centrale Zorgcoördinator, met de huisarts, binnen 10 werkdagen: eerst andere hulp, ernaast, of een plan?',
    steps: ['afweging-eerst'],
    source: 'GALA, RIVM-GLI, ELAA',
  },
  {
    row: 'pauze-eerst',
    says: 'Wachten op andere hulp, hoogstens 6 maanden. Daarna een plan, of het eindigt.',
    steps: ['pauze-eerst'],
    source: 'RIVM-GLI',
  },
  {
    row: 'plan',
    says: 'Stap 5: plan en route binnen 4 weken: GLI (vanaf matig risico), aanbod in de buurt, een specialist, of GLI en aanbod naast elkaar.',
    steps: ['plan', 'doorverwijzing'],
    source: 'OPD-D5, GLI-INS',
  },
  {
    row: 'gli-verwijzing',
    says: 'De huisarts kijkt binnen 10 werkdagen of er een indicatie is. Zo niet: een ander plan.',
    steps: ['gli-verwijzing'],
    source: 'GLI-INS',
  },
  {
    row: 'gli-wachtlijst',
    says: 'Wachten op een groep van de GLI, hoogstens 3 maanden. Duurt het te lang: een ander plan.',
    steps: ['gli-wachtlijst'],
    source: 'GLI-INS',
  },
  {
    row: 'gli-intake',
    says: 'Intake bij de leefstijlcoach, binnen 4 weken. Begint de inwoner niet: een ander plan.',
    steps: ['gli-intake'],
    source: 'RIVM-GLI',
  },
  {
    row: 'gli-behandelfase',
    says: 'Behandelfase: 12 maanden, bij CooL 8. Gestopt: er volgt een besluit.',
    steps: ['gli-behandelfase'],
    source: 'GLI-INS, GLI-COOL',
  },
  {
    row: 'gli-onderhoudsfase',
    says: 'Onderhoudsfase: tot 24 maanden na de start, bij elk programma. Gestopt: er volgt een besluit.',
    steps: ['gli-onderhoudsfase'],
    source: 'GLI-COOL',
  },
  {
    row: 'uitval-besluit',
    says: 'Wie stopt, is niet weg: Centrale Zorgcoördinator en huisarts besluiten binnen 2 weken over een andere route of een eindmeting.',
    steps: ['uitval-besluit'],
    source: 'RIVM-GLI',
  },
  {
    row: 'sociaal-aanbod',
    says: 'Aanbod in de buurt: begonnen binnen 4 weken, na 6 maanden gekeken of het lukt. Gestopt: er volgt een besluit.',
    steps: ['sociaal-aanbod', 'sociaal-vervolg'],
    source: 'OPD-D5',
  },
  {
    row: 'voortgang',
    says: 'Voortgang 3, 6, 12 en 24 maanden na het plan. Zo nodig wordt het plan bijgesteld.',
    steps: ['voortgang'],
    source: 'OPD-D5',
  },
  {
    row: 'eindmeting',
    says: 'Eindmeting binnen 4 weken, als alle routes klaar zijn.',
    steps: ['eindmeting'],
    source: 'GLI-INS',
  },
  {
    row: 'terugkoppeling',
    says: 'De verwijzer hoort de uitkomst, binnen 10 werkdagen. Verzekeraars vragen dit.',
    steps: ['terugkoppeling'],
    source: 'GLI-INS',
  },
  {
    row: 'beheer',
    says: 'Stap 6: na een jaar kijkt de praktijk of het lukt. Terugval: opnieuw bespreken.',
    steps: ['beheer'],
    source: 'BEHANDEL',
  },
] as const;
