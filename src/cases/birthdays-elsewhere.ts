import { randomUUID } from 'node:crypto';
import { permitCase } from '../access/permit.ts';
import { definitionOf } from '../chains/index.ts';
import type { Amend } from '../engine/messages.ts';
import type { Statement } from '../platform/db/database.ts';
import { CaseError } from './case-error.ts';
import type { CaseContext } from './context.ts';
import type { Standing } from './look/action-view.ts';
import { relationsOf } from './look/relations.ts';
import { recordOnCase } from './many/record-on-case.ts';
import type { Beside } from './record-together.ts';
import { birthdaysOf } from './resident/birthdays.ts';
import type { Asking } from './visit.ts';

const OTHERS: Statement = {
  name: 'other_open_cases',
  text: `select id, chain, version from cases where resident = $1 and id <> $2 and status <> 'ended' order by id`,
};

/**
 * The other open cases of a person whose birth date changed, as far as their terms hang on a birthday: each gets a
 * command of its own, recorded with the change or not at all. Undefined when there are none.
 */
export async function birthdaysElsewhere(
  context: CaseContext,
  { chain, state, subject }: Standing,
  asking: Asking,
  resident: string,
  { actor, birthDate }: { readonly actor: Amend['actor']; readonly birthDate: string },
): Promise<Beside | undefined> {
  const others = await context.db.query<{ id: string; chain: string; version: number }>(OTHERS, [resident, state.case]);
  const asked = others.flatMap((other) => {
    const birthdays = birthdaysOf(definitionOf(other.chain, other.version), birthDate);
    if (Object.keys(birthdays).length === 0) return [];
    const command: Amend = { kind: 'amend', actor, fields: ['birthDate'], birthdays, elsewhere: true };
    return [{ id: randomUUID(), caseId: other.id, command }];
  });
  if (asked.length === 0) return undefined;
  const verdict = permitCase(relationsOf(chain, state, subject), 'case.amend');
  if (!verdict.allowed) throw new CaseError('forbidden', 'Dit is niet aan u.');
  return {
    locks: asked.map(({ caseId }) => caseId),
    record: async (tx, { origin }) => {
      const sent = [];
      for (const each of asked) sent.push(await recordOnCase(context, tx, asking, verdict.policy, origin, each));
      return sent;
    },
  };
}
