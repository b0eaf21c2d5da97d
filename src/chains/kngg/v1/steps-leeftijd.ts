import { after, assess, before, end, knob, leave } from '../../../language/define.ts';

const opDeDag = knob('P0D', { min: 'P0D', max: 'P4W' });

/** What birthdays bring: the child itself consents from 12 and alone from 16, and at 17,5 the way onward is chosen. */
export const leeftijd = {
  'toestemming-12': assess({
    label: 'Het kind is 12: vraag ook het kind om toestemming',
    by: 'czv',
    form: 'toestemming',
    opens: { at: after('twaalf', opDeDag), opening: 'eerste-contact' },
    lapsesOn: ['toestemming-16'],
    within: knob('P4W', { min: 'P1W', max: 'P8W' }),
    outcomes: {
      akkoord: { label: 'Akkoord', to: leave(), gives: ['overdracht'] },
      weigert: { label: 'Geen toestemming', to: end('geen-toestemming'), inform: 'geen-toestemming' },
    },
  }),
  'toestemming-16': assess({
    label: 'De jongere is 16: vraag de jongere zelf om toestemming',
    by: 'czv',
    form: 'toestemming',
    opens: { at: after('zestien', opDeDag), opening: 'eerste-contact' },
    within: knob('P4W', { min: 'P1W', max: 'P8W' }),
    outcomes: {
      akkoord: { label: 'Akkoord', to: leave(), gives: ['overdracht'] },
      weigert: { label: 'Geen toestemming', to: end('geen-toestemming'), inform: 'geen-toestemming' },
    },
  }),
  'naar-volwassen': assess({
    label: 'Bijna 18 jaar: waar gaat de jongere naartoe?',
    by: 'czv',
    opens: { at: before('achttien', knob('P6M', { min: 'P3M', max: 'P12M' })), opening: 'intake' },
    lapsesOn: ['nazorg'],
    within: before('achttien', knob('P8W', { min: 'P2W', max: 'P12W' })),
    outcomes: {
      vngg: { label: 'Naar Volwassenen naar een gezonder gewicht', to: 'evaluatie-slot' },
      huisarts: { label: 'Naar de huisarts', to: 'evaluatie-slot' },
    },
  }),
};
