import { randomUUID } from 'node:crypto';
import { appendAccess } from '../../access/log.ts';
import { permitRole } from '../../access/permit.ts';
import type { Subject } from '../../access/subject.ts';
import type { Answer } from '../../engine/messages.ts';
import type { Querying } from '../../platform/db/database.ts';
import { insistOnColleague, insistOnMe } from '../assign.ts';
import { CaseError } from '../case-error.ts';
import type { CaseContext } from '../context.ts';
import { findRepeat, repeatThatTook } from '../find-repeat.ts';
import { carryOutAll, settleAll } from '../many/carry-out-all.ts';
import { lockCases, type OnItsWay, recordOnCase } from '../many/record-on-case.ts';
import { readShape } from '../read-shape.ts';
import type { Origin } from '../recording.ts';
import { accessOf, type Asking, recordAccess, refusing } from '../visit.ts';
import { type Given, NOT_HERE, wishFor } from './assignment-wish.ts';
import { MOST_STEPS, type ReassignRequest, reassignSchema } from './reassign-request.ts';
import {
  addReassign,
  type AskedStep,
  keepReassigned,
  readReassign,
  type Reassigned,
  setAskedSteps,
  stepsNamed,
  type StepAt,
  stepsOf,
} from './record-reassign.ts';

/** Commands are carried out so many at a time: a case that has to wait is carried out by whoever comes first. */
const AT_ONCE = 12;

/**
 * `POST /assignments`: gives many open steps to someone else, as when a colleague is away. The request and the commands
 * to its cases are one transaction; then each case decides for itself. @returns per step what became of it.
 * @throws CaseError when nothing can be asked at all; Unavailable when a case has no answer in time.
 */
export async function reassignMany(
  context: CaseContext,
  asking: Asking,
  body: unknown,
  origin: Origin,
): Promise<readonly Reassigned[]> {
  return refusing(context, asking, null, async () => {
    const verdict = permitRole(asking.subject, 'case.reassign-many');
    if (!verdict.allowed || asking.subject.organisation === null) {
      throw new CaseError('not-found', 'Er is geen werk om te verdelen voor uw rol.');
    }
    const { policy } = verdict;
    const repeat = await findRepeat(context, origin);
    if (repeat !== undefined) return again(context, asking, policy, repeat.id);
    asking.insist();
    const request = readShape(reassignSchema, body, 'De verdeling is niet goed ingevuld.');
    const given = await givenTo(context, asking.subject, request);
    const steps = await stepsFor(context, asking.subject, request);
    await context.hold.at('before-row');
    const id = randomUUID();
    const reason = request.reason ?? null;
    const recorded = await context.db.transaction((tx) =>
      record(context, tx, { id, asking, policy, origin, reason, given, steps }),
    );
    await context.hold.at('after-row');
    if (recorded === null) return again(context, asking, policy, (await repeatThatTook(context, origin)).id);
    const told = await tell(context, id, await inTurns(recorded, (part) => carryOutAll(context, part)));
    await context.hold.at('before-answer');
    return told;
  });
}

async function again(context: CaseContext, asking: Asking, policy: string, id: string): Promise<readonly Reassigned[]> {
  const told = await tell(context, id, null);
  await recordAccess(context, asking, 'R', null, { policy });
  return told;
}

/** To whom: someone of the own organisation, nobody in particular, or another organisation. */
async function givenTo({ directory }: CaseContext, subject: Subject, { to }: ReassignRequest): Promise<Given> {
  if ('organisation' in to) return { organisation: to.organisation };
  const pointer = '/to/practitioner';
  const practitioner = to.practitioner === 'me' ? insistOnMe(subject, pointer) : to.practitioner;
  if (practitioner !== null) await insistOnColleague(directory, subject, practitioner, pointer);
  return { practitioner };
}

interface Named {
  readonly openStep: string;
  readonly caseId: string | null;
}

