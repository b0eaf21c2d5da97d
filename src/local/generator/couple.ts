import { ageOn } from '../../cases/resident/age.ts';
import { intakeDay } from '../../cases/links/shared-intake.ts';
import { PRACTICE_ROLES } from '../../cases/parties-given.ts';
import { currentDefinition } from '../../chains/index.ts';
import { localDateOf } from '../../engine/calendar/amsterdam.ts';
import { apply } from '../../engine/apply.ts';
import type { Actor, Couple, Decide, Refer } from '../../engine/messages.ts';
import { accountableOf } from '../../engine/state.ts';
import { type AnyChain, FAMILY, fitsLink, linkRuleOf, namesResident, TRANSFER } from '../../language/define.ts';
import { type Beginning, beginningOf, type Written } from './begin.ts';
import type { CasePlayer } from './case-player.ts';
import { tryTo } from './deeds.ts';
import type { Habits } from './habits.ts';
import { habitsOf } from './habits/every-chain.ts';
import { practitionerAt } from './parties.ts';
import { type Person, relativeOf } from './person.ts';
import { habitOf } from './plan.ts';

/** What a case needs to know of the story that it is part of, to have another one beside it. */
interface Around {
  readonly hasRoom: boolean;
  nextCaseId(): string;
  nextPersonId(): string;
  isLive(chain: string, person: Person): boolean;
  before(chain: AnyChain, person: Person, practice: string, now: number): Pick<Refer, 'previous' | 'marks'>;
  add(chain: AnyChain, person: Person, habits: Habits, beginning: Beginning, now: number): CasePlayer | undefined;
}

interface Asked {
  readonly chain: string;
  readonly type: string;
  readonly actor: Actor;
}

/** Opens a case elsewhere with a decision that asks for it. @returns whether it could be. */
export function decideElsewhere(
  story: Around,
  player: CasePlayer,
  command: Decide,
  form: Written | null,
  now: number,
): boolean {
  const opened = player.state.open.find(({ id }) => id === command.openStep);
  const link = player.chain.steps[opened?.step ?? '']?.outcomes[command.outcome]?.link;
  if (link === undefined) return false;
  const { type, chain } = link;
  return opens(story, player, { type, chain, actor: command.actor }, now, (id, side) => {
    player.carryOut({ ...command, link: { case: id, ...side } }, now, form);
  });
}

/** Opens a case elsewhere because whoever is accountable sees reason to. @returns whether it could be. */
export function openBeside(
  story: Around,
  player: CasePlayer,
  { chain, type }: { readonly chain: string; readonly type: string },
  now: number,
): boolean {
  const accountable = accountableOf(player.state);
  if (accountable === null || accountable.organisation === null) return false;
  const { role, organisation } = accountable;
  const actor = { role, organisation, practitioner: practitionerAt(organisation, role) };
  return opens(story, player, { chain, type, actor }, now, (id, side) => {
    player.carryOut({ kind: 'link', actor, type, chain, case: id, ...side }, now);
  });
}

type Side = Pick<Couple, 'side'>;

function opens(
  story: Around,
  player: CasePlayer,
  { chain: id, type, actor }: Asked,
  now: number,
  carryOut: (id: string, side: Side) => void,
): boolean {
  const chain = currentDefinition(id);
  const { organisation, role } = actor;
  const entry = Object.hasOwn(chain?.entries ?? {}, role) ? chain?.entries[role]?.[0] : undefined;
  const intake = linkRuleOf(type).sharesConsent === true ? intakeDay(player.chain, player.state) : undefined;
  const shares = linkRuleOf(type).sharesConsent !== true || intake !== undefined;
  if (chain === undefined || entry === undefined || organisation === null || !shares || !story.hasRoom) return false;
  if (!fitsLink(type, player.chain.id, id) || !player.state.consents.includes(TRANSFER)) return false;
  const another = namesResident(type, player.chain.id, id);
  const person = another ? relative(story, player, id, now) : player.person;
  if (story.isLive(id, person)) return false;
  const habits = habitsOf(id);
  const { random, level } = player;
  const beginning = beginningOf({
    chain,
    case: story.nextCaseId(),
    person,
    role,
    organisation,
    entry,
    habit: habitOf(habits, entry),
    now,
    random,
    level,
    ...(another ? {} : { parties: partiesFor(player, type) }),
    before: story.before(chain, person, organisation, now),
  });
  // With a coupled case consent is always asked.
  if (beginning === undefined || !beginning.command.consents.includes(TRANSFER)) return false;
  if (!goesOn(chain, beginning.command, now)) return false;
  const side: Side = another && type !== FAMILY ? {} : { side: 'first' };
  if (!tryTo(() => carryOut(beginning.command.case, side))) return false;
  const mirror: Couple = {
    kind: 'link',
    actor,
    type,
    chain: player.chain.id,
    case: player.state.case,
    mirrored: true,
    ...(side.side === undefined ? {} : { side: 'second' }),
    ...(intake === undefined ? {} : { intake }),
  };
  story.add(chain, person, habits, beginning, now)?.carryOut(mirror, now);
  return true;
}

/** A case that ends with its first decision is coupled with none. */
function goesOn(chain: AnyChain, command: Refer, now: number): boolean {
  let open = false;
  tryTo(() => {
    open = apply(chain, null, command.case, command, now).state.status !== 'ended';
  });
  return open;
}

/** A child of this case, a brother or sister, or a partner: old enough for the chain. */
function relative(story: Around, { person, random, chain: from }: CasePlayer, chain: string, now: number): Person {
  const day = localDateOf(now);
  const age = ageOn(person.identity.birthDate, day);
  const [low, high] = habitsOf(chain).ages;
  const born = from.id === 'kansrijke-start' && chain === 'kngg' ? random.whole(1, 2) : age + random.whole(-4, 4);
  const fits = born <= 2 ? born : Math.min(high, Math.max(low, born));
  return relativeOf(random, story.nextPersonId(), person, { day, age: fits });
}

/** The same person keeps the own practice; one regie over both stays in one hand. */
function partiesFor({ state }: CasePlayer, type: string): Readonly<Record<string, string>> {
  const { regie } = linkRuleOf(type);
  if (regie === undefined) return {};
  const one = state.parties[regie.first];
  const practice = PRACTICE_ROLES.flatMap((role) =>
    state.parties[role] === undefined ? [] : [[role, state.parties[role]]],
  );
  return { ...Object.fromEntries(practice), ...(one === undefined ? {} : { [regie.second]: one }) };
}
