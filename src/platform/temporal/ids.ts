/** Names inside Temporal: random ids and chain ids, nothing else. They are never encrypted. */
export const TASK_QUEUE = 'ketenpad';

export function workflowIdOf(caseId: string): string {
  return `case:${caseId}`;
}

/** 'kansrijke-start' has the workflow type 'kansrijkeStart': an export cannot have a hyphen. */
export function workflowTypeOf(chain: string): string {
  return chain.replaceAll(/-(\p{L})/gu, (_all, letter: string) => letter.toUpperCase());
}
