import { definitions } from '../chains/definitions.ts';
import { caseWorkflow } from './case.ts';

/** One workflow type per chain, all of them the same host. */
export const valpreventie = caseWorkflow(definitions['valpreventie'] ?? []);
export const kansrijkeStart = caseWorkflow(definitions['kansrijke-start'] ?? []);
