import { type Choice, choicesOf } from '../../engine/choices.ts';
import { isAnswer } from '../../engine/facts.ts';
import type { Channel } from '../../engine/messages.ts';
import type { CaseState, OpenStep } from '../../engine/state.ts';
import type { AnyChain, Outcome } from '../../language/define.ts';
import { nextGroup } from './groups.ts';
import { commonHabits, type Habits, type StepHabit } from './habits.ts';
import { atWork, DAY_MS } from './office-hours.ts';
import type { Random } from './random.ts';

/** What somebody is going to do on an open step, and when (milliseconds). */
export type Doing =
  | { readonly does: 'attempt'; readonly at: number; readonly channel: Channel; readonly reached: boolean }
  | { readonly does: 'decide'; readonly at: number; readonly outcome: string };

const USUAL: StepHabit = { outcomes: {} };
const SPREAD = 0.6;
const FORGOTTEN = 0.05;

/** How this step usually goes in this chain. */
export function habitOf({ steps }: Habits, step: string): StepHabit {
  return steps[step] ?? commonHabits[step] ?? USUAL;
}

/** What can be chosen on an open step now: the outcome, and who may. Empty while nobody can. */
export function possibleOn(chain: AnyChain, state: CaseState, id: string): readonly Choice[] {
  return choicesOf(chain, state).filter(({ opened, parties }) => opened.id === id && parties.length > 0);
}

interface Planning {
  readonly chain: AnyChain;
  readonly state: CaseState;
  readonly habits: Habits;
  readonly random: Random;
  readonly namespace: string;
}

/** What is going to be done on a step that was opened; empty when it is left to life or to another step. */
export function plansFor(planning: Planning, opened: OpenStep, now: number): readonly Doing[] {
  const { chain, state, habits, random } = planning;
  const choices = possibleOn(chain, state, opened.id);
  const habit = habitOf(habits, opened.step);
  const outcome = outcomeFor(habit, choices, opened, random);
  if (outcome === undefined || random.chance(habit.waits ?? 0)) return [];
  const at = momentFor(planning, opened, habit, outcome, now);
  const attempts = choices.some(({ step }) => step.attempts === true) ? attemptsFor(choices, outcome, random) : [];
  if (opened.stage === 'offered' || attempts.length === 0) return [{ does: 'decide', at, outcome }];
  return withAttempts(attempts, { at, outcome, now }, random);
}

function outcomeFor(
  habit: StepHabit,
  choices: readonly Choice[],
  { stage }: OpenStep,
  random: Random,
): string | undefined {
  const ids = choices.flatMap(({ outcomes }) => outcomes.map(({ id }) => id));
  if (stage === 'offered' && ids.includes('geweigerd') && random.chance(habit.declined ?? 0.05)) return 'geweigerd';
  if (ids.includes('aanvaard')) return 'aanvaard';
  if (ids.includes('contact-bevestigd')) return 'contact-bevestigd';
  const answers = ids.filter((id) => !isAnswer({ stage, outcome: id }));
  const known = Object.fromEntries(Object.entries(habit.outcomes).filter(([id]) => answers.includes(id)));
  if (stage === 'returned' && (answers.length === 0 || random.chance(0.85))) return 'omleiden';
  return random.weighted(known) ?? answers[0] ?? ids[0];
}

/** When it will be done: people are at work then, and it is not too early. */
function momentFor(
  { chain, state, random, namespace }: Planning,
  opened: OpenStep,
  habit: StepHabit,
  outcome: string,
  now: number,
): number {
  const { dueAt, stage, notBefore } = opened;
  const term = Math.max(DAY_MS, dueAt - now);
  const left = random.chance(stage === 'offered' ? (habit.unanswered ?? FORGOTTEN) : (habit.forgotten ?? FORGOTTEN));
  if (left) return atWork(dueAt + random.around(9, 0.7) * DAY_MS, random);
  const own = stage === 'open' || stage === 'accepted';
  const usual = own && habit.days !== undefined ? habit.days * DAY_MS : (own ? (habit.ofTerm ?? 0.5) : 0.4) * term;
  const at = Math.max(now + random.around(usual, habit.spread ?? SPREAD), notBefore ?? 0);
  const fysio = state.parties['fysio'];
  const joins = chainOutcome(chain, opened.step, outcome)?.group === 'joins' && state.group === null;
  if (!joins || fysio === undefined) return atWork(at, random);
  return atWork(nextGroup(namespace, state.municipality, fysio, now).formedAt + random.next() * 3 * DAY_MS, random);
}

export function chainOutcome(chain: AnyChain, step: string, outcome: string): Outcome | undefined {
  return chain.steps[step]?.outcomes[outcome];
}

/** How the person is tried: as often as the outcome asks, one of them in writing; else now and then in vain first. */
function attemptsFor(choices: readonly Choice[], outcome: string, random: Random): readonly Channel[] {
  const guards = choices.flatMap(({ step }) => step.outcomes[outcome]?.when ?? []);
  const asked = guards.flatMap((guard) => ('attempts' in guard ? [guard.attempts] : []))[0];
  if (asked !== undefined)
    return Array.from({ length: asked }, (_, index) => (index === asked - 1 ? 'brief' : 'telefoon'));
  return random.chance(0.3) ? Array.from({ length: random.whole(1, 2) }, () => 'telefoon' as const) : [];
}

function withAttempts(
  channels: readonly Channel[],
  { at, outcome, now }: { readonly at: number; readonly outcome: string; readonly now: number },
  random: Random,
): readonly Doing[] {
  const first = atWork(now + (at - now) / (channels.length + 1), random);
  const doings: Doing[] = [];
  let moment = first;
  for (const channel of channels) {
    doings.push({ does: 'attempt', at: moment, channel, reached: false });
    moment = atWork(moment + random.around(3, 0.4) * DAY_MS + DAY_MS, random);
  }
  return [...doings, { does: 'decide', at: Math.max(at, moment), outcome }];
}
