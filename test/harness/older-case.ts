import { randomUUID } from 'node:crypto';
import { prepareReferral } from '../../src/cases/prepare-referral.ts';
import { refer } from '../../src/cases/refer.ts';
import { referralSchema } from '../../src/cases/referral-request.ts';
import { accessOf, type Asking } from '../../src/cases/visit.ts';
import type { Suite } from './suite.ts';
import { referral } from './residents.ts';
import { users } from '../../src/local/demo-region/users.ts';

/** A case of `huisarts` that began when this was the newest version of its chain. */
export async function olderCase(
  suite: Suite,
  version: number,
  over: Record<string, unknown> = {},
): Promise<{ readonly id: string }> {
  const { context } = suite;
  const user = users.find(({ handle }) => handle === 'huisarts');
  if (user === undefined) throw new Error('no huisarts');
  const { roles, organisation, practitioner, municipality } = user;
  const subject = { sub: 'huisarts', machine: false, client: 'test', roles, organisation, practitioner, municipality };
  const asking: Asking = { subject, requestId: randomUUID(), event: 'POST /referrals', insist: () => {} };
  const prepared = await prepareReferral(context, subject, referralSchema.parse(referral(over)));
  const begun = { ...prepared, command: { ...prepared.command, version } };
  const origin = { subject: subject.sub, path: `test ${randomUUID()}`, key: randomUUID(), digest: Buffer.alloc(32) };
  const { caseId, answer } = await refer(context, begun, origin, (id) =>
    accessOf(context, asking, 'C', id, { policy: 'R1' }),
  );
  if ('refused' in answer) throw new Error(answer.refused.detail);
  return { id: caseId };
}
