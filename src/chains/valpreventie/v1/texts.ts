/** What people read in this chain: roles, endings, what the referrer is told, and reasons. */
export const texts = {
  roles: {
    signaleerder: 'Signaleerder',
    tester: 'Geschoold tester',
    'valpreventie-coordinator': 'Coördinator valpreventie',
    huisarts: 'Huisarts',
    poh: 'Praktijkondersteuner van de huisarts (POH)',
    fysio: 'Fysiotherapeut of oefentherapeut',
    buurtsportcoach: 'Buurtsportcoach',
    'andere-hulpverlener': 'Andere hulpverlener, buiten Ketenpad',
  },
  endings: {
    laag: 'Laag valrisico, advies gegeven',
    'geen-deelname': 'Inwoner neemt niet deel',
    'geen-toestemming': 'Inwoner geeft geen toestemming, advies gegeven',
    'niet-bereikt': 'Inwoner is niet bereikt',
    uitval: 'Gestopt tijdens het beweegprogramma',
    afgerond: 'Afgerond, de inwoner beweegt zelf verder',
  },
  milestones: {
    'test-laag': {
      full: 'De valrisicotest is gedaan. De uitslag is: laag risico. De inwoner krijgt advies.',
      neutral: 'De valrisicotest is gedaan.',
    },
    'test-matig': {
      full: 'De valrisicotest is gedaan. De uitslag is: matig risico. De tester bespreekt een beweeggroep.',
      neutral: 'De valrisicotest is gedaan.',
    },
    'test-hoog': {
      full: 'De valrisicotest is gedaan. De uitslag is: hoog risico. De huisarts kijkt of alles in beeld is.',
      neutral: 'De valrisicotest is gedaan.',
    },
    'test-te-laat': {
      full: 'De valrisicotest is nog niet gedaan. De termijn is voorbij. De tester is hierop gewezen.',
      neutral: 'Het eerste contact is nog niet gelukt. De termijn is voorbij.',
    },
    aangemeld: {
      full: 'De inwoner is aangemeld voor een beweeggroep en staat op de wachtlijst.',
      neutral: 'De inwoner is aangemeld bij de volgende partij.',
    },
    'advies-gegeven': {
      full: 'De inwoner heeft advies en een overzicht van het beweegaanbod gekregen. Test opnieuw over 12 maanden.',
      neutral: 'Het traject is afgerond.',
    },
    'ziet-af': { full: 'De inwoner ziet af van deelname.', neutral: 'Het traject is gestopt.' },
    'geen-toestemming': {
      full: 'De inwoner heeft een hoog valrisico en geeft geen toestemming voor overdracht. De inwoner kreeg advies mee.',
      neutral: 'Het traject is gestopt.',
    },
    'niet-bereikt': {
      full: 'Het is niet gelukt om de inwoner te bereiken. Het traject is gestopt.',
      neutral: 'Het traject is gestopt.',
    },
    gestart: {
      full: 'De inwoner is begonnen met het beweegprogramma.',
      neutral: 'De inwoner is begonnen bij de volgende partij.',
    },
    'groep-klaar': {
      full: 'De inwoner heeft het beweegprogramma afgemaakt. Er volgt een eindmeting.',
      neutral: 'Er is een volgende stap gezet.',
    },
    'terug-op-wachtlijst': {
      full: 'De inwoner is gestopt met de groep en wil later opnieuw beginnen.',
      neutral: 'De inwoner wacht op een volgende stap.',
    },
    uitgevallen: {
      full: 'De inwoner is gestopt met het beweegprogramma.',
      neutral: 'Het traject is gestopt.',
    },
    'risico-beoordeeld': {
      full: 'De valrisicobeoordeling is klaar. Het verslag is bij de huisarts.',
      neutral: 'Er is een volgende stap gezet.',
    },
    plan: {
      full: 'De huisarts heeft met de inwoner besproken welke hulp past.',
      neutral: 'Er is een volgende stap gezet.',
    },
    eindmeting: {
      full: 'De eindmeting is gedaan en met de inwoner besproken.',
      neutral: 'Er is een volgende stap gezet.',
    },
    beweegaanbod: {
      full: 'De inwoner is begonnen met beweegaanbod in de buurt.',
      neutral: 'Er is een volgende stap gezet.',
    },
    'na-drie-maanden': {
      full: 'De inwoner is drie maanden na het programma gesproken.',
      neutral: 'Er is een volgende stap gezet.',
    },
    'nieuwe-test': {
      full: 'Het gaat minder goed met de inwoner. De valrisicotest wordt opnieuw gedaan.',
      neutral: 'Er is een volgende stap gezet.',
    },
    duurzaam: {
      full: 'De inwoner beweegt zes maanden na het programma nog steeds. Het traject is afgerond.',
      neutral: 'Het traject is afgerond.',
    },
  },
  reasons: {
    'klinische-blik': 'Klinische blik: mijn oordeel wijkt af van het voorstel',
    'geen-plek': 'Er is nu geen plek',
    'past-niet': 'De inwoner past niet bij dit aanbod',
    'te-ver': 'Het is te ver voor de inwoner',
  },
} as const;
