import { checkForm } from '../../src/cases/check-form.ts';
import { ageOn } from '../../src/cases/resident/age.ts';
import { birthdaysAhead } from '../../src/cases/resident/birthdays.ts';
import type { Person } from '../../src/chains/index.ts';
import { type Action, actionsOf } from '../../src/engine/actions.ts';
import { addDuration, parseDuration } from '../../src/engine/calendar/duration.ts';
import type { LocalDate } from '../../src/engine/calendar/local-date.ts';
import type { Holder } from '../../src/engine/facts.ts';
import { stepOf } from '../../src/engine/holders.ts';
import type { Actor, Command, Decision as Decided } from '../../src/engine/messages.ts';
import { roleAmong } from '../../src/engine/parties.ts';
import type { CaseState, OpenStep } from '../../src/engine/state.ts';
import { type AnyChain, QUESTION } from '../../src/language/define.ts';
import { directory } from '../../src/local/demo-region/directory.ts';
import { settings } from '../../src/local/demo-region/settings.ts';
import type { DemoUser } from '../../src/local/demo-region/shape.ts';
import { users } from '../../src/local/demo-region/users.ts';
import type { Form, Journey, JourneyStep, Wait } from './journey.ts';
import { birthDateOf } from './person.ts';
import { knobsOf } from './start-case.ts';

/** These share a practice: what comes back for the one is for the practice of the other. */
const PRACTICE_ROLES: readonly string[] = ['huisarts', 'poh'];

/** The referral of a journey, as the engine gets it: places, roles and settings come from the demo region. */
export function referralOf(chain: AnyChain, journey: Journey, today: LocalDate): Command {
  const { municipality, referral } = journey;
  const birthDate = birthDateOf(journey, today);
  const anchors = { ...datesFrom(today, referral.anchors ?? {}), ...birthdaysAhead(chain, birthDate, today) };
  const user = userOf(referral.who);
  const role = user.roles.find((candidate) => Object.hasOwn(chain.entries, candidate)) ?? '';
  const entry = referral.entry ?? chain.entries[role]?.[0] ?? '';
  const outcomes = Object.keys(stepOf(chain, entry).outcomes);
  const outcome = referral.outcome ?? (outcomes.length === 1 ? outcomes[0] : undefined);
  const here = <Row extends { chain: string; municipality: string; kern: string | null }>(rows: readonly Row[]) =>
    rows.filter((row) => row.chain === chain.id && row.municipality === municipality && row.kern === null);
  const mine = (PRACTICE_ROLES.includes(role) ? PRACTICE_ROLES : [role]).filter((each) =>
    Object.hasOwn(chain.roles, each),
  );
  const set = here(settings).map(({ knob, value }) => [knob, { value, layer: 'municipality' as const }] as const);
  return {
    kind: 'refer',
    case: 'traject',
    chain: chain.id,
    version: chain.version,
    municipality,
    kern: null,
    entry,
    actor: { role, organisation: user.organisation, practitioner: user.practitioner },
    parties: Object.fromEntries([
      ...here(directory).map((row) => [row.role, row.organisation]),
      ...mine.map((each) => [each, user.organisation ?? '']),
    ]),
    knobs: { ...knobsOf(chain), ...Object.fromEntries(set) },
    consents: referral.consent ?? [],
    ...(Object.keys(anchors).length === 0 ? {} : { anchors }),
    ...(outcome === undefined
      ? {}
      : { decision: chosen(chain, entry, outcome, referral, { age: ageOn(birthDate, today) }) }),
  };
}

