import { knob } from '../../../language/define.ts';
import { opsporen } from '../v1/steps-opsporen.ts';

/** Three attempts on three days, one of them a letter that has to be answered: a week is too short for that. */
export const nabellen = {
  'nabellen-tester': { ...opsporen['nabellen-tester'], within: knob('10wd', { min: '5wd', max: '15wd' }) },
};
