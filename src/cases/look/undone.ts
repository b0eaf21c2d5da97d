import type { Fact } from '../../engine/facts.ts';

/** The numbers of the facts that a correction took back: the decision or event, and all of the same command. */
export function undoneIn(facts: readonly Fact[]): ReadonlySet<number> {
  const commands = new Set(
    facts.flatMap((fact) => {
      if (fact.fact !== 'corrected') return [];
      const command = facts.find(({ seq }) => seq === fact.undoes)?.command ?? null;
      return command === null ? [] : [command];
    }),
  );
  return new Set(facts.flatMap(({ seq, command }) => (command !== null && commands.has(command) ? [seq] : [])));
}
