import { assess, knob, leave, since, sourced } from '../../../language/define.ts';
import { hogeRoute } from '../v1/steps-hoog.ts';

/** The moments at which Otago is looked back on: after two to three months (INS-VAL), and after six (LGL-VAL). */
export const otagoEvaluaties = {
  'otago-evaluatie-3': hogeRoute['otago-evaluatie'],
  'otago-evaluatie-6': assess({
    label: 'Evaluatie na zes maanden',
    by: 'fysio',
    opens: { after: [sourced('P6M', 'LGL-VAL')], from: 'otago-intake' },
    lapsesOn: ['t1', 'huisarts-beeld', 'bespreken-interventies'],
    within: {
      notBefore: since('otago-intake', sourced('P6M', 'LGL-VAL')),
      due: since('otago-intake', knob('P7M', { min: 'P6M', max: 'P8M' })),
    },
    source: 'LGL-VAL',
    outcomes: {
      verder: { label: 'Doorgaan zoals gepland', to: leave() },
      bijstellen: { label: 'Oefeningen aangepast, doorgaan', to: leave() },
    },
  }),
};
