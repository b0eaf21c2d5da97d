import { all, assess, atMost, byVariant, handoff, knob, since, sourced, to } from '../../../language/define.ts';

/** What is done: the kinder-GLI and the wait for it, other support, and what follows when a family stops. */
export const uitvoering = {
  'gli-verwijzing': handoff({
    label: 'Verwijzing naar de kinder-GLI',
    from: 'czv',
    by: ['jeugdarts', 'huisarts', 'kinderarts', 'jeugdverpleegkundige'],
    lapsesOn: ['overdracht', 'plan'],
    // To accept is to refer: the ten working days of the table are those of the offer.
    accept: knob('10wd', { min: '5wd', max: '20wd' }),
    within: knob('10wd', { min: '5wd', max: '20wd' }),
    source: 'KGLI-INS',
    outcomes: {
      geaccepteerd: { label: 'Verwezen', to: 'gli-start' },
      'ander-plan': {
        label: 'Een ander plan maken',
        to: to('plan', { ronde: 'opnieuw' }),
        by: 'sender',
        reason: 'required',
      },
    },
  }),
  // Stays open beside the bridging, so that the six months since the intake keep running.
  'gli-start': assess({
    label: 'Start van de kinder-GLI',
    by: 'kinder-gli-aanbieder',
    attempts: true,
    lapsesOn: ['overdracht', 'plan', 'uitvoering'],
    within: since('intake', sourced('P6M', 'KGLI-INS')),
    source: 'KGLI-INS',
    outcomes: {
      gestart: { label: 'Begonnen', to: to('uitvoering', { programma: 'kinder-gli' }), inform: 'gestart' },
      niet: { label: 'Nog niet: overbruggen', to: all('gli-start', 'overbrugging'), reason: 'required' },
    },
  }),
  overbrugging: assess({
    label: 'Overbruggen tot de start van de kinder-GLI',
    by: 'czv',
    lapsesOn: ['overdracht', 'plan', 'uitvoering'],
    within: knob('P6W', { min: 'P4W', max: 'P12W' }),
    source: 'KGLI-INS',
    outcomes: {
      consult: { label: 'Consult gedaan, nog niet begonnen', when: [atMost(4)], to: 'overbrugging' },
      gestart: {
        label: 'De kinder-GLI is begonnen',
        to: to('uitvoering', { programma: 'kinder-gli' }),
        inform: 'gestart',
      },
      vervallen: {
        label: 'De kinder-GLI gaat niet door',
        to: to('plan', { ronde: 'opnieuw' }),
        reason: 'required',
      },
    },
  }),
  uitvoering: assess({
    label: 'Ondersteuning en zorg volgens het plan',
    // Who was at work holds it: with a kinder-GLI its provider, who said that it began or could not begin.
    by: ['aanbieder', 'kinder-gli-aanbieder'],
    lapsesOn: ['overdracht', 'gli-verwijzing'],
    within: byVariant(
      'programma',
      { 'kinder-gli': sourced('P24M', 'KGLI-INS') },
      knob('P12M', { min: 'P6M', max: 'P24M' }),
    ),
    source: 'KGLI-INS',
    outcomes: {
      klaar: { label: 'Klaar: evalueren', to: 'evaluatie' },
      uitval: { label: 'Het gezin is gestopt', to: 'uitval-besluit', reason: 'required', inform: 'uitgevallen' },
    },
  }),
  'uitval-besluit': assess({
    label: 'Gestopt: bespreek met het gezin wat nu past',
    by: 'czv',
    lapsesOn: ['overdracht'],
    within: knob('P2W', { min: 'P1W', max: 'P4W' }),
    outcomes: {
      'andere-route': { label: 'Een andere route', to: to('plan', { ronde: 'opnieuw' }) },
      stop: { label: 'Stoppen en terugkijken', to: 'evaluatie' },
    },
  }),
};
