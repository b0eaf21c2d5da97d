import { COUPLING, QUESTION } from '../language/define.ts';
import type { Fact } from './facts.ts';
import type { CaseState } from './state.ts';

const PRESSING: readonly Fact['fact'][] = ['reminded', 'late', 'escalated', 'expired', 'informed'];
const FINAL: readonly Fact['fact'][] = ['grouped', 'ungrouped', 'linked', 'restarted', 'moved', 'ended', 'corrected'];

/** How long a case that fell silent by mistake can be brought back, in milliseconds. */
const TAKE_BACK_MS = 24 * 3_600_000;

/** A decision or event can be taken back until something else happens; a reminder builds nothing on it. */
export function lastAfter(last: CaseState['last'], fact: Fact): CaseState['last'] {
  // Nothing can be built on a case that fell silent: what reaches it from outside takes nothing away.
  if (last?.until !== undefined) return fact.fact === 'ended' || fact.fact === 'corrected' ? null : last;
  if (FINAL.includes(fact.fact)) return null;
  if (fact.fact === 'silenced') {
    return last === null || fact.command !== last.command ? null : { ...last, until: fact.at + TAKE_BACK_MS };
  }
  if (fact.fact === 'amended' || fact.fact === 'followed') return last;
  if (fact.command === null) return PRESSING.includes(fact.fact) ? last : null;
  if (fact.command === last?.command) return last;
  if (fact.fact !== 'decided' && fact.fact !== 'happened') return null;
  // An answer was read as soon as it was given; a promise that was taken away would not come back.
  if (fact.fact === 'decided' && (fact.step === QUESTION || fact.step === COUPLING)) return null;
  if ('system' in fact.actor) return null;
  const { role, organisation } = fact.actor;
  return { seq: fact.seq, command: fact.command, role, organisation };
}
