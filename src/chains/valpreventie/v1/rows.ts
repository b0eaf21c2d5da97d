/**
 * The region's table for valpreventie (a.4), in our own words: every row, the steps of this version that carry it, and
 * the document that the row comes from. The generated page and its tests read it; cases do not.
 */
export const tableA4 = [
  {
    row: 'opsporen',
    says: 'Drie vragen door wie signaleert of door de inwoner zelf. Alles nee: advies. Eén keer ja: de test.',
    steps: ['opsporen'],
    source: 'POSOUD',
  },
  {
    row: 'valrisicotest',
    says: 'Test door een geschoold tester, met looptest (grens 4 seconden), binnen 4 weken. De klinische blik gaat voor, met reden.',
    steps: ['valrisicotest'],
    source: 'VNL-TEST, ALMERE',
  },
  {
    row: 'laag-advies',
    says: 'Brochure, tips en regulier aanbod. Daarmee eindigt het; opnieuw testen over 12 maanden.',
    steps: ['laag-advies'],
    source: 'POSOUD',
  },
  {
    row: 'toestemming-matig',
    says: 'Geeft de inwoner toestemming voor aanmelding? Nee: geen deelname.',
    steps: ['toestemming-matig'],
    source: 'ALMERE',
  },
  {
    row: 'aanmelden-matig',
    says: 'De tester meldt aan bij de centrale coördinator, binnen 5 werkdagen.',
    steps: ['aanmelden-matig'],
    source: 'ALMERE',
  },
  {
    row: 'wachtlijst-kern',
    says: 'Wachtlijst per kern tot er 8 tot 10 deelnemers zijn (Lelystad: 10 tot 12). Na 3 maanden een signaal; te lang: een gemeente in de buurt.',
    steps: ['wachtlijst-kern'],
    source: 'ALMERE, LELYSTAD, OPD-D5',
  },
  {
    row: 'groep-toewijzen',
    says: 'De coördinator wijst een groep toe en informeert de buurtsportcoach, binnen 10 werkdagen.',
    steps: ['groep-toewijzen'],
    source: 'ALMERE',
  },
  {
    row: 'fysio-belt',
    says: 'De fysio- of oefentherapeut belt binnen 10 werkdagen: deelnemen, terug op de wachtlijst, of afzien.',
    steps: ['fysio-belt'],
    source: 'ALMERE',
  },
  { row: 't0', says: 'T0 met TUG, SPPB en FES-I, voor de start.', steps: ['t0'], source: 'ALMERE' },
  {
    row: 'interventie-groep',
    says: 'In Balans of Vallen Verleden Tijd. Afgerond: T1. Uitval: later opnieuw, of gestopt.',
    steps: ['interventie-groep'],
    source: 'LGL-VAL, ALMERE',
  },
  {
    row: 'voorlichting-regulier',
    says: 'Voorlichting over beweegaanbod, 2 tot 3 weken voor het geplande einde van de groep. Komt na T1 weer samen.',
    steps: ['voorlichting-regulier'],
    source: 'ALMERE',
  },
  {
    row: 'toestemming-hoog',
    says: 'Toestemming en overdracht aan de huisarts: met een brief of digitaal. Geweigerd: advies mee, en het eindigt.',
    steps: ['toestemming-hoog'],
    source: 'ALMERE',
  },
  {
    row: 'huisarts-contact',
    says: 'De inwoner belt de huisarts; binnen 10 werkdagen is dat contact bevestigd of niet.',
    steps: ['huisarts-contact'],
    source: 'ALMERE',
  },
  {
    row: 'nabellen-tester',
    says: 'De tester gaat binnen 5 werkdagen na of er contact is geweest. Zo niet: niet bereikt.',
    steps: ['nabellen-tester'],
    source: 'ALMERE',
  },
  {
    row: 'huisarts-beeld',
    says: 'Heeft de huisarts of POH het risico voldoende in beeld, binnen 10 werkdagen?',
    steps: ['huisarts-beeld'],
    source: 'ALMERE',
  },
  {
    row: 'valrisicobeoordeling',
    says: 'Beoordeling van 13 factoren door huisarts, POH of paramedicus (verlengde arm), binnen 4 weken; het verslag binnen 1 week.',
    steps: ['valrisicobeoordeling', 'verslag-valrisicobeoordeling'],
    source: 'FARM-OP, ALMERE',
  },
  {
    row: 'mdo-nodig',
    says: 'Zo nodig overleg met meer disciplines, binnen 4 weken.',
    steps: ['mdo-nodig'],
    source: 'ALMERE',
  },
  {
    row: 'bespreken-interventies',
    says: 'Bespreken en kiezen: een beweegprogramma, andere hulp (naast elkaar, elk met eigen terugkoppeling), of afzien.',
    steps: ['bespreken-interventies', 'doorverwijzing'],
    source: 'GALA, ALMERE',
  },
  {
    row: 'onderliggend-lijden',
    says: 'Onderliggend lijden? Ja: Otago, de zorgverzekeraar betaalt. Nee: de groep, de gemeente betaalt.',
    steps: ['onderliggend-lijden'],
    source: 'INS-VAL, ALMERE',
  },
  {
    row: 'otago-verwijzing',
    says: 'Verwijzing naar Otago bij een gecontracteerde aanbieder, één keer per 12 maanden, binnen 5 werkdagen.',
    steps: ['otago-verwijzing'],
    source: 'INS-VAL',
  },
  {
    row: 'otago-intake',
    says: 'Telefonisch contact en intake binnen 14 dagen. Niet passend: opnieuw bespreken.',
    steps: ['otago-intake'],
    source: 'LGL-VAL',
  },
  {
    row: 'otago',
    says: 'Otago: alleen 12 maanden, in een groep 12 weken; evaluatie na 2 tot 3 maanden. Uitval: terug naar de huisarts.',
    steps: ['otago', 'otago-evaluatie'],
    source: 'LGL-VAL, INS-VAL',
  },
  {
    row: 't1',
    says: 'T1 en eindgesprek in de laatste week, met terugkoppeling als de inwoner dat goed vindt.',
    steps: ['t1'],
    source: 'ALMERE',
  },
  {
    row: 'structureel-aanbod',
    says: 'Warme overdracht naar beweegaanbod, binnen 4 weken: begonnen of niet.',
    steps: ['structureel-aanbod'],
    source: 'ALMERE',
  },
  {
    row: 'sv-koppeling',
    says: 'Koppeling met Sociaal Verwijzen bij isolement of valangst, binnen 14 dagen.',
    steps: ['sv-koppeling'],
    source: 'OPD-D5',
  },
  { row: 't2-3', says: 'Follow-up na 3 maanden.', steps: ['t2-3'], source: 'ALMERE' },
  {
    row: 't2-6',
    says: 'Follow-up na 6 maanden: duurzaam geholpen, of bij een nieuwe val of achteruitgang opnieuw testen.',
    steps: ['t2-6'],
    source: 'ALMERE',
  },
] as const;
