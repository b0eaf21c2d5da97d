import { checkForm } from '../../src/cases/check-form.ts';
import { currentDefinition } from '../../src/chains/index.ts';
import { actionsOf, mayTake } from '../../src/engine/actions.ts';
import { apply } from '../../src/engine/apply.ts';
import { localDateOf } from '../../src/engine/calendar/amsterdam.ts';
import { addDuration, parseDuration } from '../../src/engine/calendar/duration.ts';
import { daysBetween } from '../../src/engine/calendar/local-date.ts';
import type { Actor, Command, Decision as Decided, Fact } from '../../src/engine/messages.ts';
import { Refused } from '../../src/engine/refused.ts';
import { type CaseState, nextWakeAt } from '../../src/engine/state.ts';
import { tick } from '../../src/engine/tick.ts';
import type { AnyChain } from '../../src/language/define.ts';
import { directory } from '../../src/local/demo-region/directory.ts';
import type { DemoUser } from '../../src/local/demo-region/shape.ts';
import { users } from '../../src/local/demo-region/users.ts';
import type { Form, Journey, OpenStep } from './journey.ts';
import { DAY, knobsOf } from './start-case.ts';

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

/** Plays a journey in the pure engine, from its referral at `start` (milliseconds). */
export function playInEngine(journey: Journey, start: number): Played {
  const chain = currentDefinition(journey.chain);
  if (chain === undefined) throw new Error(`no chain ${journey.chain}`);
  const facts: Fact[] = [];
  const seen: Seen[] = [];
  let state: CaseState | null = null;
  let now = start;
  const send = (command: Command): string | null => {
    try {
      const result = apply(chain, state, `opdracht-${seen.length}`, command, now);
      state = result.state;
      facts.push(...result.facts);
      return null;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return error.code;
    }
  };
  const look = (refused: string | null, clock: readonly string[]): void => {
    if (state !== null) seen.push({ refused, clock, opens: openStepsOf(chain, state) });
  };
  look(send(referralOf(chain, journey)), []);
  for (const step of journey.steps) {
    if (state === null) throw new Error('the referral was refused');
    const until: number = step.after === undefined ? now : instantAfter(now, step.after);
    const lived = live(chain, state, until);
    ({ state } = lived);
    facts.push(...lived.facts);
    now = until;
    const clock = lived.facts.map(({ fact }) => fact);
    look('clock' in step ? null : send(decisionOf(chain, state, step)), clock);
  }
  if (state === null) throw new Error('the referral was refused');
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

function referralOf(chain: AnyChain, { municipality, referral }: Journey): Command {
  const user = userOf(referral.who);
  const role = user.roles.find((candidate) => Object.hasOwn(chain.entries, candidate)) ?? '';
  const entry = referral.entry ?? chain.entries[role]?.[0] ?? '';
  const outcomes = Object.keys(chain.steps[entry]?.outcomes ?? {});
  const outcome = referral.outcome ?? (outcomes.length === 1 ? outcomes[0] : undefined);
  const found = directory.filter(
    (row) => row.chain === chain.id && row.municipality === municipality && row.kern === null,
  );
  const own = Object.hasOwn(chain.roles, role) ? { [role]: user.organisation ?? '' } : {};
  return {
    kind: 'refer',
    case: 'traject',
    chain: chain.id,
    version: chain.version,
    municipality,
    kern: null,
    entry,
    actor: { role, organisation: user.organisation, practitioner: user.practitioner },
    parties: { ...Object.fromEntries(found.map((row) => [row.role, row.organisation])), ...own },
    knobs: knobsOf(chain),
    consents: referral.consent ?? [],
    ...(outcome === undefined ? {} : { decision: chosen(chain, entry, outcome, referral.form, referral.reason) }),
  };
}

function decisionOf(
  chain: AnyChain,
  state: CaseState,
  step: { who: string; decides: string; outcome: string; form?: Form; reason?: string },
): Command {
  const user = userOf(step.who);
  const openStep = state.open.find((opened) => opened.step === step.decides)?.id ?? `${state.case}.${step.decides}.1`;
  const offered = actionsOf(chain, state).find((action) => action.openStep === openStep && mayTake(action, user));
  const actor: Actor = {
    role: offered?.role ?? user.roles[0] ?? '',
    organisation: user.organisation,
    practitioner: user.practitioner,
  };
  return { kind: 'decide', actor, openStep, ...chosen(chain, step.decides, step.outcome, step.form, step.reason) };
}

/** What reaches the engine of a decision: codes only, with what the chain's rule proposes on the form. */
function chosen(
  chain: AnyChain,
  stepId: string,
  outcome: string,
  form: Form | undefined,
  reason: string | undefined,
): Omit<Decided, 'openStep'> {
  const step = chain.steps[stepId];
  if (step === undefined) throw new Error(`no step ${stepId}`);
  const { proposed, kept } = checkForm(chain, stepId, step, outcome, form);
  return {
    outcome,
    kept,
    ...(proposed === undefined ? {} : { proposed }),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** Every open step with the user who may take it now; `?` where that is nobody. */
function openStepsOf(chain: AnyChain, state: CaseState): OpenStep[] {
  return actionsOf(chain, state).map((action): OpenStep => {
    const holder = users.find((user) => mayTake(action, user));
    return `${action.step} @ ${holder?.handle ?? '?'}`;
  });
}

function feedbackOf(chain: AnyChain, state: CaseState, facts: readonly Fact[]): string[] {
  const words = state.consents.includes('terugkoppeling') ? 'full' : 'neutral';
  return facts.flatMap((fact) => (fact.fact === 'informed' ? (chain.milestones[fact.milestone]?.[words] ?? '?') : []));
}

function userOf(handle: string): DemoUser {
  const user = users.find((candidate) => candidate.handle === handle);
  if (user === undefined) throw new Error(`no user ${handle}`);
  return user;
}
