import {
  all,
  assess,
  byCode,
  end,
  handoff,
  knob,
  leave,
  oncePer,
  since,
  sourced,
  to,
} from '../../../language/define.ts';

/** The high route: the huisarts looks at the whole, and chooses with the resident. */
export const hogeRoute = {
  'huisarts-beeld': assess({
    label: 'Heeft de huisarts het valrisico voldoende in beeld?',
    by: ['huisarts', 'poh'],
    within: knob('10wd', { min: '5wd', max: '20wd' }),
    source: 'ALMERE',
    outcomes: {
      voldoende: { label: 'Voldoende in beeld', to: 'bespreken-interventies' },
      onvoldoende: { label: 'Nog niet voldoende in beeld', to: 'valrisicobeoordeling' },
    },
  }),
  valrisicobeoordeling: assess({
    label: 'Valrisicobeoordeling',
    by: ['huisarts', 'poh', 'fysio'],
    form: 'valrisicobeoordeling',
    within: knob('P4W', { min: 'P1W', max: 'P8W' }),
    source: 'FARM-OP',
    outcomes: { gedaan: { label: 'Beoordeeld', to: 'verslag-valrisicobeoordeling' } },
  }),
  'verslag-valrisicobeoordeling': assess({
    label: 'Verslag van de valrisicobeoordeling aan de huisarts',
    by: ['huisarts', 'poh', 'fysio'],
    within: sourced('P1W', 'ALMERE'),
    source: 'ALMERE',
    outcomes: { gedaan: { label: 'Verslag is er', to: 'mdo-nodig', inform: 'risico-beoordeeld' } },
  }),
  'mdo-nodig': assess({
    label: 'Zo nodig overleg met meer disciplines (MDO)',
    by: 'huisarts',
    with: ['poh', 'fysio'],
    within: knob('P4W', { min: 'P1W', max: 'P13W' }),
    source: 'ALMERE',
    outcomes: {
      gedaan: { label: 'Overlegd', to: 'bespreken-interventies' },
      'niet-nodig': { label: 'Niet nodig', to: 'bespreken-interventies' },
    },
  }),
  'bespreken-interventies': assess({
    label: 'Bespreken en kiezen met de inwoner',
    by: ['huisarts', 'poh'],
    form: 'interventies',
    keeps: ['doorverwijzingen'],
    within: knob('10wd', { min: '5wd', max: '20wd' }),
    source: 'GALA',
    outcomes: {
      beweeg: { label: 'Een beweegprogramma', to: 'onderliggend-lijden', inform: 'plan' },
      ander: { label: 'Andere hulp, geen beweegprogramma', to: all('t2-3', 'doorverwijzing'), inform: 'plan' },
      'beweeg-en-ander': {
        label: 'Een beweegprogramma en andere hulp',
        to: all('onderliggend-lijden', 'doorverwijzing'),
        inform: 'plan',
      },
      afzien: { label: 'De inwoner ziet af', to: end('geen-deelname'), inform: 'ziet-af' },
    },
  }),
  doorverwijzing: handoff({
    label: 'Verwijzing naar andere hulp',
    from: 'huisarts',
    by: 'andere-hulpverlener',
    outside: true,
    each: 'doorverwijzingen',
    accept: knob('20wd', { min: '5wd', max: '60wd' }),
    within: knob('P3M', { min: 'P1M', max: 'P6M' }),
    source: 'GALA',
    outcomes: {
      gezien: { label: 'De inwoner is geholpen, terugkoppeling ontvangen', to: leave() },
      'niet-gezien': { label: 'De inwoner is niet gegaan', to: leave(), reason: 'required', by: 'sender' },
    },
  }),
  'onderliggend-lijden': assess({
    label: 'Is er onderliggend lijden? (wie betaalt)',
    by: ['huisarts', 'poh'],
    within: knob('10wd', { min: '2wd', max: '20wd' }),
    source: 'INS-VAL',
    outcomes: {
      ja: {
        label: 'Ja: Otago, de zorgverzekeraar betaalt',
        when: [oncePer('P12M', 'otago')],
        to: 'otago-verwijzing',
      },
      'ja-al-gehad': {
        label: 'Ja, maar Otago is al vergoed in de laatste 12 maanden',
        to: 'aanmelden-matig',
      },
      nee: { label: 'Nee: groep, de gemeente betaalt', to: 'aanmelden-matig' },
    },
  }),
  'otago-verwijzing': handoff({
    label: 'Verwijzing naar Otago',
    from: 'huisarts',
    by: 'fysio',
    accept: knob('5wd', { min: '2wd', max: '10wd' }),
    within: knob('5wd', { min: '2wd', max: '10wd' }),
    source: 'INS-VAL',
    outcomes: {
      geaccepteerd: { label: 'Aangenomen', to: 'otago-intake', mark: 'otago' },
      'niet-mogelijk': {
        label: 'Nergens mogelijk: opnieuw bespreken',
        to: 'bespreken-interventies',
        reason: 'required',
        by: 'sender',
      },
    },
  }),
  'otago-intake': assess({
    label: 'Telefonisch contact en intake',
    by: 'fysio',
    form: 'otagoIntake',
    keeps: ['vorm'],
    attempts: true,
    within: knob('P14D', { min: 'P7D', max: 'P28D' }),
    source: 'LGL-VAL',
    outcomes: {
      passend: { label: 'Passend en haalbaar', to: 'otago', inform: 'gestart' },
      niet: { label: 'Niet passend', to: 'bespreken-interventies', reason: 'required' },
    },
  }),
  otago: assess({
    label: 'Otago',
    by: 'fysio',
    within: byCode('vorm', { groep: sourced('P12W', 'LGL-VAL') }, sourced('P12M', 'LGL-VAL')),
    source: 'LGL-VAL',
    outcomes: {
      afgerond: { label: 'Afgerond', to: to('t1', { na: 'otago' }), inform: 'groep-klaar' },
      uitval: { label: 'Gestopt', to: 'huisarts-beeld', reason: 'required', inform: 'uitgevallen' },
    },
  }),
  'otago-evaluatie': assess({
    label: 'Evaluatie na twee tot drie maanden',
    by: 'fysio',
    opens: { after: [sourced('P2M', 'INS-VAL')], from: 'otago-intake' },
    lapsesOn: ['t1', 'huisarts-beeld', 'bespreken-interventies'],
    within: {
      notBefore: since('otago-intake', sourced('P2M', 'INS-VAL')),
      due: since('otago-intake', sourced('P3M', 'INS-VAL')),
    },
    source: 'INS-VAL',
    outcomes: {
      verder: { label: 'Doorgaan zoals gepland', to: leave() },
      bijstellen: { label: 'Oefeningen aangepast, doorgaan', to: leave() },
    },
  }),
};