async function stepsFor(
  { db, directory }: CaseContext,
  subject: Subject,
  { from, openSteps = [] }: ReassignRequest,
): Promise<readonly Named[]> {
  if (from === undefined) {
    const found = new Map((await stepsNamed(db, openSteps)).map((step) => [step.id, step.case_id]));
    return openSteps.map((openStep) => ({ openStep, caseId: found.get(openStep) ?? null }));
  }
  const practitioner = from === 'me' ? insistOnMe(subject, '/from') : from;
  await insistOnColleague(directory, subject, practitioner, '/from');
  const found = await stepsOf(db, subject.organisation ?? '', practitioner, subject.roles, MOST_STEPS + 1);
  if (found.length <= MOST_STEPS) return found.map(asNamed);
  throw new CaseError('invalid-input', 'Dit zijn te veel stappen voor één keer.', {
    errors: [{ pointer: '/from', detail: `Noem de stappen zelf (openSteps), ten hoogste ${MOST_STEPS} tegelijk.` }],
  });
}

function asNamed({ id, case_id: caseId }: StepAt): Named {
  return { openStep: id, caseId };
}

interface Reassigning {
  readonly id: string;
  readonly asking: Asking;
  readonly policy: string;
  readonly origin: Origin;
  readonly reason: string | null;
  readonly given: Given;
  readonly steps: readonly Named[];
}

/** One transaction: the key, what was asked, and a command to every case. null: the key is taken. */
async function record(
  context: CaseContext,
  tx: Querying,
  { id, asking, policy, origin, reason, given, steps }: Reassigning,
): Promise<readonly OnItsWay[] | null> {
  if (!(await addReassign(tx, id, origin))) return null;
  const ids = [...new Set(steps.flatMap(({ caseId }) => caseId ?? []))];
  const states = new Map((await lockCases(tx, ids)).map((state) => [state.case, state]));
  const sent: OnItsWay[] = [];
  const asked: AskedStep[] = [];
  for (const { openStep, caseId } of steps) {
    const state = caseId === null ? undefined : states.get(caseId);
    const wish = state === undefined ? NOT_HERE : await wishFor(context, state, asking, openStep, given);
    if (state === undefined || 'why' in wish) {
      const hidden = state === undefined || wish === NOT_HERE;
      const why = 'why' in wish ? wish.why : NOT_HERE.why;
      asked.push({ openStep, case: hidden ? null : state.case, command: null, why });
      const line = accessOf(context, asking, 'E', caseId, { policy });
      await appendAccess(tx, { ...line, policy: undefined, outcome: 4 });
      continue;
    }
    const command = { id: randomUUID(), caseId: state.case, command: wish.command };
    asked.push({ openStep, case: state.case, command: command.id });
    sent.push(await recordOnCase(context, tx, asking, wish.policy, origin, command));
  }
  await setAskedSteps(tx, id, asked, reason);
  await appendAccess(tx, accessOf(context, asking, 'U', null, { policy }));
  return sent;
}

/** What the caller hears. A repeat hears the same; where nobody was told anything yet, it waits for the cases first. */
async function tell(
  context: CaseContext,
  id: string,
  answers: ReadonlyMap<string, Answer> | null,
): Promise<readonly Reassigned[]> {
  const { asked, told } = await readReassign(context.db, id);
  if (told !== undefined) return told;
  const commands = asked.flatMap(({ command }) => command ?? []);
  const known = answers ?? (await inTurns(commands, (part) => settleAll(context, part)));
  return keepReassigned(
    context.db,
    id,
    asked.map((each) => resultOf(each, known)),
  );
}

function resultOf({ openStep, case: id, command, why }: AskedStep, answers: ReadonlyMap<string, Answer>): Reassigned {
  const answer = command === null ? undefined : answers.get(command);
  if (answer !== undefined && 'seq' in answer) return { openStep, case: id, done: true };
  const refused = answer === undefined ? why : answer.refused;
  return { openStep, case: id, done: false, ...(refused === undefined ? {} : { why: refused }) };
}

async function inTurns<Item>(
  all: readonly Item[],
  work: (part: readonly Item[]) => Promise<ReadonlyMap<string, Answer>>,
): Promise<ReadonlyMap<string, Answer>> {
  const answers = new Map<string, Answer>();
  for (let from = 0; from < all.length; from += AT_ONCE) {
    for (const [id, answer] of await work(all.slice(from, from + AT_ONCE))) answers.set(id, answer);
  }
  return answers;
}
