import { defineChain } from '../../../language/define.ts';
import { valpreventieV1 } from '../v1/chain.ts';
import { groepsRoute } from '../v1/steps-groep.ts';
import { hogeRoute } from '../v1/steps-hoog.ts';
import { opsporen } from '../v1/steps-opsporen.ts';
import { vervolg } from '../v1/steps-vervolg.ts';
import { nabellen } from './steps-nabellen.ts';
import { otagoEvaluaties } from './steps-otago.ts';
import { svKoppeling } from './steps-vervolg.ts';

const { phases } = valpreventieV1;
const { 'otago-evaluatie': _evaluatie, ...hoog } = hogeRoute;

/** What this version changes, and why: docs/adr/0020-versions-of-a-chain.md. Everything else is version 1. */
export const valpreventieV2 = defineChain({
  ...valpreventieV1,
  version: 2,
  published: false,
  follows: { version: 1, steps: { 'otago-evaluatie': 'otago-evaluatie-3' } },
  phases: {
    ...phases,
    hoog: {
      ...phases.hoog,
      steps: [
        ...phases.hoog.steps.filter((step) => step !== 'otago-evaluatie'),
        'otago-evaluatie-3',
        'otago-evaluatie-6',
      ],
    },
  },
  steps: { ...opsporen, ...nabellen, ...groepsRoute, ...hoog, ...otagoEvaluaties, ...vervolg, ...svKoppeling },
});
