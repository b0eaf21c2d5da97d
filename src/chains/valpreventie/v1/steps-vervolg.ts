import { after, assess, before, byVariant, end, handoff, knob, since, sourced } from '../../../language/define.ts';

/** After the programme: measure, keep moving, and look back at three and six months. */
export const vervolg = {
  t1: assess({
    label: 'T1: eindmeting en eindgesprek',
    by: 'fysio',
    form: 'meting',
    within: byVariant(
      'na',
      { otago: knob('P2W', { min: 'P1W', max: 'P4W' }) },
      {
        notBefore: before('einde-groep', sourced('P2W', 'ALMERE')),
        aim: before('einde-groep', sourced('P0D', 'ALMERE')),
        due: after('einde-groep', knob('P1W', { min: 'P0D', max: 'P4W' }), {
          otherwise: knob('P2W', { min: 'P1W', max: 'P4W' }),
        }),
      },
    ),
    source: 'ALMERE',
    outcomes: { gedaan: { label: 'Gemeten en besproken', to: 'structureel-aanbod', inform: 'eindmeting' } },
  }),
  'structureel-aanbod': handoff({
    label: 'Warme overdracht naar beweegaanbod in de buurt',
    from: 'fysio',
    by: 'buurtsportcoach',
    warm: true,
    join: ['main', 'voorlichting-regulier'],
    accept: knob('10wd', { min: '5wd', max: '15wd' }),
    within: knob('P4W', { min: 'P2W', max: 'P8W' }),
    source: 'ALMERE',
    outcomes: {
      gestart: { label: 'De inwoner is begonnen', to: 't2-3', inform: 'beweegaanbod' },
      niet: { label: 'De inwoner is niet begonnen', to: 'sv-koppeling' },
    },
  }),
  'sv-koppeling': assess({
    label: 'Koppeling met Sociaal Verwijzen bij isolement of valangst',
    by: ['fysio', 'huisarts'],
    within: knob('P14D', { min: 'P7D', max: 'P28D' }),
    source: 'OPD-D5',
    outcomes: {
      gekoppeld: {
        label: 'Aangemeld bij Sociaal Verwijzen',
        to: 't2-3',
        link: { type: 'parallel', chain: 'sociaal-verwijzen' },
      },
      'niet-nodig': { label: 'Niet nodig, of de inwoner wil niet', to: 't2-3' },
    },
  }),
  't2-3': assess({
    label: 'Follow-up na 3 maanden',
    by: ['fysio', 'huisarts', 'poh'],
    form: 'followUp',
    propose: 'naDrieMaanden',
    override: { reason: 'klinische-blik' },
    within: since('t1', sourced('P3M', 'ALMERE')),
    source: 'ALMERE',
    outcomes: {
      gedaan: { label: 'Gesproken, het gaat goed', to: 't2-6', inform: 'na-drie-maanden' },
      'nieuwe-val': {
        label: 'Opnieuw gevallen: opnieuw testen',
        to: 'valrisicotest',
        inform: 'nieuwe-test',
        anew: true,
      },
    },
  }),
  't2-6': assess({
    label: 'Follow-up na 6 maanden',
    by: ['fysio', 'huisarts', 'poh'],
    form: 'followUp',
    propose: 'naZesMaanden',
    override: { reason: 'klinische-blik' },
    within: since('t1', sourced('P6M', 'ALMERE'), { otherwise: knob('P3M', { min: 'P2M', max: 'P4M' }) }),
    source: 'ALMERE',
    outcomes: {
      duurzaam: { label: 'De inwoner beweegt nog steeds', to: end('afgerond'), inform: 'duurzaam' },
      'nieuwe-val': {
        label: 'Opnieuw gevallen: opnieuw testen',
        to: 'valrisicotest',
        inform: 'nieuwe-test',
        anew: true,
      },
      achteruitgang: { label: 'Achteruitgang: opnieuw testen', to: 'valrisicotest', inform: 'nieuwe-test', anew: true },
    },
  }),
};