/** What someone does in a journey, as the engine gets it. @throws CaseError when a form is wrong. */
export function commandOf(
  chain: AnyChain,
  state: CaseState,
  step: Exclude<JourneyStep, Wait>,
  today: LocalDate,
  person: Person,
): Command {
  const day = (duration: string): string => addDuration(today, parseDuration(duration));
  const acting = (fits: (action: Action) => boolean): Actor =>
    actorOf(
      step.who,
      actionsOf(chain, state).flatMap((action) => (fits(action) ? action.parties : [])),
    );
  if ('decides' in step || 'places' in step) {
    const name = 'decides' in step ? step.decides : step.places;
    const openStep = openStepOf(state, name);
    const [id = ''] = name.split('#');
    const { form, reason, to } = 'decides' in step ? step : {};
    return {
      kind: 'decide',
      actor: acting((action) => action.action === 'decide' && action.openStep === openStep),
      openStep,
      ...chosen(chain, id, step.outcome, { form, reason }, person),
      ...(to === undefined ? {} : { to: organisationOf(to) }),
      ...('places' in step
        ? {
            place: {
              group: `groep-${state.seq}`,
              organisation: organisationOf(step.led),
              starts: day(step.starts),
              ends: day(step.ends),
            },
          }
        : {}),
    };
  }
  if ('attempts' in step) {
    const openStep = openStepOf(state, step.attempts);
    const actor = acting((action) => action.action === 'attempt' && action.openStep === openStep);
    const { channel, reached } = step;
    return { kind: 'attempt', actor, openStep, on: today, channel, reached };
  }
  if ('pauses' in step) {
    const actor = acting(({ action }) => action === 'pause');
    return { kind: 'pause', actor, reason: step.pauses, until: day(step.until) };
  }
  if ('resumes' in step) return { kind: 'resume', actor: acting(({ action }) => action === 'resume') };
  if ('withdraws' in step) {
    return { kind: 'withdraw', actor: acting(({ action }) => action === 'withdraw'), reason: step.withdraws };
  }
  if ('happens' in step) {
    const actor = acting(({ action }) => action === 'event');
    return {
      kind: 'event',
      actor,
      event: step.happens,
      on: day(step.on ?? 'P0D'),
      ...(step.of === undefined ? {} : { of: step.of }),
    };
  }
  if ('asks' in step) {
    const asked = userOf(step.asks);
    const can = actionsOf(chain, state).flatMap((action) => (action.action === 'ask' ? action.to : []));
    const to = { role: roleAmong(can, asked) ?? asked.roles[0] ?? '', organisation: organisationOf(step.asks) };
    return { kind: 'ask', actor: acting(({ action }) => action === 'ask'), to };
  }
  if ('replies' in step) {
    const openStep = openStepOf(state, QUESTION);
    return {
      kind: 'answer',
      actor: acting((each) => each.action === 'answer' && each.openStep === openStep),
      openStep,
    };
  }
  if ('consents' in step) {
    const { consents: purpose, given } = step;
    const actor = acting(({ action }) => action === 'consent');
    return { kind: 'consent', actor, purpose, given, by: 'inwoner', on: today };
  }
  if ('couples' in step) {
    const actor = acting(({ action }) => action === 'link');
    const other = `ander-traject-${state.seq}`;
    return { kind: 'link', actor, type: step.couples, chain: step.chain, case: other, side: 'first' };
  }
  const change = { kind: 'group' as const, actor: actorOf(step.who, []), group: state.group ?? 'geen' };
  if ('frees' in step) return { ...change, change: 'free' };
  return { ...change, change: 'move', starts: day(step.starts), ends: day(step.ends) };
}

function datesFrom(today: LocalDate, durations: Readonly<Record<string, string>>): Record<string, LocalDate> {
  return Object.fromEntries(
    Object.entries(durations).map(([name, duration]) => [name, addDuration(today, parseDuration(duration))]),
  );
}

/** As journeys call an opening: its step, and which item of several. */
export function nameOf({ step, item }: OpenStep): string {
  return item === undefined ? step : `${step}#${item}`;
}

/** The user of the first of these parties that has one. */
export function userAmong(parties: readonly Holder[]): DemoUser | undefined {
  const [first] = parties.flatMap((party) => users.filter((user) => roleAmong([party], user) !== undefined));
  return first;
}

function openStepOf(state: CaseState, name: string): string {
  return state.open.find((opened) => nameOf(opened) === name)?.id ?? `${state.case}.${name}.1`;
}

/** This person, in the role in which they may do this; in their own role when they may not. */
function actorOf(handle: string, parties: readonly Holder[]): Actor {
  const user = userOf(handle);
  const role = roleAmong(parties, user) ?? user.roles[0] ?? '';
  return { role, organisation: user.organisation, practitioner: user.practitioner };
}

/** What reaches the engine of a decision: codes only, with what the chain's rule proposes on the form. */
function chosen(
  chain: AnyChain,
  stepId: string,
  outcome: string,
  { form, reason }: { readonly form?: Form | undefined; readonly reason?: string | undefined },
  person: Person,
): Omit<Decided, 'openStep'> {
  const { proposed, kept } = checkForm(chain, stepId, stepOf(chain, stepId), outcome, form, person);
  return {
    outcome,
    kept,
    ...(proposed === undefined ? {} : { proposed }),
    ...(reason === undefined ? {} : { reason }),
  };
}

function organisationOf(handle: string): string {
  return userOf(handle).organisation ?? '';
}

function userOf(handle: string): DemoUser {
  const user = users.find((candidate) => candidate.handle === handle);
  if (user === undefined) throw new Error(`no user ${handle}`);
  return user;
}
