import { Refused } from '../../../src/engine/refused.ts';
import type { CaseState } from '../../../src/engine/state.ts';
import type { Walk } from '../walk.ts';
import { type Guarantee, none, truly } from './guarantee.ts';

const RUNGS = /^((reminded )?late( escalated)*|reminded|)$/;

/** A term, and the ladder that it goes up. */
export const terms: readonly Guarantee[] = [
  {
    name: 'a term never ends before the step was opened, also after its dates moved or the case was paused',
    holds: ({ states }) => {
      for (const { open } of states) none(open.filter(({ dueAt, openedAt }) => dueAt < openedAt));
    },
  },
  {
    name: 'a term never ends sooner because of a pause',
    holds: ({ moments }) => {
      for (const { before, result } of moments) {
        if (result instanceof Refused) continue;
        const resumed = result.facts.findIndex(({ fact }) => fact === 'resumed');
        if (resumed < 0 || result.facts.some(({ fact }) => fact === 'anchored')) continue;
        const sooner = result.facts.slice(resumed).filter((fact) => {
          const earlier = fact.fact === 'rescheduled' && before.open.find(({ id }) => id === fact.openStep);
          return earlier && fact.fact === 'rescheduled' && fact.dueAt < earlier.dueAt;
        });
        none(sooner);
      }
    },
  },
  {
    name: 'goes up its ladder only: an opening is not reminded twice, nor late twice, nor escalated before it is late',
    holds: (walk) => {
      for (const rungs of laddersOf(walk)) {
        const [first = '', ...moved] = rungs
          .filter((rung) => rung !== 'rescheduled')
          .join(' ')
          .split(/ ?again ?/);
        for (const rest of [first, ...moved]) truly(RUNGS.test(rest), `up the ladder: ${rungs.join(' ')}`);
        truly(rungs.filter((rung) => rung === 'reminded').length <= 1, `reminded twice: ${rungs.join(' ')}`);
      }
    },
  },
];

/** Per opening what its clock did, in order; `again` where its term moved and it is no longer late. */
function laddersOf({ facts }: Walk): Iterable<readonly string[]> {
  const ladder = new Map<string, string[]>();
  const movedBy = new Map<string, string | null>();
  for (const fact of facts) {
    if (fact.fact === 'corrected') {
      // Who was late, and is so again because what moved the term was taken back, goes on where the ladder was.
      const undone = facts.find(({ seq }) => seq === fact.undoes)?.command;
      for (const { id, late } of fact.restores['open'] as CaseState['open']) {
        const rungs = ladder.get(id) ?? [];
        const moved = rungs.lastIndexOf('again');
        const back = late && moved >= 0 && movedBy.get(id) === undone && !rungs.slice(moved).includes('late');
        if (back) rungs.splice(moved, 1);
        // Or has a term ahead again, that may run out once more.
        else if (!late && rungs.slice(moved + 1).includes('late')) rungs.push('again');
      }
      continue;
    }
    const rung = fact.fact === 'expired' ? 'late' : fact.fact;
    if (rung !== 'reminded' && rung !== 'late' && rung !== 'escalated' && rung !== 'rescheduled') continue;
    if (!('openStep' in fact)) continue;
    const again = fact.fact === 'rescheduled' && !fact.late ? 'again' : rung;
    if (again === 'again') movedBy.set(fact.openStep, fact.command);
    const rungs = ladder.get(fact.openStep);
    if (rungs === undefined) ladder.set(fact.openStep, [again]);
    else rungs.push(again);
  }
  return ladder.values();
}
