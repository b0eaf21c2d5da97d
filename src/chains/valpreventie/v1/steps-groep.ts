import { assess, before, end, knob, numberKnob, sourced, to, wait } from '../../../language/define.ts';

/** The moderate route: waiting list, group, programme. */
export const groepsRoute = {
  'wachtlijst-kern': wait({
    label: 'Wachtlijst van de kern',
    by: 'valpreventie-coordinator',
    waitsFor: 'een groep in de eigen kern',
    ready: {
      waiting: 'kern',
      n: numberKnob(8, { min: 8, max: 12, label: 'Deelnemers voor een groep', source: 'ALMERE, LELYSTAD' }),
    },
    within: knob('P3M', { min: 'P1M', max: 'P6M' }),
    source: 'ALMERE',
    outcomes: {
      'groep-vol': { label: 'De groep is vol', to: 'groep-toewijzen', group: 'joins' },
      'te-lang': {
        label: 'Het duurt te lang: zoek een groep in een buurgemeente',
        to: to('groep-toewijzen', { gebied: 'buurgemeente' }),
      },
      'trekt-terug': { label: 'De inwoner trekt zich terug', to: end('geen-deelname'), inform: 'ziet-af' },
    },
  }),
  'groep-toewijzen': assess({
    label: 'Groep toewijzen en buurtsportcoach informeren',
    by: 'valpreventie-coordinator',
    within: knob('10wd', { min: '5wd', max: '20wd' }),
    source: 'ALMERE',
    outcomes: {
      gedaan: { label: 'Toegewezen', to: 'fysio-belt', group: 'joins' },
      'geen-groep': {
        label: 'Ook elders is geen groep: terug op de wachtlijst',
        to: 'wachtlijst-kern',
        group: 'leaves',
      },
    },
  }),
  'fysio-belt': assess({
    label: 'De fysiotherapeut belt de deelnemer',
    by: 'fysio',
    attempts: true,
    within: knob('10wd', { min: '5wd', max: '15wd' }),
    source: 'ALMERE',
    outcomes: {
      deelnemen: { label: 'De inwoner doet mee', to: 't0' },
      terug: { label: 'Nu niet: terug op de wachtlijst', to: 'wachtlijst-kern', group: 'leaves' },
      afzien: { label: 'De inwoner ziet af', to: end('geen-deelname'), inform: 'ziet-af', group: 'leaves' },
    },
  }),
  t0: assess({
    label: 'T0: meting voor de start',
    by: 'fysio',
    form: 'meting',
    within: before('start-groep', sourced('P0D', 'ALMERE'), { otherwise: knob('P4W', { min: 'P1W', max: 'P8W' }) }),
    source: 'ALMERE',
    outcomes: { gedaan: { label: 'Gemeten', to: 'interventie-groep', inform: 'gestart' } },
  }),
  'interventie-groep': assess({
    label: 'In Balans of Vallen Verleden Tijd',
    by: 'fysio',
    form: 'interventie',
    keeps: ['programma'],
    within: before('einde-groep', sourced('P0D', 'LGL-VAL'), { otherwise: knob('P14W', { min: 'P8W', max: 'P26W' }) }),
    source: 'LGL-VAL',
    outcomes: {
      afgerond: { label: 'Afgerond', to: 't1', inform: 'groep-klaar' },
      'uitval-wil-later': {
        label: 'Gestopt, wil later opnieuw',
        to: 'wachtlijst-kern',
        reason: 'required',
        group: 'leaves',
        inform: 'terug-op-wachtlijst',
      },
      uitval: {
        label: 'Gestopt',
        to: end('uitval'),
        reason: 'required',
        group: 'leaves',
        inform: 'uitgevallen',
      },
    },
  }),
  'voorlichting-regulier': assess({
    label: 'Voorlichting over beweegaanbod in de buurt',
    by: 'buurtsportcoach',
    opens: { at: before('einde-groep', sourced('P3W', 'ALMERE')), opening: 'interventie-groep' },
    lapsesOn: ['wachtlijst-kern', 'structureel-aanbod'],
    within: {
      notBefore: before('einde-groep', sourced('P3W', 'ALMERE')),
      due: before('einde-groep', sourced('P2W', 'ALMERE'), { otherwise: knob('5wd', { min: '2wd', max: '10wd' }) }),
    },
    source: 'ALMERE',
    outcomes: { gegeven: { label: 'Gegeven', to: 'structureel-aanbod' } },
  }),
};
