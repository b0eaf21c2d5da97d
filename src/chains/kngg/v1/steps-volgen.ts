import { assess, decided, end, handoff, knob, leave, since, sourced, to } from '../../../language/define.ts';

/** Beside and after it: the CZV follows, evaluates and hands over, and somebody looks back. */
export const volgen = {
  monitoring: assess({
    label: 'Begeleiden en volgen',
    by: 'czv',
    form: 'meting',
    opens: { every: sourced('P3M', 'NZA-CZV'), from: 'plan' },
    lapsesOn: ['overdracht'],
    within: knob('P4W', { min: 'P2W', max: 'P6W' }),
    source: 'NZA-CZV',
    outcomes: {
      ok: { label: 'Het gaat zoals gepland', to: leave() },
      bijstellen: { label: 'Het plan bijstellen', to: to('plan', { ronde: 'opnieuw' }) },
      doelen: { label: 'De doelen zijn bereikt: evalueren', to: 'evaluatie' },
    },
  }),
  evaluatie: assess({
    label: 'Evalueren met kind en gezin',
    by: 'czv',
    form: 'evaluatie',
    keeps: ['ggr'],
    opens: { every: knob('P6M', { min: 'P3M', max: 'P12M' }), from: 'plan' },
    lapsesOn: ['overdracht'],
    within: knob('P4W', { min: 'P2W', max: 'P6W' }),
    source: 'MATRIX',
    outcomes: {
      doorgaan: { label: 'Doorgaan', to: 'uitvoering', inform: 'evaluatie' },
      afronden: { label: 'Afronden en overdragen', to: 'overdracht', inform: 'evaluatie' },
    },
  }),
  'evaluatie-slot': assess({
    label: 'Laatste evaluatie: de begeleiding stopt',
    by: 'czv',
    form: 'evaluatie',
    lapsesOn: ['overdracht'],
    within: knob('P4W', { min: 'P2W', max: 'P6W' }),
    source: 'KGLI-INS',
    outcomes: { afronden: { label: 'Afronden en overdragen', to: 'overdracht', inform: 'evaluatie' } },
  }),
  overdracht: handoff({
    label: 'Warme overdracht',
    from: 'czv',
    by: ['jgz', 'huisarts'],
    warm: true,
    accept: knob('10wd', { min: '5wd', max: '15wd' }),
    within: knob('P4W', { min: 'P2W', max: 'P8W' }),
    source: 'KGLI-INS',
    outcomes: {
      bevestigd: { label: 'Overgedragen', to: 'nazorg', inform: 'overgedragen' },
      vngg: {
        label: 'Overgedragen, en aangemeld bij Volwassenen naar een gezonder gewicht',
        when: [decided('naar-volwassen', 'vngg')],
        to: 'nazorg',
        inform: 'overgedragen',
        link: { type: 'vervolg', chain: 'vngg', asks: 'koppeling' },
      },
      'niemand-neemt-over': {
        label: 'Niemand neemt het over: nazorg door wie het kind al kent',
        to: 'nazorg',
        by: 'sender',
        reason: 'required',
      },
    },
  }),
  nazorg: assess({
    label: 'Nazorg na een half jaar',
    by: ['jgz', 'huisarts', 'czv'],
    form: 'nazorg',
    propose: 'volgehouden',
    override: { reason: 'klinische-blik' },
    within: since('overdracht', knob('P6M', { min: 'P4M', max: 'P8M' })),
    outcomes: {
      stabiel: { label: 'Het gaat goed', to: 'nazorg-jaar' },
      terugval: { label: 'Het gaat minder goed: opnieuw beginnen', to: 'intake', inform: 'terugval', anew: true },
    },
  }),
  'nazorg-jaar': assess({
    label: 'Nazorg na een jaar',
    by: ['jgz', 'huisarts', 'czv'],
    form: 'nazorg',
    propose: 'volgehouden',
    override: { reason: 'klinische-blik' },
    within: since('overdracht', knob('P12M', { min: 'P10M', max: 'P14M' })),
    outcomes: {
      stabiel: { label: 'Het gaat nog steeds goed', to: end('afgerond'), inform: 'afgerond' },
      terugval: { label: 'Het gaat minder goed: opnieuw beginnen', to: 'intake', inform: 'terugval', anew: true },
    },
  }),
};
