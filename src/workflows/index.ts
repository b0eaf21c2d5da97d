import { definitions } from '../chains/definitions.ts';
import { caseWorkflow } from './case.ts';

/** One workflow type per chain, all of them the same host. */
export const valpreventie = caseWorkflow(definitions['valpreventie'] ?? []);
export const sociaalVerwijzen = caseWorkflow(definitions['sociaal-verwijzen'] ?? []);
export const vngg = caseWorkflow(definitions['vngg'] ?? []);
export const kngg = caseWorkflow(definitions['kngg'] ?? []);
export const kansrijkeStart = caseWorkflow(definitions['kansrijke-start'] ?? []);
