import { CaseError } from '../../src/cases/case-error.ts';
import { ageOn } from '../../src/cases/resident/age.ts';
import { currentDefinition, versionOf } from '../../src/chains/index.ts';
import { actionsOf } from '../../src/engine/actions.ts';
import { apply } from '../../src/engine/apply.ts';
import { localDateOf } from '../../src/engine/calendar/amsterdam.ts';
import { addDuration, parseDuration } from '../../src/engine/calendar/duration.ts';
import { daysBetween } from '../../src/engine/calendar/local-date.ts';
import type { Fact } from '../../src/engine/facts.ts';
import type { Command } from '../../src/engine/messages.ts';
import { Refused } from '../../src/engine/refused.ts';
import { type CaseState, nextWakeAt } from '../../src/engine/state.ts';
import { tick } from '../../src/engine/tick.ts';
import { type AnyChain, milestoneNamed } from '../../src/language/define.ts';
import { commandOf, nameOf, referralOf, userAmong } from './command-of.ts';
import type { Journey, OpenStep, Ring } from './journey.ts';
import { birthDateOf } from './person.ts';
import { DAY } from './start-case.ts';

/** What one step of a journey brought about. */
export interface Seen {
  readonly refused: string | null;
  readonly clock: readonly string[];
  readonly opens: readonly OpenStep[];
}

export interface Played {
  readonly seen: readonly Seen[];
  readonly state: CaseState;
  readonly facts: readonly Fact[];
  readonly feedback: readonly string[];
}

const RINGS: readonly string[] = ['reminded', 'late', 'escalated', 'expired', 'resumed'] satisfies Ring[];

/** Plays a journey in the pure engine, from its referral at `start` (milliseconds), in the newest version or this one. */
export function playInEngine(journey: Journey, start: number, version?: number): Played {
  const chain = version === undefined ? currentDefinition(journey.chain) : versionOf(journey.chain, version);
  if (chain === undefined) throw new Error(`no chain ${journey.chain}`);
  const facts: Fact[] = [];
  const seen: Seen[] = [];
  let state: CaseState | null = null;
  let now = start;
  const birthDate = birthDateOf(journey, localDateOf(start));
  const send = (commanded: () => Command): string | null => {
    try {
      const result = apply(chain, state, `opdracht-${seen.length}`, commanded(), now);
      state = result.state;
      facts.push(...result.facts);
      return null;
    } catch (error) {
      if (error instanceof Refused || error instanceof CaseError) return error.code;
      throw error;
    }
  };
  const look = (refused: string | null, clock: readonly string[]): void => {
    if (state !== null) seen.push({ refused, clock, opens: openStepsOf(chain, state) });
  };
  const refusal = send(() => referralOf(chain, journey, localDateOf(start)));
  look(refusal, []);
  for (const step of journey.steps) {
    if (state === null) throw new Error(`the referral was refused: ${refusal}`);
    now = step.after === undefined ? now : instantAfter(now, step.after);
    const lived = live(chain, state, now);
    const before: CaseState = lived.state;
    state = before;
    facts.push(...lived.facts);
    const clock = lived.facts.map(({ fact }) => fact).filter((fact) => RINGS.includes(fact));
    look(
      'clock' in step
        ? null
        : send(() => commandOf(chain, before, step, localDateOf(now), { age: ageOn(birthDate, localDateOf(now)) })),
      clock,
    );
  }
  if (state === null) throw new Error(`the referral was refused: ${refusal}`);
  return { seen, state, facts, feedback: feedbackOf(chain, state, facts) };
}

/** The case as its timer would wake it: at every wake-up until then, a millisecond after, for a timer is never early. */
function live(chain: AnyChain, from: CaseState, until: number): { state: CaseState; facts: readonly Fact[] } {
  const facts: Fact[] = [];
  let state = from;
  for (let wake = nextWakeAt(state); wake !== null && wake < until; wake = nextWakeAt(state)) {
    const ticked = tick(chain, state, wake + 1);
    state = ticked.state;
    facts.push(...ticked.facts);
  }
  return { state, facts };
}

/** As the clock of the whole system moves: whole local days, so that the time of day stays. */
function instantAfter(now: number, duration: string): number {
  const today = localDateOf(now);
  return now + daysBetween(today, addDuration(today, parseDuration(duration))) * DAY;
}

/** Every step that can be decided now, with the user who is first to do so; `?` where that is nobody. */
function openStepsOf(chain: AnyChain, state: CaseState): OpenStep[] {
  const decidable = actionsOf(chain, state).flatMap((action) =>
    action.action === 'decide' || action.action === 'answer' ? [action] : [],
  );
  return state.open
    .flatMap((opened): OpenStep[] => {
      const action = decidable.find(({ openStep }) => openStep === opened.id);
      if (action === undefined) return [];
      const stage = opened.stage === 'open' || opened.stage === 'accepted' ? '' : `(${opened.stage})`;
      return [`${nameOf(opened)}${stage} @ ${userAmong(action.parties)?.handle ?? '?'}`];
    })
    .sort();
}

function feedbackOf(chain: AnyChain, state: CaseState, facts: readonly Fact[]): string[] {
  const words = state.consents.includes('terugkoppeling') ? 'full' : 'neutral';
  return facts.flatMap((fact) =>
    fact.fact === 'informed' ? (milestoneNamed(chain, fact.milestone)?.[words] ?? '?') : [],
  );
}
