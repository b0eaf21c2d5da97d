import { assess, byCode, handoff, knob, since, sourced } from '../../../language/define.ts';

/** The Gecombineerde Leefstijlinterventie: 24 months in all, whatever its programme calls a phase (GLI-COOL). */
export const gli = {
  'gli-verwijzing': assess({
    label: 'Verwijzing naar de GLI: is er een indicatie?',
    by: 'huisarts',
    form: 'indicatie',
    propose: 'gliIndicatie',
    keeps: ['programma', 'ggr'],
    override: { reason: 'klinische-blik' },
    within: knob('10wd', { min: '5wd', max: '20wd' }),
    source: 'GLI-INS',
    outcomes: {
      'indicatie-ok': { label: 'Er is een indicatie', to: 'gli-wachtlijst' },
      niet: { label: 'Er is geen indicatie', to: 'plan' },
    },
  }),
  'gli-wachtlijst': handoff({
    label: 'Aanmelding bij de GLI: wachten op een groep',
    from: 'huisarts',
    by: 'gli-aanbieder',
    accept: knob('5wd', { min: '2wd', max: '10wd' }),
    within: knob('P3M', { min: 'P1M', max: 'P6M' }),
    source: 'GLI-INS',
    outcomes: {
      start: { label: 'Er begint een groep', to: 'gli-intake' },
      'te-lang': { label: 'Het duurt te lang', to: 'plan' },
      'geen-aanbieder': { label: 'Nergens plek: een andere route zoeken', to: 'plan', by: 'sender' },
    },
  }),
  'gli-intake': assess({
    label: 'Intake van de GLI',
    by: 'leefstijlcoach',
    form: 'meting',
    attempts: true,
    within: knob('P4W', { min: 'P2W', max: 'P6W' }),
    source: 'RIVM-GLI',
    outcomes: {
      start: { label: 'De inwoner begint', to: 'gli-behandelfase', inform: 'gli-gestart' },
      niet: { label: 'De inwoner begint niet', to: 'plan', reason: 'required', inform: 'gli-niet-gestart' },
    },
  }),
  'gli-behandelfase': assess({
    label: 'GLI: behandelfase',
    by: 'leefstijlcoach',
    form: 'meting',
    within: byCode('programma', { cool: sourced('P8M', 'GLI-COOL') }, sourced('P12M', 'GLI-INS')),
    source: 'GLI-INS',
    outcomes: {
      afgerond: { label: 'Behandelfase afgerond', to: 'gli-onderhoudsfase', inform: 'gli-behandeld' },
      uitval: { label: 'Gestopt', to: 'uitval-besluit', reason: 'required', inform: 'uitgevallen' },
    },
  }),
  'gli-onderhoudsfase': assess({
    label: 'GLI: onderhoudsfase',
    by: 'leefstijlcoach',
    form: 'meting',
    within: since('gli-intake', sourced('P24M', 'GLI-COOL')),
    source: 'GLI-COOL',
    outcomes: {
      afgerond: { label: 'De GLI is afgerond', to: 'eindmeting', inform: 'gli-afgerond' },
      uitval: { label: 'Gestopt', to: 'uitval-besluit', reason: 'required', inform: 'uitgevallen' },
    },
  }),
  'uitval-besluit': assess({
    label: 'Gestopt: wat nu?',
    by: 'centrale-zorgcoordinator',
    with: ['huisarts'],
    within: knob('P14D', { min: 'P7D', max: 'P28D' }),
    source: 'RIVM-GLI',
    outcomes: {
      'andere-route': { label: 'Een andere route', to: 'plan' },
      stop: { label: 'Stoppen en terugkijken', to: 'eindmeting', reason: 'required' },
    },
  }),
};
