import {
  all,
  assess,
  before,
  byKnob,
  byVariant,
  decided,
  end,
  gap,
  knob,
  leave,
  rule,
  sourced,
  to,
  wait,
} from '../../../language/define.ts';

/** Before a pregnancy: is there a wish for a child, now or not now? */
export const kinderwens = {
  kinderwens: assess({
    label: 'Gesprek over kinderwens (Nu Niet Zwanger)',
    by: 'aandachtsfunctionaris',
    within: knob('P4W', { min: 'P1W', max: 'P13W' }),
    source: 'OPD-D5',
    outcomes: {
      'nu-niet': {
        label: 'Nu geen kinderwens: begeleiding',
        to: byKnob('nnz', { live: 'nnz-begeleiding', 'niet-beschikbaar': gap('nnz', 'nnz-begeleiding') }),
      },
      kinderwens: {
        label: 'Er is een kinderwens: advies gegeven',
        to: end('preconceptie-advies'),
        inform: 'preconceptie',
      },
      zwanger: {
        label: 'Zwanger: naar de verloskundige, met toestemming',
        to: 'intake-vk',
        gives: ['overdracht'],
      },
    },
  }),
  'nnz-begeleiding': assess({
    label: 'Begeleiding: wat is nodig om nu niet zwanger te worden?',
    by: 'aandachtsfunctionaris',
    with: ['ggd'],
    within: knob('P3M', { min: 'P1M', max: 'P6M' }),
    source: 'OPD-D5',
    outcomes: {
      geregeld: { label: 'Geregeld', to: end('nnz'), inform: 'nnz' },
      opschalen: { label: 'Hulp van de GGD gevraagd, met toestemming', to: 'nnz-coordinator', gives: ['overdracht'] },
    },
  }),
  'nnz-coordinator': assess({
    label: 'De coördinator van de GGD denkt mee',
    by: 'ggd',
    within: knob('10wd', { min: '5wd', max: '20wd' }),
    source: 'OPD-D5',
    outcomes: { meegedacht: { label: 'Advies gegeven: de begeleiding gaat verder', to: 'nnz-begeleiding' } },
  }),
};

