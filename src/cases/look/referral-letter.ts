import { z } from 'zod';
import type { Content } from '../../access/permit.ts';
import type { Subject } from '../../access/subject.ts';
import { heldStepOf, rolesOf } from '../../engine/holders.ts';
import type { Actor } from '../../engine/messages.ts';
import { roleAmong } from '../../engine/parties.ts';
import { type CaseState, holderOf, senderOf } from '../../engine/state.ts';
import type { AnyChain } from '../../language/define.ts';
import type { NamedKey } from '../../platform/crypto/keyring.ts';
import { openForPerson } from '../../platform/crypto/person-key.ts';

const details = z.object({ note: z.string().optional(), urgency: z.string().optional() });

/** What the referrer wrote to who takes the resident up. */
export interface Letter {
  readonly by: Actor;
  readonly at: number;
  readonly data: { readonly urgency?: string };
  readonly note: string | null;
}

/**
 * The note and urgency of a referral, for who wrote it, who has the regie, and who holds the step where the case began;
 * undefined when this person is none of these, or nothing was written. Urgency moves no term: people read it.
 */
export function letterFor(
  { chain, state, subject, content }: LetterReader,
  entry: string,
  sealed: Buffer | null,
  key: NamedKey,
): Letter | undefined {
  const begins = state.open.filter(({ step, stage }) => step === entry && stage !== 'offered' && stage !== 'returned');
  const holders = begins.flatMap((opened) => {
    const holder = holderOf(state, opened);
    const roles = rolesOf(heldStepOf(chain, entry));
    return roles.includes(holder.role) ? roles.map((role) => ({ ...holder, role })) : [holder];
  });
  const mayRead = content === 'whole' || roleAmong([senderOf(state), ...holders], subject) !== undefined;
  if (!mayRead || sealed === null) return undefined;
  const { note, urgency } = details.parse(JSON.parse(openForPerson(sealed, key, 'details').toString()));
  if (note === undefined && urgency === undefined) return undefined;
  const data = urgency === undefined ? {} : { urgency };
  return { by: state.referrer, at: state.startedAt, data, note: note ?? null };
}

interface LetterReader {
  readonly chain: AnyChain;
  readonly state: CaseState;
  readonly subject: Subject;
  readonly content: Content;
}
