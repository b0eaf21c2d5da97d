import type { Fact } from '../../engine/facts.ts';

/**
 * The facts that still hold. What was taken back is left out with all that its command brought about, so that what it
 * ended stands open again; the corrections themselves are no longer among them.
 */
export function factsThatHold(facts: readonly Fact[]): readonly Fact[] {
  const undone = facts.flatMap((fact) => {
    const first = fact.fact === 'corrected' ? facts.find(({ seq }) => seq === fact.undoes) : undefined;
    return first === undefined || fact.fact !== 'corrected' ? [] : [{ first, from: first.seq, until: fact.seq }];
  });
  if (undone.length === 0) return facts;
  return facts.filter((fact) => {
    if (fact.fact === 'corrected') return false;
    return !undone.some(
      ({ first, from, until }) =>
        fact.seq >= from && fact.seq < until && (fact.seq === from || fact.command === first.command),
    );
  });
}
