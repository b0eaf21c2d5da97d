import type { StoryLink } from '../../audit/story.ts';
import type { Fact } from '../../engine/facts.ts';
import { PREVIOUS } from '../../language/define.ts';

type Linked = Extract<Fact, { fact: 'linked' }>;

/** So long after its start a case may still learn with which one it began together (milliseconds). */
const AT_ITS_START = 60_000;

/** The links after one more: the case that was promised takes the place of the promise. */
export function linksAfter(links: readonly StoryLink[], fact: Linked, startedAt: number): readonly StoryLink[] {
  const { type, chain, at, case: other } = fact;
  const promised = links.find((link) => link.case === null && link.type === type && link.chain === chain);
  const first = isFirst(fact, startedAt, promised !== undefined);
  const link = { type, chain, case: other ?? null, at, first };
  return [...links.filter((each) => other === undefined || each !== promised), link];
}

/** Where the sides are not named, the case that promised or that ran already sends. */
function isFirst({ side, step, type, at, case: other }: Linked, startedAt: number, promised: boolean): boolean {
  if (type === PREVIOUS) return false;
  if (side !== undefined) return side === 'first';
  return other === undefined || step !== undefined || promised || at - startedAt > AT_ITS_START;
}

/** It was said what became of the promise, so that it is one no longer. */
export function withoutPromise(links: readonly StoryLink[], type: string, chain: string): readonly StoryLink[] {
  const promised = links.find((link) => link.case === null && link.type === type && link.chain === chain);
  return links.filter((link) => link !== promised);
}
