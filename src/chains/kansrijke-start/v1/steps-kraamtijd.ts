import { after, all, assess, decided, end, handoff, knob, on, sourced } from '../../../language/define.ts';

/** From the birth to the first weeks: in every open case, beside whatever else goes on. */
export const kraamtijd = {
  kraamweek: assess({
    label: 'Kraamweek: letten op signalen',
    by: 'kraamzorg',
    form: 'kraamweek',
    propose: 'kraamsignaal',
    override: { reason: 'klinische-blik' },
    opens: on('geboorte', { inEveryOpenCase: true, once: true }),
    within: after('geboorte', sourced('P5D', 'FRYSLAN'), { otherwise: knob('P8D', { min: 'P5D', max: 'P10D' }) }),
    source: 'FRYSLAN',
    outcomes: {
      signaal: { label: 'Er is een signaal: draag warm over', to: 'overdracht-warm' },
      geen: { label: 'Geen signaal: draag schriftelijk over', to: 'overdracht-jgz' },
    },
  }),
  'overdracht-jgz': handoff({
    label: 'Overdracht van de kraamzorg aan de JGZ',
    from: 'kraamzorg',
    by: 'jeugdverpleegkundige',
    accept: knob('2wd', { min: '1wd', max: '5wd' }),
    within: after('geboorte', sourced('P7D', 'FRYSLAN'), { otherwise: knob('P3D', { min: 'P1D', max: 'P7D' }) }),
    source: 'FRYSLAN',
    outcomes: { bevestigd: { label: 'Ontvangen en gelezen', to: 'hielprik', inform: 'overgedragen' } },
  }),
  'overdracht-warm': handoff({
    label: 'Warme overdracht van de kraamzorg aan de JGZ, met de ouder',
    from: 'kraamzorg',
    by: 'jeugdverpleegkundige',
    warm: true,
    accept: knob('2wd', { min: '1wd', max: '5wd' }),
    within: after('geboorte', sourced('P7D', 'FRYSLAN'), { otherwise: knob('P3D', { min: 'P1D', max: 'P7D' }) }),
    source: 'FRYSLAN',
    outcomes: { bevestigd: { label: 'Samen met de ouder besproken', to: 'hielprik', inform: 'overgedragen' } },
  }),
  hielprik: assess({
    label: 'Hielprik, gehoortest en vragenlijst Stevig Ouderschap',
    by: ['screener', 'jeugdverpleegkundige'],
    form: 'hielprik',
    within: {
      notBefore: after('geboorte', sourced('P4D', 'FRYSLAN')),
      due: after('geboorte', sourced('P7D', 'FRYSLAN'), { otherwise: knob('P3D', { min: 'P1D', max: 'P7D' }) }),
    },
    source: 'FRYSLAN',
    outcomes: { gedaan: { label: 'Gedaan', to: 'huisbezoek-2wk' } },
  }),
  'huisbezoek-2wk': assess({
    label: 'Huisbezoek na twee weken',
    by: 'jeugdverpleegkundige',
    within: after('geboorte', sourced('P14D', 'FRYSLAN'), { otherwise: knob('P10D', { min: 'P7D', max: 'P14D' }) }),
    source: 'FRYSLAN',
    outcomes: {
      extra: { label: 'Extra steun nodig: maak een plan', to: all('plan', 'jeugdarts-4wk') },
      niet: { label: 'Geen extra steun nodig', to: 'jeugdarts-4wk' },
    },
  }),
  'jeugdarts-4wk': assess({
    label: 'De jeugdarts ziet het kind na vier weken',
    by: 'jeugdarts',
    within: after('geboorte', sourced('P4W', 'FRYSLAN'), { otherwise: knob('P2W', { min: 'P1W', max: 'P4W' }) }),
    source: 'FRYSLAN',
    outcomes: {
      'phb-gedaan': {
        label: 'Er was een prenataal huisbezoek: kijk erop terug',
        when: [decided('phb', 'gedaan')],
        to: 'evaluatie-phb',
      },
      signaal: { label: 'Er is een signaal: maak een plan', to: 'plan' },
      geen: { label: 'Geen signaal', to: 'einde-basiszorg' },
    },
  }),
  'einde-basiszorg': assess({
    label: 'Alleen gewone zorg: sluit het traject',
    by: ['jeugdverpleegkundige', 'jeugdarts'],
    join: ['main', 'kraamweek', 'jeugdarts-4wk', 'aanmelden-kraamzorg'],
    within: knob('10wd', { min: '5wd', max: '20wd' }),
    source: 'FRYSLAN',
    outcomes: {
      gesloten: { label: 'Gesloten: de JGZ gaat door met de gewone zorg', to: end('basiszorg'), inform: 'basiszorg' },
      'plan-loopt': { label: 'Er loopt een plan: blijf volgen', to: 'volgen' },
    },
  }),
};
