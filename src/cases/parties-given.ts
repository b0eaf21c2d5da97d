import type { AnyChain } from '../language/define.ts';
import type { Querying } from '../platform/db/database.ts';
import { readPartiesByAgb } from '../reading/parties.ts';
import { CaseError, type Pointed } from './case-error.ts';
import type { ReferralRequest } from './referral-request.ts';

type Parties = Readonly<Record<string, string>>;

/** These share a practice: what comes back for the one is for the practice of the other. */
export const PRACTICE_ROLES: readonly string[] = ['huisarts', 'poh'];

/** The roles that the referrer's own organisation fulfils in the case, when someone refers in this role. */
export function ownRoles(chain: AnyChain, role: string): readonly string[] {
  return withColleagues(role).filter((each) => Object.hasOwn(chain.roles, each));
}

/**
 * Who fulfils a role in this case, as the referral names them: the resident's own practice rather than the one that the
 * directory knows. @returns the organisation of each role. @throws CaseError `invalid-input` with a pointer to each.
 */
export async function partiesGiven(
  db: Querying,
  chain: AnyChain,
  given: ReferralRequest['parties'] = {},
  own: { readonly roles: readonly string[]; readonly organisation: string },
): Promise<Parties> {
  const named = Object.entries(given).map(([role, { agb }]) => ({ role, agb }));
  const found = await readPartiesByAgb(db, chain.id, named);
  const organisationsOf = (role: string): readonly string[] =>
    found.filter((each) => each.role === role).map(({ organisation }) => organisation);
  const errors = named.flatMap(({ role }) => problemWith(chain, role, organisationsOf(role), own));
  if (errors.length > 0) {
    const allowed = Object.keys(chain.roles);
    throw new CaseError('invalid-input', 'Wie er in dit traject meedoet, klopt niet.', { errors, allowed });
  }
  const parties = named.flatMap(({ role }) =>
    organisationsOf(role).flatMap((organisation) =>
      withColleagues(role)
        .filter((each) => each === role || (Object.hasOwn(chain.roles, each) && !Object.hasOwn(given, each)))
        .map((each) => [each, organisation] as const),
    ),
  );
  return Object.fromEntries(parties);
}

function problemWith(
  chain: AnyChain,
  role: string,
  organisations: readonly string[],
  own: { readonly roles: readonly string[]; readonly organisation: string },
): readonly Pointed[] {
  if (!Object.hasOwn(chain.roles, role)) {
    return [{ pointer: `/parties/${role}`, detail: `Kies uit: ${Object.keys(chain.roles).join(', ')}.` }];
  }
  const pointer = `/parties/${role}/agb`;
  const [organisation, another] = organisations;
  if (organisation === undefined) {
    return [{ pointer, detail: `Er is geen organisatie met deze AGB-code die ${chain.roles[role] ?? role} is.` }];
  }
  if (another !== undefined) {
    return [{ pointer, detail: 'Deze AGB-code hoort bij meer organisaties. Noem de AGB-code van de praktijk.' }];
  }
  if (!own.roles.includes(role) || organisation === own.organisation) return [];
  return [{ pointer, detail: 'Deze rol heeft uw eigen organisatie, want u verwijst. Laat deze rol weg.' }];
}

function withColleagues(role: string): readonly string[] {
  return PRACTICE_ROLES.includes(role) ? PRACTICE_ROLES : [role];
}
