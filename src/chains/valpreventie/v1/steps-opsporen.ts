import { assess, attempts, byKnob, end, gap, knob, wait } from '../../../language/define.ts';

/** From the signal to a risk class, and the consent that follows from it. */
export const opsporen = {
  opsporen: assess({
    label: 'Opsporen met drie vragen',
    by: ['signaleerder', 'tester', 'huisarts', 'poh'],
    form: 'opsporen',
    propose: 'valSignaal',
    override: { reason: 'klinische-blik' },
    within: knob('10wd', { min: '5wd', max: '20wd' }),
    source: 'POSOUD',
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
    missed: 'test-te-laat',
    source: 'VNL-TEST',
    outcomes: {
      laag: { label: 'Laag risico', to: 'laag-advies', inform: 'test-laag' },
      matig: { label: 'Matig risico', to: 'toestemming-matig', inform: 'test-matig' },
      hoog: {
        label: 'Hoog risico',
        inform: 'test-hoog',
        to: byKnob('hoogRoute', {
          live: 'toestemming-hoog',
          pilot: 'toestemming-hoog',
          'niet-beschikbaar': gap('hoog-route', 'toestemming-hoog'),
        }),
      },
    },
  }),
  'laag-advies': assess({
    label: 'Advies bij laag risico',
    by: 'tester',
    within: knob('10wd', { min: '5wd', max: '20wd' }),
    source: 'POSOUD',
    outcomes: {
      gedaan: { label: 'Advies gegeven, opnieuw testen over 12 maanden', to: end('laag'), inform: 'advies-gegeven' },
    },
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
    by: ['tester', 'huisarts', 'poh'],
    within: knob('5wd', { min: '2wd', max: '10wd' }),
    source: 'ALMERE',
    outcomes: { gedaan: { label: 'Aangemeld', to: 'wachtlijst-kern', inform: 'aangemeld' } },
  }),
  'toestemming-hoog': assess({
    label: 'Toestemming en overdracht aan de huisarts',
    by: 'tester',
    within: knob('2wd', { min: '1wd', max: '5wd' }),
    source: 'ALMERE',
    outcomes: {
      brief: { label: 'Brief mee: de inwoner belt de huisarts', to: 'huisarts-contact', gives: ['overdracht'] },
      digitaal: { label: 'Digitaal overgedragen aan de huisarts', to: 'huisarts-beeld', gives: ['overdracht'] },
      geweigerd: {
        label: 'De inwoner weigert, advies meegegeven',
        to: end('geen-toestemming'),
        inform: 'geen-toestemming',
      },
    },
  }),
  'huisarts-contact': wait({
    label: 'De inwoner belt de huisarts',
    by: 'tester',
    reports: ['huisarts', 'poh'],
    waitsFor: 'contact van de inwoner met de huisarts',
    within: knob('10wd', { min: '5wd', max: '15wd' }),
    source: 'ALMERE',
    outcomes: {
      bevestigd: { label: 'Het contact is er geweest', to: 'huisarts-beeld' },
      niet: { label: 'Er is geen contact geweest', to: 'nabellen-tester' },
    },
  }),
  'nabellen-tester': assess({
    label: 'Nabellen: is er contact geweest?',
    by: 'tester',
    attempts: true,
    within: knob('5wd', { min: '2wd', max: '10wd' }),
    outcomes: {
      alsnog: { label: 'Er is alsnog contact met de huisarts', to: 'huisarts-beeld' },
      nee: {
        label: 'Niet bereikt na drie pogingen',
        when: [attempts(3)],
        to: end('niet-bereikt'),
        inform: 'niet-bereikt',
      },
    },
  }),
};