/** Pregnancy: ordinary care by the midwife, with an eye for what parents need. */
export const zwangerschap = {
  'intake-vk': assess({
    label: 'Intake bij de verloskundige',
    by: 'verloskundige',
    within: {
      notBefore: before('aterme', sourced('P32W', 'NIJMEGEN')),
      due: before('aterme', sourced('P30W', 'NIJMEGEN'), { otherwise: knob('P2W', { min: 'P1W', max: 'P4W' }) }),
    },
    source: 'NIJMEGEN',
    outcomes: {
      signaal: { label: 'Er is een signaal: weeg samen met de ouder', to: all('weging', 'aanmelden-kraamzorg') },
      geen: { label: 'Geen signaal', to: all('basiszorg-volgen', 'aanmelden-kraamzorg') },
    },
  }),
  'basiszorg-volgen': wait({
    label: 'Gewone zorg, met aandacht voor nieuwe signalen',
    by: 'verloskundige',
    reports: ['kraamzorg'],
    waitsFor: 'een nieuw signaal, of de geboorte',
    within: knob('P3M', { min: 'P1M', max: 'P6M' }),
    lapsesOn: ['weging', 'kraamweek'],
    source: 'FRYSLAN',
    outcomes: {
      signaal: { label: 'Er is een nieuw signaal', to: 'weging' },
      geboren: { label: 'Het kind is geboren', to: 'na-geboorte' },
    },
  }),
  'na-geboorte': rule({
    label: 'Is de kraamweek al geweest?',
    rule: 'kraamweek-een-keer',
    version: '1',
    decides: [{ when: [decided('kraamweek', 'signaal', 'geen')], outcome: 'geweest' }],
    otherwise: 'nog-niet',
    source: 'FRYSLAN',
    outcomes: {
      geweest: { label: 'De kraamweek is geweest', to: 'einde-basiszorg' },
      'nog-niet': { label: 'De kraamweek begint', to: 'kraamweek' },
    },
  }),
  weging: assess({
    label: 'Wegen: hoeveel steun heeft de ouder nodig?',
    by: 'verloskundige',
    form: 'weging',
    propose: 'wegingsniveau',
    override: { reason: 'klinische-blik' },
    confidential: true,
    within: knob('P4W', { min: 'P1W', max: 'P8W' }),
    source: 'NIJMEGEN',
    outcomes: {
      geen: { label: 'Geen extra steun nodig', to: 'basiszorg-volgen' },
      potentieel: { label: 'Mogelijk kwetsbaar', to: 'toestemming' },
      kwetsbaar: { label: 'Kwetsbaar', to: 'toestemming' },
      zeer: { label: 'Zeer kwetsbaar', to: to('toestemming', { prioriteit: 'ja' }) },
      onveilig: { label: 'Niet veilig: volg de meldcode, buiten Ketenpad', to: 'meldcode-route' },
    },
  }),
  toestemming: assess({
    label: 'Wil de ouder een prenataal huisbezoek? Vraag uitdrukkelijk toestemming',
    by: 'verloskundige',
    confidential: true,
    within: byVariant(
      'prioriteit',
      { ja: knob('5wd', { min: '2wd', max: '10wd' }) },
      knob('P4W', { min: 'P1W', max: 'P8W' }),
    ),
    source: 'PHB-2025',
    outcomes: {
      gegeven: { label: 'Ja', to: 'aanmelden-phb', gives: ['overdracht', 'terugkoppeling'] },
      'gegeven-zonder-inhoud': {
        label: 'Ja, maar de verwijzer hoort geen inhoud',
        to: 'aanmelden-phb',
        gives: ['overdracht'],
      },
      geweigerd: { label: 'Nee: de gewone zorg gaat door, zonder gevolgen', to: 'basiszorg-volgen' },
      onveilig: { label: 'Niet veilig: volg de meldcode, buiten Ketenpad', to: 'meldcode-route' },
    },
  }),
  'meldcode-route': assess({
    label: 'De meldcode wordt gevolgd, buiten Ketenpad',
    by: 'verloskundige',
    confidential: true,
    within: knob('5wd', { min: '1wd', max: '10wd' }),
    source: 'FRYSLAN',
    outcomes: {
      loopt: {
        label: 'De meldcode loopt buiten Ketenpad: de gewone zorg gaat door',
        to: 'basiszorg-volgen',
      },
      'wil-hulp': { label: 'De ouder wil hulp: vraag toestemming', to: to('toestemming', { prioriteit: 'ja' }) },
    },
  }),
  'aanmelden-kraamzorg': assess({
    label: 'Kraamzorg aanmelden',
    by: 'verloskundige',
    lapsesOn: ['kraamweek'],
    within: {
      aim: before('aterme', sourced('P30W', 'NIJMEGEN')),
      due: before('aterme', sourced('P20W', 'NIJMEGEN'), { otherwise: knob('P4W', { min: 'P1W', max: 'P8W' }) }),
    },
    source: 'NIJMEGEN',
    outcomes: { gedaan: { label: 'Aangemeld, samen met de ouder', to: 'kraamintake' } },
  }),
  kraamintake: assess({
    label: 'Intake door de kraamzorg',
    by: 'kraamzorg',
    lapsesOn: ['kraamweek'],
    within: {
      notBefore: before('aterme', sourced('P18W', 'FRYSLAN')),
      due: before('aterme', sourced('P8W', 'FRYSLAN'), { otherwise: knob('P8W', { min: 'P4W', max: 'P13W' }) }),
    },
    source: 'FRYSLAN',
    outcomes: {
      signaal: { label: 'Er is een signaal: naar de verloskundige', to: 'weging' },
      geen: { label: 'Geen signaal', to: leave() },
    },
  }),
};
