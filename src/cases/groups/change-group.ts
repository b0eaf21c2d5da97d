import { randomUUID } from 'node:crypto';
import { appendAccess } from '../../access/log.ts';
import { localDateOf } from '../../engine/calendar/amsterdam.ts';
import type { LocalDate } from '../../engine/calendar/local-date.ts';
import type { Actor } from '../../engine/messages.ts';
import type { Querying, Statement } from '../../platform/db/database.ts';
import { type GroupRow, lockGroup, readSeats } from '../../reading/groups.ts';
import { CaseError } from '../case-error.ts';
import type { CaseContext } from '../context.ts';
import { findRepeat, repeatThatTook } from '../find-repeat.ts';
import { readShape } from '../read-shape.ts';
import type { Origin } from '../recording.ts';
import { accessOf, type Asking, recordAccess, refusing } from '../visit.ts';
import { carryOutAll } from '../many/carry-out-all.ts';
import { lockCases, type OnItsWay, recordOnCase } from '../many/record-on-case.ts';
import { changesOf, type Wish } from './changes-of.ts';
import { changeSchema, chainWithGroups, dateProblems, type GroupChange, MOST_SEATS } from './group-request.ts';
import { coordinatorOf } from './group-rule.ts';
import { type SeatView, seatsOf } from './group-view.ts';
import { openGroup } from './open-group.ts';
import { addRequest, addSeat, type Asked, setAsked } from './record-request.ts';
import { recordUnseen } from './record-unseen.ts';
import { type ChangedGroup, tellChanged } from './tell.ts';

const CHANGE: Statement = {
  name: 'change_group',
  text: 'update groups set starts_on = $2, ends_on = $3, seq = seq + 1 where id = $1',
};

/** One change of one group by its coordinator. */
interface Changing {
  readonly asking: Asking;
  readonly origin: Origin;
  readonly policy: string;
  readonly actor: Actor;
  readonly change: GroupChange;
  readonly ifMatch: ReadonlySet<string> | null;
}

/**
 * `POST /groups/{id}/changes`: new dates for everyone who has a seat, seats given back, seats filled. The group's row
 * and the commands to its cases are one transaction; then each case decides for itself.
 * @throws CaseError with the fitting code; Unavailable when a case has no answer in time.
 */
export async function changeGroup(
  context: CaseContext,
  asking: Asking,
  groupId: string,
  body: unknown,
  origin: Origin,
  ifMatch: ReadonlySet<string> | null,
): Promise<ChangedGroup> {
  return refusing(context, asking, null, async () => {
    const { group, coordinates, policy } = await openGroup(context, asking.subject, groupId);
    const { chain } = chainWithGroups(group.chain);
    const actor = coordinates ? coordinatorOf(chain, asking.subject) : undefined;
    if (actor === undefined) throw new CaseError('forbidden', 'Alleen wie de groep vormde, kan haar veranderen.');
    const repeat = await findRepeat(context, origin);
    if (repeat !== undefined) return again(context, asking, policy, group, repeat.id);
    asking.insist();
    const change = readShape(changeSchema, body, 'De verandering is niet goed ingevuld.');
    await context.hold.at('before-row');
    const id = randomUUID();
    const changing = { asking, origin, policy, actor, change, ifMatch };
    const recorded = await context.db.transaction((tx) => record(context, tx, group.id, id, changing));
    await context.hold.at('after-row');
    if (recorded === null) return again(context, asking, policy, group, (await repeatThatTook(context, origin)).id);
    await recordUnseen(context, asking, recorded.asked);
    const told = await tellChanged(context, id, await carryOutAll(context, recorded.sent));
    await context.hold.at('before-answer');
    return told;
  });
}

async function again(
  context: CaseContext,
  asking: Asking,
  policy: string,
  group: GroupRow,
  request: string,
): Promise<ChangedGroup> {
  const told = await tellChanged(context, request, null);
  await recordAccess(context, asking, 'R', group.id, { policy });
  return told;
}

/** One transaction: the key, the group's row, and the commands to its cases. null: the key is taken. */
async function record(
  context: CaseContext,
  tx: Querying,
  id: string,
  requestId: string,
  { asking, origin, policy, actor, change, ifMatch }: Changing,
): Promise<{ readonly sent: readonly OnItsWay[]; readonly asked: readonly Asked[] } | null> {
  if (!(await addRequest(tx, requestId, origin, id))) return null;
  const before = await lockGroup(tx, id);
  if (before === undefined) throw new Error('a group has disappeared');
  refuseStale(before, ifMatch);
  const group = withDates(before, change, localDateOf(context.clock.now()));
  await tx.query(CHANGE, [id, group.starts, group.ends]);
  await context.hold.at('at-group-row');

  const { fill = [], free = [] } = change;
  const seats = seatsOf(id, await readSeats(tx, [id]));
  const states = await lockCases(tx, [...seats.map((seat) => seat.case), ...fill, ...free]);
  const moved = group.starts !== before.starts || group.ends !== before.ends;
  const wishes = changesOf({ group, actor, moved, fill, free }, seats, states);
  refuseTooMany(wishes, seats);
  const sent: OnItsWay[] = [];
  const asked: Asked[] = [];
  for (const { case: caseId, change: kind, asks } of wishes) {
    if ('why' in asks) {
      asked.push({ case: caseId, change: kind, command: null, why: asks.why });
      continue;
    }
    const given = { id: randomUUID(), caseId, command: asks.command };
    asked.push({ case: caseId, change: kind, command: given.id });
    sent.push(await recordOnCase(context, tx, asking, policy, origin, given));
    if (kind === 'fill') await addSeat(tx, given.id, id, caseId);
  }
  await setAsked(tx, requestId, asked);
  await appendAccess(tx, accessOf(context, asking, 'U', id, { policy }));
  return { sent, asked };
}

function refuseStale({ seq }: GroupRow, ifMatch: ReadonlySet<string> | null): void {
  if (ifMatch === null || ifMatch.has(`"${seq}"`)) return;
  throw new CaseError('stale', 'De groep is intussen veranderd. Haal haar opnieuw op en beslis dan.');
}

function withDates(group: GroupRow, { startsOn, endsOn }: GroupChange, today: LocalDate): GroupRow {
  const changed = { ...group, starts: startsOn ?? group.starts, ends: endsOn ?? group.ends };
  if (startsOn === undefined && endsOn === undefined) return changed;
  const errors = dateProblems(changed.starts, changed.ends, today, group.starts);
  if (errors.length > 0) throw new CaseError('invalid-input', 'Deze data kunnen niet.', { errors });
  return changed;
}

function refuseTooMany(wishes: readonly Wish[], seats: readonly SeatView[]): void {
  const kept = seats.filter(({ status }) => status === 'bezet' || status === 'gevraagd').length;
  const asked = (change: Wish['change']): number =>
    wishes.filter((wish) => wish.change === change && 'command' in wish.asks).length;
  if (asked('fill') === 0 || kept - asked('free') + asked('fill') <= MOST_SEATS) return;
  throw new CaseError('invalid-input', 'De groep is vol.', {
    errors: [{ pointer: '/fill', detail: `Een groep heeft ten hoogste ${MOST_SEATS} deelnemers.` }],
  });
}
