import { assess, byVariant, decided, end, keptIs, knob, rule, since, to, wait } from '../../../language/define.ts';

/** From the intake to a plan with child and family, and who pays for it. */
export const plan = {
  intake: assess({
    label: 'Kennismaking en eerste meting',
    by: 'czv',
    form: 'intake',
    keeps: ['ggr'],
    lapsesOn: ['overdracht'],
    within: knob('P28D', { min: 'P14D', max: 'P42D' }),
    source: 'OPD-D5',
    outcomes: { gedaan: { label: 'Kennisgemaakt en gemeten', to: 'brede-anamnese', inform: 'intake' } },
  }),
  'brede-anamnese': assess({
    label: 'Brede anamnese met de leidraad',
    by: 'czv',
    form: 'anamnese',
    lapsesOn: ['overdracht'],
    within: knob('P4W', { min: 'P2W', max: 'P8W' }),
    source: 'MATRIX',
    outcomes: { gedaan: { label: 'Besproken', to: 'analyse' } },
  }),
  analyse: assess({
    label: 'Analyse van wat er speelt, zo nodig met een MDO',
    by: 'czv',
    with: ['jeugdarts', 'huisarts'],
    lapsesOn: ['overdracht'],
    within: knob('P2W', { min: 'P1W', max: 'P6W' }),
    source: 'ALMERE-GG',
    outcomes: {
      leefstijl: { label: 'Een plan voor leefstijl past nu', to: 'plan' },
      'eerst-anders': { label: 'Eerst andere hulp', to: 'pauze-eerst', inform: 'eerst-andere-hulp' },
      onveilig: { label: 'Zorgen over veiligheid', to: 'meldcode-route' },
    },
  }),
  'meldcode-route': assess({
    label: 'De meldcode wordt gevolgd, buiten Ketenpad: hoe verder?',
    by: 'czv',
    confidential: true,
    within: knob('5wd', { min: '1wd', max: '10wd' }),
    outcomes: {
      verder: { label: 'Er kan een plan worden gemaakt', to: 'plan' },
      'eerst-anders': { label: 'Eerst andere hulp', to: 'pauze-eerst' },
    },
  }),
  'pauze-eerst': wait({
    label: 'Eerst andere hulp',
    by: 'czv',
    lapsesOn: ['overdracht'],
    waitsFor: 'de uitkomst van andere hulp',
    within: knob('P6M', { min: 'P2M', max: 'P6M' }),
    source: 'ALMERE-GG',
    outcomes: {
      verder: { label: 'Het gezin kan verder', to: to('plan', { ronde: 'opnieuw' }) },
      stop: { label: 'Het gezin blijft bij de andere hulp', to: end('eerst-andere-hulp'), inform: 'andere-hulp' },
    },
  }),
  plan: assess({
    label: 'Plan van aanpak met kind en gezin',
    by: 'czv',
    form: 'plan',
    lapsesOn: ['overdracht'],
    // A plan that is made again later counts from its own opening: eight weeks after the intake are long past.
    within: byVariant(
      'ronde',
      { opnieuw: knob('P4W', { min: 'P2W', max: 'P8W' }) },
      since('intake', knob('P8W', { min: 'P4W', max: 'P12W' })),
    ),
    source: 'OPD-D5',
    outcomes: {
      'met-kinder-gli': {
        label: 'Met kinder-GLI (vanaf matig verhoogd risico)',
        when: [keptIs('ggr', 'matig', 'sterk', 'extreem')],
        to: 'financier',
        inform: 'plan',
      },
      zonder: { label: 'Zonder kinder-GLI', to: 'financier', inform: 'plan' },
      bijgesteld: {
        label: 'Bijgesteld: de uitvoering gaat door',
        when: [decided('financier', 'zvw', 'gemeente')],
        to: 'uitvoering',
        inform: 'plan',
      },
      afzien: { label: 'Het gezin ziet af', to: end('geen-deelname'), inform: 'ziet-af' },
    },
  }),
  financier: rule({
    label: 'Wie betaalt?',
    rule: 'financier-kngg',
    version: '2026-1',
    source: 'OPD-D5',
    decides: [
      {
        when: [decided('plan', 'met-kinder-gli'), keptIs('ggr', 'matig', 'sterk', 'extreem')],
        outcome: 'zvw',
      },
    ],
    otherwise: 'gemeente',
    outcomes: {
      zvw: { label: 'De zorgverzekeraar: met kinder-GLI', to: 'gli-verwijzing' },
      gemeente: { label: 'De gemeente: zonder kinder-GLI', to: 'uitvoering' },
    },
  }),
};
