import { randomUUID } from 'node:crypto';
import { type AccessEntry, appendAccess } from '../access/log.ts';
import { currentDefinition } from '../chains/index.ts';
import type { Refer } from '../engine/messages.ts';
import type { Querying, Statement } from '../platform/db/database.ts';
import { seal } from '../platform/crypto/seal.ts';
import { type Answered, carryOut, settle } from './carry-out.ts';
import { CaseError } from './case-error.ts';
import type { CaseContext } from './context.ts';
import { readEarlierMarks } from './earlier-marks.ts';
import { previousCase } from './links/previous-case.ts';
import { addSelfStart, isStartedBy } from '../reading/self-starts.ts';
import { useInvitation } from '../reading/invitations.ts';
import { repeatThatTook } from './find-repeat.ts';
import { type SelfStart, wrongCode } from './self/self-start.ts';
import { NO_FORM, type FilledForm, type Origin, recordValues, sealForm } from './recording.ts';
import { rehearseReferral } from './rehearse-referral.ts';
import type { Sent } from './send.ts';
import { findOrAddResident, type Found } from './resident/find-or-add.ts';
import type { Identity } from './resident/identity.ts';

/** The live case of this dossier, and the first of those that other practices have of the same person. */
const LIVE: Statement = {
  name: 'live_case',
  text: `select id, referrer, resident = $1 as own from cases
         where resident = any($3::uuid[] || $1::uuid) and chain = $2 and status <> 'ended'
         order by (resident = $1) desc, shadow_of nulls first, id limit 1`,
};
const ADD_CASE: Statement = {
  name: 'add_case',
  text: `insert into cases (id, resident, chain, version, municipality, kern, details, referrer, status, hash, offset_ms, moved_ms, shadow_of)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'starting', ''::bytea, $9, $9, $10)`,
};
const ADD_COMMAND: Statement = {
  name: 'add_first_command',
  text: `insert into commands (id, case_id, kind, subject, path, key, digest, payload, form, form_step, form_commitment, recorded_at, lease_until, attempt, request_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10, $11, clock_timestamp(), clock_timestamp() + $12 * interval '1 millisecond', 1, $13)
         on conflict (subject, path, key) do nothing returning id`,
};
const SET_FORM: Statement = {
  name: 'set_first_form',
  text: 'update commands set form = $2, form_step = $3, form_commitment = $4 where id = $1',
};
const SET_PAYLOAD: Statement = {
  name: 'set_first_payload',
  text: 'update commands set payload = $2::jsonb where id = $1',
};
const ADD_CONSENT: Statement = {
  name: 'add_consent',
  text: `insert into consents (case_id, purpose, given, by, at)
         select $1, purpose, true, $3, $4 from unnest($2::text[]) purpose on conflict do nothing`,
};

/** A referral that passed every check on its form; the case does not exist yet. */
export interface Referral {
  readonly identity: Identity;
  readonly referrer: string;
  readonly command: Omit<Refer, 'case'>;
  readonly form: FilledForm | null;
  readonly consent: { readonly by: string; readonly at: string } | null;
  /** Own number, note and urgency of the referrer: encrypted, outside the workflow. */
  readonly details: {
    readonly reference?: string | undefined;
    readonly note?: string | undefined;
    readonly urgency?: string | undefined;
  };
  /** Residents began themselves. */
  readonly self?: SelfStart;
}

/** The line of the access log for this case, which was created or had been before. */
export type AccessOf = (caseId: string, created: boolean) => AccessEntry;

/**
 * Records a referral and starts its case. Of all referrals of one resident into one chain at most one is live; where
 * the existence of a case is confidential, one per practice, and the later ones know nothing of the first.
 * @throws CaseError `already-referred`, with the case when it is this practice's own; Unavailable when the case could
 * not be started in time (it is recorded then, and the same key tells its outcome).
 */
export async function refer(
  context: CaseContext,
  referral: Referral,
  origin: Origin,
  accessOf: AccessOf,
): Promise<{ caseId: string } & Answered> {
  await context.hold.at('before-row');
  const ids = { command: randomUUID(), case: randomUUID() };
  const recorded = await context.db.transaction((tx) => recordReferral(context, tx, referral, origin, ids, accessOf));
  await context.hold.at('after-row');
  if (recorded === null) {
    const repeat = await repeatThatTook(context, origin);
    await appendAccess(context.db, accessOf(repeat.case_id, false));
    return { caseId: repeat.case_id, ...(await settle(context, repeat.id)) };
  }
  const { requestId } = accessOf(ids.case, true);
  const sent = { id: ids.command, caseId: ids.case, attempt: 1, knownSeq: 0, ...recorded, requestId };
  return { caseId: ids.case, ...(await carryOut(context, sent)) };
}

