import { definitionOf } from '../chains/index.ts';
import type { Refer } from '../engine/messages.ts';
import { rehearse } from './refusal-of.ts';

const NOBODY = '00000000-0000-4000-8000-000000000000';

/**
 * The first Update of a case must never be refused, so the engine is asked before anything is recorded.
 * @throws CaseError when the case would refuse to start so.
 */
export function rehearseReferral(command: Omit<Refer, 'case'>, now: number): void {
  const chain = definitionOf(command.chain, command.version);
  const { decision } = command;
  rehearse(chain, null, NOBODY, { ...command, case: NOBODY }, now, () => ({
    pointer: decision === undefined ? '/entry' : '/outcome',
    proposed: decision?.proposed,
  }));
}
