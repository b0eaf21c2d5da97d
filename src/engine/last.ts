import { QUESTION } from '../language/define.ts';
import type { Fact } from './facts.ts';
import type { CaseState } from './state.ts';

const PRESSING: readonly Fact['fact'][] = ['reminded', 'late', 'escalated', 'expired', 'informed'];
const FINAL: readonly Fact['fact'][] = [
  'grouped',
  'ungrouped',
  'linked',
  'restarted',
  'silenced',
  'ended',
  'corrected',
];

/** A decision or event can be taken back until something else happens; a reminder builds nothing on it. */
export function lastAfter(last: CaseState['last'], fact: Fact): CaseState['last'] {
  if (FINAL.includes(fact.fact)) return null;
  if (fact.fact === 'amended') return last;
  if (fact.command === null) return PRESSING.includes(fact.fact) ? last : null;
  if (fact.command === last?.command) return last;
  if (fact.fact !== 'decided' && fact.fact !== 'happened') return null;
  // An answer was read as soon as it was given.
  if (fact.fact === 'decided' && fact.step === QUESTION) return null;
  const { role, organisation } = fact.actor;
  return { seq: fact.seq, command: fact.command, role, organisation };
}
