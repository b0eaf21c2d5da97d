import { EVERY_CHAIN } from '../every-chain.ts';
import { kindOf, type PeriodKind, periodKinds } from '../periods.ts';
import type { Sum } from '../protect/block.ts';
import { personsMeasure } from './persons.ts';

/**
 * The measures of different families or chains that are one count together, so that whoever has all but one has that one
 * too: persons by their number of chains are, times that number, the cases that began but for who began twice in one
 * chain; and what the other chains led to a chain is what came to it from a chain.
 */
export function sumsOf(measures: readonly { readonly measure: string }[], chains: readonly string[]): readonly Sum[] {
  const names = measures.map(({ measure }) => measure);
  const persons = periodKinds.map((kind): Sum => {
    const start = `${personsMeasure(kind)}.`;
    const parts = names
      .filter((measure) => measure.startsWith(start))
      .map((measure) => ({ measure, chain: EVERY_CHAIN, weight: Number(measure.slice(start.length)) }));
    return { whole: { measure: 'in', chain: EVERY_CHAIN }, parts, isAt: isOfKind(kind), isByDefinition: true };
  });
  const links = chains.map((to): Sum => {
    const types = names.filter((measure) => new RegExp(`^link\\.${to}\\.[^.]+$`).test(measure));
    const parts = types.flatMap((measure) => chains.map((chain) => ({ measure, chain, weight: 1 })));
    return { whole: { measure: 'entry.keten', chain: to }, parts, isAt: null, isByDefinition: false };
  });
  return [...persons, ...links];
}

/** A segment is told of as a part of its week. */
function isOfKind(kind: PeriodKind): (time: string) => boolean {
  return (time) => (time.includes('/') ? 'week' : kindOf(time)) === kind;
}