/** One transaction: the key, the person, the place in the chain, the command. null: the key is taken. */
export async function recordReferral(
  context: CaseContext,
  tx: Querying,
  referral: Referral,
  origin: Origin,
  ids: { readonly command: string; readonly case: string },
  accessOf: AccessOf,
): Promise<Pick<Sent, 'command' | 'offsetMs'> | null> {
  const asked: Refer = { ...referral.command, case: ids.case };
  // The key first: a repeat must not run into the case that the first request is making.
  const values = recordValues(ids.command, ids.case, asked, origin, NO_FORM, context.leaseMs);
  const { requestId } = accessOf(ids.case, true);
  if ((await tx.query(ADD_COMMAND, [...values, requestId])).length === 0) return null;
  const within = currentDefinition(asked.chain)?.confidentialExistence === true;
  const circle = within ? { chain: asked.chain, practice: referral.referrer } : null;
  const resident = await findOrAddResident(context, tx, referral.identity, randomUUID(), circle);
  const { self } = referral;
  if (self !== undefined && self.code !== null && !(await useInvitation(tx, self.code))) throw wrongCode();
  const first =
    self === undefined ? await refuseSecondCase(tx, resident, asked) : await refuseOwnSecond(tx, resident, asked, self);
  const command = await withWhatWasBefore(context, tx, resident.id, ids.command, asked);
  const offsetMs = Math.round(context.clock.offsetMs());
  const details = seal(Buffer.from(JSON.stringify(referral.details)), resident.key, 'details');
  const { chain, version, municipality, kern } = command;
  await tx.query(ADD_CASE, [
    ids.case,
    resident.id,
    chain,
    version,
    municipality,
    kern,
    details,
    referral.referrer,
    offsetMs,
    first,
  ]);
  if (self !== undefined) await addSelfStart(tx, ids.case, self.account);
  if (referral.form !== null) {
    const form = sealForm(referral.form, resident.key);
    await tx.query(SET_FORM, [ids.command, form.sealed, form.step, form.commitment]);
  }
  if (referral.consent !== null) {
    await tx.query(ADD_CONSENT, [ids.case, command.consents, referral.consent.by, referral.consent.at]);
  }
  await appendAccess(tx, accessOf(ids.case, true));
  return { command, offsetMs };
}

/** Who the person is shows only here, and with it what was before: the command goes out with that. */
async function withWhatWasBefore(
  context: CaseContext,
  tx: Querying,
  resident: string,
  commandId: string,
  asked: Refer,
): Promise<Refer> {
  const marks = await readEarlierMarks(tx, resident, asked.chain);
  const previous = await previousCase(tx, resident, asked.chain, context.clock.now());
  const counted = Object.keys(marks).length > 0;
  if (!counted && previous === undefined) return asked;
  const before = previous === undefined ? {} : { previous };
  const command: Refer = { ...asked, ...(counted ? { marks } : {}), ...before };
  rehearseReferral(command, context.clock.now());
  await tx.query(SET_PAYLOAD, [commandId, JSON.stringify(command)]);
  return command;
}

/**
 * Refuses when this person has a live case in this chain already. Where the existence of a case is confidential that
 * holds per practice, and another practice is answered in every way as if it were the first.
 * @returns the live case that this one stays in the shadow of, or null.
 */
async function refuseSecondCase(tx: Querying, { id, elsewhere }: Found, command: Refer): Promise<string | null> {
  const [live] = await tx.query<{ id: string; referrer: string; own: boolean }>(LIVE, [id, command.chain, elsewhere]);
  if (live === undefined) return null;
  if (!live.own) return live.id;
  const own = live.referrer === command.actor.organisation;
  throw new CaseError(
    'already-referred',
    own
      ? 'Deze inwoner is al verwezen naar deze keten. Bekijk het lopende traject.'
      : 'Deze inwoner is al verwezen naar deze keten, door een andere organisatie.',
    own ? { case: live.id } : {},
  );
}

/**
 * Who begins themselves has one case, whoever knows them: it is their own, so that they may hear of it. Of a child they
 * hear which one it is when they began that themselves.
 */
async function refuseOwnSecond(
  tx: Querying,
  { id, elsewhere }: Found,
  { chain }: Refer,
  { own, account }: SelfStart,
): Promise<null> {
  const [live] = await tx.query<{ id: string }>(LIVE, [id, chain, elsewhere]);
  if (live === undefined) return null;
  const mine = own || (await isStartedBy(tx, live.id, account));
  throw new CaseError(
    'already-referred',
    own ? 'U bent al aangemeld. Bekijk uw traject.' : 'Dit kind is al aangemeld.',
    mine ? { case: live.id } : {},
  );
}
