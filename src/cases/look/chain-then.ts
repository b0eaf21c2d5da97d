import { definitionOf } from '../../chains/index.ts';
import type { Fact } from '../../engine/facts.ts';
import type { AnyChain } from '../../language/define.ts';

/** The version of the chain that held when a fact came about: what it names may be called otherwise by now, or be gone. */
export function chainThen(chain: AnyChain, facts: readonly Fact[], { seq }: Pick<Fact, 'seq'>): AnyChain {
  const left = facts.find((fact) => fact.fact === 'moved' && fact.seq > seq);
  return left?.fact === 'moved' ? definitionOf(chain.id, left.from) : chain;
}

/** Facts with the names that their steps have in the version that the case is on now. */
export function namedNow(facts: readonly Fact[]): readonly Fact[] {
  const moves = facts.flatMap((fact) => (fact.fact === 'moved' ? [fact] : []));
  return moves.length === 0 ? facts : facts.map((fact) => renamed(fact, moves));
}

function renamed(fact: Fact, moves: readonly Extract<Fact, { fact: 'moved' }>[]): Fact {
  if (!('step' in fact) || fact.step === undefined) return fact;
  let { step } = fact;
  for (const { seq, steps } of moves) {
    if (seq > fact.seq && Object.hasOwn(steps, step)) step = steps[step] ?? step;
  }
  return { ...fact, step };
}
