import { ownRoles, PRACTICE_ROLES } from '../../cases/parties-given.ts';
import type { AnyChain } from '../../language/define.ts';
import { directory } from '../demo-region/directory.ts';
import { organisations } from '../demo-region/organisations.ts';
import type { OrganisationKind } from '../demo-region/shape.ts';
import { users } from '../demo-region/users.ts';
import type { Person } from './person.ts';
import type { Random } from './random.ts';

type Parties = Readonly<Record<string, string>>;

const byPlace = new Map(
  directory.map((row) => [keyOf(row.role, row.chain, row.municipality, row.kern), row.organisation]),
);

/** Where someone who refers works, for roles that the directory does not name in every chain. */
const kindOf: Readonly<Record<string, OrganisationKind>> = {
  huisarts: 'huisartsenpraktijk',
  poh: 'huisartsenpraktijk',
  fysio: 'fysiotherapiepraktijk',
  gebiedsteam: 'wijkteam',
  signaleerder: 'wijkteam',
  'sociaal-verwijzer': 'welzijnsorganisatie',
  'centrale-zorgcoordinator': 'welzijnsorganisatie',
};

/** Who fulfils a role in a chain, where someone lives: as the directory of the demo region says. */
function partiesFor({ id, roles }: AnyChain, { municipality, kern }: Person): Parties {
  const found = Object.keys(roles).flatMap((role) => {
    const organisation =
      byPlace.get(keyOf(role, id, municipality, kern)) ?? byPlace.get(keyOf(role, id, municipality, null));
    return organisation === undefined ? [] : [[role, organisation] as const];
  });
  return Object.fromEntries(found);
}

/** The organisation of a referrer in this role; undefined where there is none. */
export function referrerFor(chain: AnyChain, role: string, person: Person): string | undefined {
  if (PRACTICE_ROLES.includes(role)) return person.practice;
  const found = partiesFor(chain, person)[role];
  if (found !== undefined) return found;
  const kind = kindOf[role];
  return organisations.find((each) => each.kind === kind && each.municipality === person.municipality)?.id;
}

/** Everybody who has a part in a case: the resident's own practice, and the referrer's own roles. */
export function partiesOfCase(
  chain: AnyChain,
  person: Person,
  referrer: { readonly role: string; readonly organisation: string },
  coupled: Parties = {},
): Parties {
  const practice = PRACTICE_ROLES.filter((role) => Object.hasOwn(chain.roles, role));
  return {
    ...partiesFor(chain, person),
    ...coupled,
    ...Object.fromEntries(practice.map((role) => [role, person.practice])),
    ...Object.fromEntries(ownRoles(chain, referrer.role).map((role) => [role, referrer.organisation])),
  };
}

/** Another organisation of the region with this role; undefined where there is none. */
export function another(chain: AnyChain, role: string, than: string | null, random: Random): string | undefined {
  const found = directory.filter((row) => row.chain === chain.id && row.role === role && row.organisation !== than);
  return found.length === 0 ? undefined : random.pick(found).organisation;
}

/** Somebody of the demo region who works there in this role; null where nobody has a name. */
export function practitionerAt(organisation: string, role: string): string | null {
  return users.find((each) => each.organisation === organisation && each.roles.includes(role))?.practitioner ?? null;
}

function keyOf(role: string, chain: string, municipality: string, kern: string | null): string {
  return `${role}/${chain}/${municipality}/${kern ?? ''}`;
}
