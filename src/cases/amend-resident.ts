import { roleAmong } from '../engine/parties.ts';
import { accountableOf } from '../engine/state.ts';
import { readCase } from '../reading/case-row.ts';
import { CaseError } from './case-error.ts';
import { changeCase, type Request, type Verb } from './command-on-case.ts';
import type { CaseContext } from './context.ts';
import type { CaseView } from './look/case-view.ts';
import { personKeyOf } from './look/personal.ts';
import { drawAfter } from './look/see-case.ts';
import { amendIdentity, type Amendment, amendmentSchema, announceHashes } from './resident/amend-identity.ts';

/** Changes particulars of the person. Which ones goes to the case; what they are stays sealed. */
export const amend: Verb<Amendment> = {
  deed: 'case.amend',
  schema: amendmentSchema,
  unclear: 'De gegevens zijn niet goed ingevuld.',
  prepare: async (context, { state, subject }, changes) => {
    const row = await readCase(context.db, state.case);
    const key = row === undefined ? null : personKeyOf(context.ring, row);
    if (row === undefined || row.identity === null || key === null) {
      throw new CaseError('ended', 'De gegevens van dit traject zijn gewist.');
    }
    const { organisation, practitioner } = subject;
    const accountable = accountableOf(state);
    const regie = accountable === null ? undefined : roleAmong([accountable], subject);
    const role = regie ?? roleAmong([state.referrer], subject);
    if (role === undefined) {
      throw new CaseError('forbidden', 'De gegevens wijzigt wie de regie heeft, of wie verwees.');
    }
    const mayTell = regie !== undefined && organisation !== null && (await context.directory.mayHaveBsn(organisation));
    const { resident, identity } = row;
    const amended = await amendIdentity(context, { resident, identity, key }, changes, mayTell);
    await announceHashes(context, resident, amended);
    const command = { kind: 'amend', actor: { role, organisation, practitioner }, fields: amended.fields } as const;
    return { command, filled: { step: 'inwoner', sealed: amended.sealedIdentity }, pointer: '' };
  },
};

/** `PATCH /cases/{id}/resident`. @returns the case with the person as they are known now. */
export function amendResident(context: CaseContext, request: Request): Promise<CaseView> {
  const { asking } = request;
  return changeCase(context, amend, request, async ({ seen, state }) => {
    const row = await readCase(context.db, seen.row.id, null, asking.subject.organisation);
    return drawAfter(context, asking, { ...seen, row: row ?? seen.row }, state);
  });
}
