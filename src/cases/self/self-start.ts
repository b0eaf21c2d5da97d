import type { Subject } from '../../access/subject.ts';
import { stepOf } from '../../engine/holders.ts';
import type { AnyChain } from '../../language/define.ts';
import { rolesOf, stepAfter, targetsOf } from '../../language/targets.ts';
import { findInviter, type InviterRow } from '../../reading/invitations.ts';
import { instant } from '../../reading/instant.ts';
import { readMunicipalityName } from '../../reading/municipality-name.ts';
import { CaseError } from '../case-error.ts';
import type { CaseContext } from '../context.ts';
import { hashOfCode, normaliseCode } from '../invitations/code.ts';
import { ownRoles } from '../parties-given.ts';
import { RESIDENT } from '../own-dossiers.ts';
import type { ReferralRequest } from '../referral-request.ts';
import { insistOnOwnPerson } from './own-person.ts';

type Parties = Readonly<Record<string, string>>;

/** What differs when no professional refers: who stays accountable, and whom the case does not know. */
export interface SelfStart {
  readonly account: string;
  readonly steward: { readonly role: string; readonly organisation: string };
  /** Who fulfils which role here. */
  readonly parties: Parties;
  /** The hash of the code that is used up with it. */
  readonly code: Buffer | null;
  /** The account's own person; else a child of theirs. */
  readonly own: boolean;
}

/** A resident acts without an organisation. */
export function isResident({ organisation, roles }: Pick<Subject, 'organisation' | 'roles'>): boolean {
  return organisation === null && roles.includes(RESIDENT);
}

/**
 * Checks what only residents who start themselves have to do with, and finds who is accountable for them: who invited
 * them, when they want that one to hear of it; else whoever has the regie there. Who invited and may not hear of it has
 * no part in the case.
 * @throws CaseError with a pointer to what is wrong, or with where to call when nobody is there.
 */
export async function selfStart(
  context: CaseContext,
  subject: Subject,
  request: ReferralRequest,
  chain: AnyChain,
  entry: string,
  found: Parties,
): Promise<SelfStart> {
  const own = insistOnOwnPerson(context, subject, request, chain);
  const code = request.code === undefined ? null : hashOf(context, request.code);
  const inviter = code === null ? undefined : await inviterOf(context, code, request);
  const hears = request.consent?.purposes?.includes('terugkoppeling') === true;
  const start = { account: subject.sub, code, own };
  if (inviter !== undefined && hears) {
    const { role, organisation } = inviter;
    const theirs = Object.fromEntries(ownRoles(chain, role).map((each) => [each, organisation]));
    return { ...start, steward: { role, organisation }, parties: { ...found, ...theirs } };
  }
  const known = Object.entries(found).filter(([, organisation]) => organisation !== inviter?.organisation);
  const parties = Object.fromEntries(known);
  return { ...start, steward: await stewardIn(context, chain, entry, parties, request), parties };
}

/** One text for a wrong, a used and an old code: nobody learns from it which codes there are. */
export function wrongCode(): CaseError {
  return new CaseError('invalid-input', 'Met deze code kunt u niet beginnen.', {
    errors: [
      {
        pointer: '/code',
        detail: 'Controleer de code, de keten en de gemeente. Of vraag uw zorgverlener om een nieuwe code.',
      },
    ],
  });
}

function hashOf({ ring }: CaseContext, code: string): Buffer {
  const normalised = normaliseCode(code);
  if (normalised === undefined) throw wrongCode();
  return hashOfCode(ring, normalised);
}

async function inviterOf({ db, clock }: CaseContext, code: Buffer, request: ReferralRequest): Promise<InviterRow> {
  const inviter = await findInviter(db, code, request, instant(clock.now()));
  if (inviter === undefined) throw wrongCode();
  return inviter;
}

/** Who has the regie where the case stands first, else in the phase that follows. */
async function stewardIn(
  { db }: CaseContext,
  chain: AnyChain,
  entry: string,
  parties: Parties,
  { municipality }: ReferralRequest,
): Promise<SelfStart['steward']> {
  for (const role of regieFrom(chain, standsAt(chain, entry))) {
    const organisation = parties[role];
    if (organisation !== undefined) return { role, organisation };
  }
  const name = (await readMunicipalityName(db, municipality)) ?? municipality;
  const detail = `In ${name} kan nu niemand u ontvangen via ${chain.label}. Bel het loket van de gemeente ${name}, of vraag uw huisarts om hulp.`;
  throw new CaseError('invalid-input', detail, { errors: [{ pointer: '/municipality', detail }] });
}

/** A step that residents take themselves is taken as soon as they begin: what comes after stands open. */
function standsAt(chain: AnyChain, entry: string): string {
  const step = stepOf(chain, entry);
  const [outcome] = Object.values(step.outcomes);
  if (!rolesOf(step).includes(RESIDENT) || outcome === undefined) return entry;
  return targetsOf(outcome.to).flatMap((target) => stepAfter(target) ?? [])[0] ?? entry;
}

function regieFrom(chain: AnyChain, step: string): readonly string[] {
  const phases = Object.values(chain.phases ?? {});
  const at = phases.findIndex(({ steps }) => steps.includes(step));
  if (at === -1) return rolesOf(stepOf(chain, step));
  return phases.slice(at, at + 2).flatMap(({ regie }) => regie);
}
