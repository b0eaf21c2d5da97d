/** The shapes of contract 3, for the document: one file per resource. */
export { actionSchema } from './schemas/action.ts';
export { caseSchema } from './schemas/case.ts';
export { listOf } from './schemas/list.ts';
export { trailItemSchema } from './schemas/trail-item.ts';
