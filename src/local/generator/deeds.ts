import { CaseError } from '../../cases/case-error.ts';
import { checkForm } from '../../cases/check-form.ts';
import { ageOn } from '../../cases/resident/age.ts';
import { localDateOf } from '../../engine/calendar/amsterdam.ts';
import { isStageOutcome } from '../../engine/facts.ts';
import type { Holder } from '../../engine/facts.ts';
import type { Actor, Decide } from '../../engine/messages.ts';
import { Refused } from '../../engine/refused.ts';
import { type OpenStep } from '../../engine/state.ts';
import { type HeldStep, reasonsOf } from '../../language/define.ts';
import { formOf } from '../../language/targets.ts';
import type { Written } from './begin.ts';
import type { CasePlayer } from './case-player.ts';
import { filled } from './forms/every-chain.ts';
import { nextGroup } from './groups.ts';
import { another, practitionerAt } from './parties.ts';
import { chainOutcome, type Doing, possibleOn } from './plan.ts';
import type { Random } from './random.ts';

interface Deed {
  readonly openStep: string;
  readonly doing: Doing;
  readonly now: number;
  readonly namespace: string;
  /** Begins the case that an outcome asks for, and carries out the decision with it; false where that cannot be. */
  readonly elsewhere: (decide: Decide, form: Written | null) => boolean;
}

/** Does what was planned on an open step; where that cannot be any more, the next best. */
export function doOn(player: CasePlayer, deed: Deed): void {
  const { openStep, doing, now } = deed;
  const choices = possibleOn(player.chain, player.state, openStep);
  if (choices.length === 0) return player.postpone(openStep, doing.does === 'decide' ? doing.outcome : '', now);
  const ids = [...new Set(choices.flatMap(({ outcomes }) => outcomes.map(({ id }) => id)))];
  if (doing.does === 'attempt') {
    const actor = actorAmong(choices[0]?.parties ?? [], player.random);
    const { channel, reached } = doing;
    tryTo(() => player.carryOut({ kind: 'attempt', actor, openStep, on: localDateOf(now), channel, reached }, now));
    return;
  }
  const others = ids.filter((id) => id !== doing.outcome);
  const ranked = [...(ids.includes(doing.outcome) ? [doing.outcome] : []), ...byHabit(player, openStep, others)];
  if (ranked.some((outcome) => tryTo(() => decideOn(player, deed, outcome)))) return;
  player.postpone(openStep, doing.outcome, now);
}

/** Those that are usual first. */
function byHabit(player: CasePlayer, id: string, outcomes: readonly string[]): readonly string[] {
  const step = player.state.open.find((opened) => opened.id === id)?.step ?? '';
  const weights = player.habits.steps[step]?.outcomes ?? {};
  return outcomes.toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));
}

/** @throws Refused or CaseError when this cannot be chosen now. */
function decideOn(player: CasePlayer, deed: Deed, outcome: string): void {
  const { openStep, now } = deed;
  const { chain, state, random } = player;
  const choice = possibleOn(chain, state, openStep).find(({ outcomes }) => outcomes.some(({ id }) => id === outcome));
  if (choice === undefined) throw new Refused('not-allowed-now', outcome);
  const { opened, step, parties } = choice;
  const form = isStageOutcome(outcome) ? NOTHING : writtenFor(player, opened, step, outcome, now);
  const asksReason = choice.outcomes.some(({ id, reason }) => id === outcome && reason === 'required');
  const departs = form.proposed !== undefined && form.proposed !== outcome;
  const reason = departs ? overrideOf(step) : asksReason ? reasonFor(player) : undefined;
  const to = outcome === 'omleiden' ? another(chain, opened.role, opened.organisation, random) : undefined;
  const command: Decide = {
    kind: 'decide',
    actor: actorAmong(parties, random),
    openStep,
    outcome,
    ...(reason === undefined ? {} : { reason }),
    ...(form.proposed === undefined ? {} : { proposed: form.proposed }),
    ...(Object.keys(form.kept).length === 0 ? {} : { kept: form.kept }),
    ...(to === undefined ? {} : { to }),
    ...placeFor(player, opened, outcome, deed),
  };
  const written = form.data === null ? null : { step: opened.step, data: { form: form.data } };
  const asked = chainOutcome(chain, opened.step, outcome)?.link;
  if (asked !== undefined && random.chance(0.85) && deed.elsewhere(command, written)) return;
  player.carryOut(command, now, written);
}

const NOTHING = { data: null, proposed: undefined, kept: {} } as const;

function writtenFor(
  player: CasePlayer,
  opened: OpenStep,
  step: HeldStep,
  outcome: string,
  now: number,
): ReturnType<typeof checkForm> {
  const { chain, state, person, random } = player;
  const name = formOf(step);
  const today = localDateOf(now);
  const age = ageOn(person.identity.birthDate, today);
  const woman = person.identity.sex === 'vrouw';
  const about = { random, age, woman, level: player.levelNow, today, knobs: state.knobs, kept: state.kept };
  const read = (meant: string): ReturnType<typeof checkForm> => {
    const form = name === undefined ? undefined : filled(chain.id, name, { ...about, outcome: meant });
    return checkForm(chain, opened.step, step, outcome, form, { age });
  };
  // Now and then a professional departs from what the rule proposes.
  const mayDepart = step.kind === 'assess' && step.override !== undefined;
  if (!mayDepart || !random.chance(0.06)) return read(outcome);
  const other = random.pick(Object.keys(step.outcomes));
  try {
    return read(other);
  } catch (error) {
    if (error instanceof CaseError) return read(outcome);
    throw error;
  }
}

function overrideOf(step: HeldStep): string | undefined {
  return step.kind === 'assess' ? step.override?.reason : undefined;
}

export function reasonFor({ chain, habits, random }: CasePlayer): string {
  const known = reasonsOf(chain);
  return random.weighted(habits.reasons) ?? Object.keys(known)[0] ?? '';
}

/** The next group of this place, or one nearby when it took too long here. */
function placeFor(
  { chain, state }: CasePlayer,
  opened: OpenStep,
  outcome: string,
  { now, namespace }: Deed,
): Pick<Decide, 'place'> {
  const joins = chainOutcome(chain, opened.step, outcome)?.group === 'joins';
  const leads = chain.group === undefined ? undefined : state.parties[chain.group.leads];
  if (!joins || state.group !== null || leads === undefined) return {};
  const municipality = opened.variant['gebied'] === undefined ? state.municipality : 'enschede';
  return { place: nextGroup(namespace, municipality, leads, now).place };
}

/** Who acts: any of those who may, by name where the demo region has one. */
export function actorAmong(parties: readonly Holder[], random: Random): Actor {
  const there = parties.filter((each) => each.organisation !== null);
  if (there.length === 0) throw new Refused('forbidden', 'nobody');
  const { role, organisation } = random.pick(there);
  return { role, organisation, practitioner: organisation === null ? null : practitionerAt(organisation, role) };
}

/** Whether it could be done. Anything but a refusal is a mistake of the program. */
export function tryTo(act: () => void): boolean {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    act();
    return true;
  } catch (error) {
    if (error instanceof Refused || error instanceof CaseError) return false;
    throw error;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
