import { randomUUID } from 'node:crypto';
import { appendAccess } from '../../access/log.ts';
import { permitRole } from '../../access/permit.ts';
import type { Subject } from '../../access/subject.ts';
import { definitionOf } from '../../chains/index.ts';
import { localDateOf } from '../../engine/calendar/amsterdam.ts';
import type { Actor, Placement } from '../../engine/messages.ts';
import type { Querying, Statement } from '../../platform/db/database.ts';
import { instant } from '../../reading/instant.ts';
import { CaseError } from '../case-error.ts';
import type { CaseContext } from '../context.ts';
import { findRepeat, repeatThatTook } from '../find-repeat.ts';
import { readShape } from '../read-shape.ts';
import type { Origin } from '../recording.ts';
import { accessOf, type Asking, recordAccess, refusing } from '../visit.ts';
import { carryOutAll } from '../many/carry-out-all.ts';
import { lockCases, type OnItsWay, recordOnCase } from '../many/record-on-case.ts';
import { coordinatorOf } from './group-rule.ts';
import { chainWithGroups, type GroupRequest, groupSchema, insistOnGroup } from './group-request.ts';
import type { GroupView } from './group-view.ts';
import { addRequest, addSeat, type Asked, setAsked } from './record-request.ts';
import { recordUnseen } from './record-unseen.ts';
import { NOT_HERE, seatCommand } from './seat-command.ts';
import { tellFormed } from './tell.ts';

const ADD_GROUP: Statement = {
  name: 'add_group',
  text: `insert into groups (id, chain, municipality, kern, organisation, coordinator, starts_on, ends_on, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
};

interface Forming {
  readonly asking: Asking;
  readonly origin: Origin;
  readonly policy: string;
  readonly actor: Actor;
  readonly request: GroupRequest;
}

/**
 * `POST /groups`: a coordinator places waiting cases in a group. Its row and the commands to its cases are one
 * transaction; then each case decides for itself. @returns the group, with what each case said.
 * @throws CaseError when there is no group to form; Unavailable when a case has no answer in time.
 */
export async function formGroup(
  context: CaseContext,
  asking: Asking,
  body: unknown,
  origin: Origin,
): Promise<GroupView> {
  return refusing(context, asking, null, async () => {
    const { policy } = permitted(asking.subject);
    const repeat = await findRepeat(context, origin);
    if (repeat !== undefined) return again(context, asking, policy, repeat.id);
    asking.insist();
    const request = readShape(groupSchema, body, 'De groep is niet goed ingevuld.');
    const { chain, rule } = chainWithGroups(request.chain);
    const actor = coordinatorOf(chain, asking.subject);
    if (actor === undefined) throw new CaseError('forbidden', 'In deze keten vormt u geen groepen.');
    await insistOnGroup(context.directory, chain, rule, request, localDateOf(context.clock.now()));
    await context.hold.at('before-row');
    const id = randomUUID();
    const forming = { asking, origin, policy, actor, request };
    const recorded = await context.db
      .transaction((tx) => record(context, tx, id, forming))
      .catch(async (error: unknown) => {
        if (error instanceof NobodyLeft) await recordUnseen(context, asking, error.asked);
        throw error;
      });
    await context.hold.at('after-row');
    if (recorded === null) return again(context, asking, policy, (await repeatThatTook(context, origin)).id);
    await recordUnseen(context, asking, recorded.asked);
    const told = await tellFormed(context, id, await carryOutAll(context, recorded.sent));
    await context.hold.at('before-answer');
    return told;
  });
}

/** @throws CaseError `not-found` for whom groups do not exist, `forbidden` for who only leads them. */
function permitted(subject: Subject): { policy: string } {
  const verdict = permitRole(subject, 'group.form');
  if (verdict.allowed && subject.organisation !== null) return verdict;
  if (permitRole(subject, 'group.read').allowed) throw new CaseError('forbidden', 'U kunt geen groepen vormen.');
  throw new CaseError('not-found', 'Er zijn geen groepen voor uw rol.');
}

async function again(context: CaseContext, asking: Asking, policy: string, request: string): Promise<GroupView> {
  const told = await tellFormed(context, request, null);
  await recordAccess(context, asking, 'R', told.id, { policy });
  return told;
}

/** One transaction: the key, the group, and a command to every case. null: the key is taken. */
async function record(
  context: CaseContext,
  tx: Querying,
  requestId: string,
  { asking, origin, policy, actor, request }: Forming,
): Promise<{ readonly sent: readonly OnItsWay[]; readonly asked: readonly Asked[] } | null> {
  const group = randomUUID();
  const { chain, organisation, startsOn: starts, endsOn: ends } = request;
  const { municipality, kern = null } = request.area;
  if (!(await addRequest(tx, requestId, origin, group))) return null;
  const at = instant(context.clock.now());
  await tx.query(ADD_GROUP, [group, chain, municipality, kern, organisation, actor.organisation, starts, ends, at]);
  await context.hold.at('at-group-row');

  const sent: OnItsWay[] = [];
  const place: Placement = { group, organisation, starts, ends };
  const asked = new Map(request.cases.map((id) => [id, unseen(id)]));
  for (const state of await lockCases(tx, request.cases)) {
    if (state.chain !== chain) continue;
    const asks = seatCommand(definitionOf(state.chain, state.version), state, actor, municipality, place);
    if ('why' in asks) {
      asked.set(state.case, { ...unseen(state.case), why: asks.why });
      continue;
    }
    const given = { id: randomUUID(), caseId: state.case, command: asks.command };
    asked.set(state.case, { case: state.case, change: 'fill', command: given.id });
    sent.push(await recordOnCase(context, tx, asking, policy, origin, given));
    await addSeat(tx, given.id, group, state.case);
  }
  if (sent.length === 0) throw new NobodyLeft([...asked.values()]);
  await setAsked(tx, requestId, [...asked.values()]);
  await appendAccess(tx, accessOf(context, asking, 'C', group, { policy }));
  return { sent, asked: [...asked.values()] };
}

function unseen(id: string): Asked {
  return { case: id, change: 'fill', command: null, why: NOT_HERE };
}

/** Nobody is left to place: then there is no group, and the key is not used up. */
class NobodyLeft extends CaseError {
  readonly asked: readonly Asked[];

  constructor(asked: readonly Asked[]) {
    super('invalid-input', 'Geen van deze trajecten kan in deze groep.', {
      errors: asked.map(({ why }, index) => ({ pointer: `/cases/${index}`, detail: why?.detail ?? NOT_HERE.detail })),
    });
    this.asked = asked;
  }
}
