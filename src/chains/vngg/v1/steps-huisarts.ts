import { assess, attempts, decided, end, knob, wait } from '../../../language/define.ts';

const praktijk = ['huisarts', 'poh'] as const;

/** The first four of the six national steps, in the practice of the huisarts (BEHANDEL), up to the first contact. */
export const huisarts = {
  signaleren: assess({
    label: 'Signaleren en bespreekbaar maken',
    by: ['signaleerder', 'centrale-zorgcoordinator'],
    form: 'signaal',
    within: knob('10wd', { min: '5wd', max: '20wd' }),
    source: 'OPD-D5',
    outcomes: {
      bespreken: {
        label: 'De inwoner wil het bespreken, en de huisarts mag het weten',
        to: 'vraag-toestemming',
        gives: ['overdracht'],
      },
    },
  }),
  'vraag-toestemming': assess({
    label: 'Vraag toestemming om over gewicht te praten (stap 1)',
    by: praktijk,
    within: knob('P4W', { min: 'P2W', max: 'P8W' }),
    source: 'BEHANDEL',
    outcomes: {
      ja: { label: 'De inwoner wil erover praten', to: 'bepaal-ggr' },
      nee: { label: 'De inwoner wil het nu niet', to: end('geen-toestemming'), inform: 'geen-toestemming' },
    },
  }),
  'bepaal-ggr': assess({
    label: 'Bepaal het gezondheidsrisico door gewicht, GGR (stap 2)',
    by: praktijk,
    form: 'ggr',
    keeps: ['ggr'],
    within: knob('P4W', { min: 'P2W', max: 'P8W' }),
    source: 'BEHANDEL',
    outcomes: {
      geen: { label: 'Geen verhoogd risico', to: end('geen-verhoogd-ggr'), inform: 'geen-verhoogd-ggr' },
      licht: { label: 'Licht verhoogd', to: 'check-oorzaken' },
      matig: { label: 'Matig verhoogd', to: 'check-oorzaken' },
      sterk: { label: 'Sterk verhoogd', to: 'check-oorzaken' },
      extreem: { label: 'Extreem verhoogd', to: 'check-oorzaken' },
    },
  }),
  'check-oorzaken': assess({
    label: 'Check oorzaken (stap 3)',
    by: 'huisarts',
    form: 'oorzaken',
    within: knob('P4W', { min: 'P2W', max: 'P8W' }),
    source: 'BEHANDEL',
    outcomes: {
      geen: { label: 'Geen oorzaak die eerst behandeld moet worden', to: 'bespreek-motivatie' },
      'medische-oorzaak': {
        label: 'Medische oorzaak: eerst behandelen',
        to: end('medisch-traject'),
        inform: 'medisch-traject',
      },
    },
  }),
  'bespreek-motivatie': assess({
    label: 'Bespreek motivatie en ervaringen (stap 4)',
    by: praktijk,
    with: ['centrale-zorgcoordinator'],
    within: knob('P4W', { min: 'P2W', max: 'P8W' }),
    source: 'BEHANDEL',
    outcomes: {
      gemotiveerd: {
        label: 'Gemotiveerd, en gegevens mogen worden doorgegeven',
        to: 'aanmelden-cz',
        gives: ['overdracht'],
      },
      'terug-naar-plan': {
        label: 'Gemotiveerd, en de intake is er al: terug naar het plan',
        when: [decided('intake-cz', 'gedaan', 'hergebruikt')],
        to: 'plan',
      },
      'nu-niet': { label: 'Nu niet', to: 'wachtstand', inform: 'wachtstand' },
    },
  }),
  wachtstand: wait({
    label: 'Wachtstand: vraag het later opnieuw',
    by: ['poh', 'huisarts'],
    waitsFor: 'een beter moment',
    within: knob('P6M', { min: 'P3M', max: 'P12M' }),
    outcomes: {
      opnieuw: { label: 'Opnieuw bespreken', to: 'bespreek-motivatie' },
      nee: { label: 'De inwoner wil niet', to: end('geen-motivatie'), inform: 'geen-motivatie' },
    },
  }),
  'aanmelden-cz': assess({
    label: 'Aanmelden bij de Centrale Zorgcoördinator',
    by: praktijk,
    within: knob('5wd', { min: '2wd', max: '10wd' }),
    source: 'OPD-D5',
    outcomes: { gedaan: { label: 'Aangemeld', to: 'eerste-contact-cz', inform: 'aangemeld' } },
  }),
  'eerste-contact-cz': assess({
    label: 'Eerste contact van de Centrale Zorgcoördinator',
    by: 'centrale-zorgcoordinator',
    attempts: true,
    within: knob('P14D', { min: 'P7D', max: 'P28D' }),
    missed: 'contact-te-laat',
    source: 'ROTTERDAM',
    outcomes: {
      bereikt: { label: 'De inwoner is bereikt', to: 'intake-cz', inform: 'bereikt' },
      'niet-bereikt': {
        label: 'Niet bereikt na drie pogingen',
        when: [attempts(3)],
        to: end('niet-bereikt'),
        inform: 'niet-bereikt',
      },
    },
  }),
};
