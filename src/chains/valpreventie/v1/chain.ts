import { assess, byKnob, defineChain, end, gap, knob, wait } from '../../../language/define.ts';

/** Sources: README.md beside this folder. This version is a first piece and is not published. */
export const valpreventieV1 = defineChain({
  id: 'valpreventie',
  version: 1,
  label: 'Valpreventie',
  purpose:
    'Valpreventie is voor inwoners vanaf ongeveer 65 jaar: wie meer kans heeft om te vallen, krijgt op tijd een test en hulp die past bij het risico.',
  published: false,
  roles: {
    signaleerder: 'Signaleerder',
    tester: 'Geschoold tester',
    'valpreventie-coordinator': 'Coördinator valpreventie',
    huisarts: 'Huisarts',
  },
  endings: {
    laag: 'Laag valrisico, advies gegeven',
    'geen-deelname': 'Inwoner neemt niet deel',
    'geplaatst-in-groep': 'Geplaatst in een groep (voorlopig einde)',
    'huisarts-aan-zet': 'De huisarts neemt het over (voorlopig einde)',
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
    aangemeld: {
      full: 'De inwoner is aangemeld voor een beweeggroep en staat op de wachtlijst.',
      neutral: 'De inwoner is aangemeld bij de volgende partij.',
    },
    'advies-gegeven': {
      full: 'De inwoner heeft advies en een overzicht van het beweegaanbod gekregen.',
      neutral: 'Het traject is afgerond.',
    },
    'ziet-af': {
      full: 'De inwoner ziet af van deelname.',
      neutral: 'Het traject is gestopt.',
    },
    geplaatst: {
      full: 'De inwoner heeft een plek in een beweeggroep.',
      neutral: 'Het traject is afgerond.',
    },
    'bij-huisarts': {
      full: 'De huisarts heeft de inwoner met hoog valrisico in beeld.',
      neutral: 'Het traject is overgenomen.',
    },
  },
  reasons: {
    'klinische-blik': 'Klinische blik: mijn oordeel wijkt af van het voorstel',
    'persoonlijke-omstandigheden': 'Persoonlijke omstandigheden',
    'geen-motivatie-nu': 'Nu geen motivatie',
    wachttijd: 'De wachttijd is te lang',
  },
  knobs: {
    hoogRoute: {
      options: ['live', 'pilot', 'niet-beschikbaar'],
      default: 'live',
      label: 'Is de hoge route van valpreventie hier ingericht?',
    },
  },
  entries: {
    huisarts: ['valrisicotest', 'opsporen', 'huisarts-beeld'],
    poh: ['valrisicotest', 'opsporen', 'huisarts-beeld'],
    tester: ['valrisicotest', 'toestemming-matig', 'aanmelden-matig'],
    signaleerder: ['opsporen'],
    inwoner: ['valrisicotest', 'opsporen'],
  },
  afterConsent: ['aanmelden-matig', 'wachtlijst-kern', 'huisarts-beeld'],
  steps: {
    opsporen: assess({
      label: 'Opsporen met drie vragen',
      by: 'signaleerder',
      form: 'opsporen',
      propose: 'valSignaal',
      override: { reason: 'klinische-blik' },
      within: knob('10wd', { min: '5wd', max: '20wd' }),
      outcomes: {
        'alles-nee': { label: 'Alle drie de vragen: nee', to: 'laag-advies' },
        verhoogd: { label: 'Eén of meer keer: ja', to: 'valrisicotest' },
      },
    }),
    valrisicotest: assess({
      label: 'Valrisicotest',
      by: 'tester',
      form: 'valrisicotest',
      propose: 'risicoklasse',
      keeps: ['klasse'],
      override: { reason: 'klinische-blik' },
      within: knob('P4W', { min: 'P1W', max: 'P8W' }),
      source: 'VNL-TEST',
      outcomes: {
        laag: { label: 'Laag risico', to: 'laag-advies', inform: 'test-laag' },
        matig: { label: 'Matig risico', to: 'toestemming-matig', inform: 'test-matig' },
        hoog: {
          label: 'Hoog risico',
          inform: 'test-hoog',
          to: byKnob('hoogRoute', {
            live: 'huisarts-beeld',
            pilot: 'huisarts-beeld',
            'niet-beschikbaar': gap('hoog-route', 'huisarts-beeld'),
          }),
        },
      },
    }),
    'laag-advies': assess({
      label: 'Advies bij laag risico',
      by: 'tester',
      within: knob('10wd', { min: '5wd', max: '20wd' }),
      outcomes: { gedaan: { label: 'Advies gegeven', to: end('laag'), inform: 'advies-gegeven' } },
    }),
    'toestemming-matig': assess({
      label: 'Toestemming voor aanmelding',
      by: 'tester',
      within: knob('10wd', { min: '2wd', max: '20wd' }),
      outcomes: {
        ja: { label: 'De inwoner geeft toestemming', to: 'aanmelden-matig', gives: ['overdracht'] },
        nee: { label: 'De inwoner wil niet', to: end('geen-deelname'), inform: 'ziet-af' },
      },
    }),
    'aanmelden-matig': assess({
      label: 'Aanmelden bij de coördinator',
      by: 'tester',
      within: knob('5wd', { min: '2wd', max: '10wd' }),
      outcomes: { gedaan: { label: 'Aangemeld', to: 'wachtlijst-kern', inform: 'aangemeld' } },
    }),
    'wachtlijst-kern': wait({
      label: 'Wachtlijst van de kern',
      by: 'valpreventie-coordinator',
      waitsFor: 'een groep van acht deelnemers in de kern',
      within: knob('P3M', { min: 'P1M', max: 'P6M', source: 'ALMERE' }),
      outcomes: {
        'groep-vol': { label: 'De groep is vol', to: end('geplaatst-in-groep'), inform: 'geplaatst' },
        'trekt-terug': { label: 'De inwoner trekt zich terug', to: end('geen-deelname'), inform: 'ziet-af' },
      },
    }),
    'huisarts-beeld': assess({
      label: 'Heeft de huisarts het valrisico voldoende in beeld?',
      by: 'huisarts',
      within: knob('10wd', { min: '5wd', max: '20wd' }),
      outcomes: {
        voldoende: { label: 'Voldoende in beeld', to: end('huisarts-aan-zet'), inform: 'bij-huisarts' },
        onvoldoende: { label: 'Nog niet voldoende in beeld', to: end('huisarts-aan-zet'), inform: 'bij-huisarts' },
      },
    }),
  },
});
