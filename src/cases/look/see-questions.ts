import { z } from 'zod';
import type { Subject } from '../../access/subject.ts';
import type { Content } from '../../access/permit.ts';
import type { Fact } from '../../engine/facts.ts';
import type { Actor } from '../../engine/messages.ts';
import { currentFact } from '../../engine/migrate.ts';
import { roleAmong } from '../../engine/parties.ts';
import type { CaseState } from '../../engine/state.ts';
import { QUESTION } from '../../language/define.ts';
import type { NamedKey } from '../../platform/crypto/keyring.ts';
import { openForPerson } from '../../platform/crypto/person-key.ts';
import { readForms } from '../../reading/forms.ts';
import { instant } from '../../reading/instant.ts';
import { readFacts } from '../../reading/state-at.ts';
import type { CaseContext } from '../context.ts';
import { recordLook } from './record-look.ts';
import { type Asking, visit, type Visit } from '../visit.ts';
import { personKeyOf } from './personal.ts';
import { undoneIn } from './undone.ts';

/** A question in a case. Its id is that of the open step by which it waits for its answer. */
export interface QuestionItem {
  readonly id: string;
  readonly at: string;
  readonly by: Actor;
  readonly to: {
    readonly role: string;
    readonly organisation: string | null;
    readonly organisationName: string | null;
  };
  /** null once the person's key is gone. */
  readonly text: string | null;
  /** Until when it waits; null once it does not. */
  readonly dueAt: string | null;
  readonly answer: { readonly at: string; readonly by: Actor; readonly text: string | null } | null;
}

type Asked = Extract<Fact, { fact: 'asked' }>;
type Decided = Extract<Fact, { fact: 'decided' }>;
const written = z.object({ data: z.object({ comment: z.string() }) });

/**
 * The questions in a case with their answers, oldest first: for who has the regie all of them, for others those that
 * they asked or were asked, in their role. @throws CaseError `not-found`, or `forbidden` where this is not for them.
 */
export async function seeQuestions(
  context: CaseContext,
  asking: Asking,
  caseId: string,
): Promise<readonly QuestionItem[]> {
  const seen = await visit(context, asking, caseId, 'case.forms');
  await recordLook(context, asking, seen);
  return questionsIn(context, seen, seen.state, asking.subject, seen.verdict.content ?? 'contribution');
}

/** The question with this number, or the last one that this person may read, in a case as it stood then. */
export async function seeQuestionIn(
  context: CaseContext,
  { subject }: Asking,
  { seen, state }: { readonly seen: Pick<Visit, 'row'>; readonly state: CaseState },
  id?: string,
): Promise<QuestionItem> {
  const all = await questionsIn(context, seen, state, subject, 'step');
  const found = id === undefined ? all.at(-1) : all.find((question) => question.id === id);
  if (found === undefined) throw new Error('a question that was recorded has disappeared');
  return found;
}

async function questionsIn(
  context: CaseContext,
  { row }: Pick<Visit, 'row'>,
  state: CaseState,
  subject: Subject,
  content: Content,
): Promise<readonly QuestionItem[]> {
  const facts = (await readFacts(context.db, row.id, state.seq)).map(currentFact);
  const asked = facts.filter((fact): fact is Asked => fact.fact === 'asked' && mayRead(fact, subject, content));
  if (asked.length === 0) return [];
  const key = personKeyOf(context.ring, row);
  const rows = key === null ? [] : await readForms(context.db, row.id, state.seq);
  const texts = new Map(
    rows.flatMap(({ seq, step, data }) => (key === null || step !== QUESTION ? [] : [[seq, textOf(data, key)]])),
  );
  const names = await context.directory.names();
  const undone = undoneIn(facts);
  return asked.map(({ seq, at, openStep, actor, to }) => {
    const opened = state.open.find(({ id }) => id === openStep);
    const answered = facts.findLast(
      (fact): fact is Decided => fact.fact === 'decided' && fact.openStep === openStep && !undone.has(fact.seq),
    );
    const { role, organisation } = to;
    return {
      id: openStep,
      at: instant(at),
      by: partOf(actor),
      to: { role, organisation, organisationName: names.get(organisation ?? '') ?? null },
      text: texts.get(seq) ?? null,
      dueAt: opened === undefined ? null : instant(opened.dueAt),
      answer:
        answered === undefined
          ? null
          : { at: instant(answered.at), by: partOf(answered.actor), text: texts.get(answered.seq) ?? null },
    };
  });
}

function mayRead({ actor, to }: Asked, subject: Subject, content: Content): boolean {
  return content === 'whole' || roleAmong([actor, to], subject) !== undefined;
}

function textOf(data: Buffer, key: NamedKey): string {
  return written.parse(JSON.parse(openForPerson(data, key, 'form').toString())).data.comment;
}

function partOf({ role, organisation, practitioner }: Actor): Actor {
  return { role, organisation, practitioner };
}
