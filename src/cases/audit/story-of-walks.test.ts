import fc from 'fast-check';
import { expect, test } from 'vitest';
import { play, randomMoves, randomStart } from '../../../test/journeys/random-play.ts';
import type { CaseStory } from '../../audit/story.ts';
import { definitions } from '../../chains/definitions.ts';
import type { Fact } from '../../engine/facts.ts';
import { Refused } from '../../engine/refused.ts';
import type { CaseState } from '../../engine/state.ts';
import type { AnyChain } from '../../language/define.ts';
import { storyOfCase } from './story-of-case.ts';
import { isSecret, leadsToSecret } from './story-secrets.ts';

/* The engine rebuilds a case from its facts in its own way: the story has to agree with it, whatever was taken back. */

const newest = Object.values(definitions).flatMap((versions) => versions.slice(-1));
const named = newest.map((chain) => [chain.id, chain] as const);

function lastOf(
  chain: AnyChain,
  start: Parameters<typeof play>[1],
  moves: Parameters<typeof play>[2],
): {
  readonly state: CaseState;
  readonly facts: readonly Fact[];
} {
  const { first, moments } = play(chain, start, moves);
  return moments.reduce(
    (life, { facts, result }) =>
      result instanceof Refused ? life : { state: result.state, facts: [...facts, ...result.facts] },
    first,
  );
}

/** What the story says stands open, has come and has paused, in the words of the state. */
function seenIn({ steps, outcomes, pauses, endedAt, links }: CaseStory): object {
  const taken: Record<string, number> = {};
  for (const { step, outcome } of outcomes) taken[`${step}.${outcome}`] = (taken[`${step}.${outcome}`] ?? 0) + 1;
  const open = steps.filter((step) => step.endedAt === null);
  return {
    open: open.map(({ step, dueAt }) => ({ step, dueAt })).sort(byStep),
    taken,
    pauses,
    endedAt,
    links: links.map(({ type, chain, case: other }) => ({ type, chain, case: other })),
  };
}

function stateOf(state: CaseState): object {
  const told = ({ step }: { readonly step: string }): boolean => !isSecret(state.chain, state.version, step);
  const taken = Object.entries(state.taken).filter(([name]) => {
    const step = name.split('.')[0] ?? '';
    return told({ step }) && !leadsToSecret(state.chain, state.version, step);
  });
  const open = state.open.filter(told);
  return {
    open: open.map(({ step, dueAt }) => ({ step, dueAt })).sort(byStep),
    taken: Object.fromEntries(taken),
    pauses: state.suspensions.map(({ from, to }) => ({ from, to })),
    endedAt: state.endedAt,
    links: state.links.map(({ type, chain, case: other }) => ({ type, chain, case: other ?? null })),
  };
}

function byStep(a: { readonly step: string; readonly dueAt: number }, b: typeof a): number {
  return a.step === b.step ? a.dueAt - b.dueAt : a.step < b.step ? -1 : 1;
}

test.each(named)(
  'the story of any case of %s agrees with the engine, whatever was done and taken back',
  (_id, chain) => {
    fc.assert(
      fc.property(randomStart, randomMoves, (start, moves) => {
        const { state, facts } = lastOf(chain, start, moves);
        expect(seenIn(storyOfCase(facts, { resident: 'inwoner' }))).toEqual(stateOf(state));
      }),
      { numRuns: 60 },
    );
  },
);
