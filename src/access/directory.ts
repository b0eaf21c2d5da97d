import type { Prisma } from '../platform/db/prisma.ts';
import { Unavailable } from '../platform/unavailable.ts';

const FRESH_MS = 30_000;

interface Snapshot {
  readonly at: number;
  readonly places: ReadonlySet<string>;
  readonly names: ReadonlyMap<string, string>;
  readonly withBsn: ReadonlySet<string>;
  readonly practitioners: ReadonlyMap<string, readonly Colleague[]>;
  readonly fulfils: ReadonlyMap<string, string>;
  readonly rows: readonly { readonly chain: string; readonly role: string; readonly where: Fulfils }[];
}

/** An organisation that fulfils a role somewhere in the region. */
export interface Fulfils {
  readonly organisation: string;
  readonly name: string;
  readonly municipality: string;
  readonly kern: string | null;
}

/** A professional of an organisation. The name is for colleagues. */
export interface Colleague {
  readonly practitioner: string;
  readonly name: string;
}

/** Which places there are, which organisation fulfils a role where, and what organisations are called. */
export interface Directory {
  hasMunicipality(municipality: string): Promise<boolean>;
  municipalities(): Promise<readonly string[]>;
  kernen(municipality: string): Promise<readonly string[]>;
  /** The organisation of every given role for a chain in a place; the kern goes before the municipality. Roles without one are absent. */
  partiesOf(
    chain: string,
    roles: readonly string[],
    municipality: string,
    kern: string | null,
  ): Promise<Record<string, string>>;
  /** The professionals of an organisation, by name. */
  practitionersOf(organisation: string): Promise<readonly Colleague[]>;
  /** Everyone in the region who fulfils one of these roles for a chain. */
  whoFulfils(chain: string, roles: readonly string[]): Promise<readonly Fulfils[]>;
  names(): Promise<ReadonlyMap<string, string>>;
  /** Whether the law lets this organisation process the BSN. */
  mayHaveBsn(organisation: string): Promise<boolean>;
}

/** Reads the directory from PostgreSQL and keeps it for half a minute: it changes rarely and is asked all the time. */
export function openDirectory(prisma: Prisma): Directory {
  let loading: Promise<Snapshot> | undefined;
  const snapshot = async (): Promise<Snapshot> => {
    const known = await loading?.catch(() => undefined);
    if (known !== undefined && Date.now() - known.at < FRESH_MS) return known;
    loading = load(prisma).catch((error: unknown) => {
      // What was known a moment ago still holds while PostgreSQL is away.
      if (known !== undefined) return known;
      throw new Unavailable('postgresql', error);
    });
    return loading;
  };
  const municipalities = async (): Promise<readonly string[]> => {
    const { places } = await snapshot();
    return [...places].flatMap((place) => (place.endsWith('/') ? [place.slice(0, -1)] : []));
  };
  return {
    municipalities,
    hasMunicipality: async (municipality) => (await snapshot()).places.has(`${municipality}/`),
    kernen: async (municipality) => {
      const prefix = `${municipality}/`;
      const { places } = await snapshot();
      return [...places].flatMap((place) =>
        place.startsWith(prefix) && place !== prefix ? [place.slice(prefix.length)] : [],
      );
    },
    partiesOf: async (chain, roles, municipality, kern) => {
      const { fulfils } = await snapshot();
      const found = roles.flatMap((role) => {
        const inKern = kern === null ? undefined : fulfils.get(keyOf(role, chain, municipality, kern));
        const organisation = inKern ?? fulfils.get(keyOf(role, chain, municipality, ''));
        return organisation === undefined ? [] : [[role, organisation] as const];
      });
      return Object.fromEntries(found);
    },
    whoFulfils: async (chain, roles) =>
      (await snapshot()).rows
        .filter((row) => row.chain === chain && roles.includes(row.role))
        .map(({ where }) => where),
    practitionersOf: async (organisation) => (await snapshot()).practitioners.get(organisation) ?? [],
    names: async () => (await snapshot()).names,
    mayHaveBsn: async (organisation) => (await snapshot()).withBsn.has(organisation),
  };
}

async function load(prisma: Prisma): Promise<Snapshot> {
  const [places, organisations, rows, people] = await Promise.all([
    prisma.place.findMany({ orderBy: [{ municipality: 'asc' }, { kern: 'asc' }] }),
    prisma.organisation.findMany({ select: { id: true, name: true, bsnAllowed: true } }),
    prisma.directory.findMany(),
    prisma.practitioner.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }] }),
  ]);
  const names = new Map(organisations.map(({ id, name }) => [id, name]));
  const practitioners = new Map<string, Colleague[]>();
  for (const { id, name, organisationId } of people) {
    practitioners.set(organisationId, [...(practitioners.get(organisationId) ?? []), { practitioner: id, name }]);
  }
  return {
    at: Date.now(),
    places: new Set(places.map(({ municipality, kern }) => `${municipality}/${kern}`)),
    names,
    practitioners,
    withBsn: new Set(organisations.flatMap(({ id, bsnAllowed }) => (bsnAllowed ? [id] : []))),
    rows: rows.map(({ chain, role, municipality, kern, organisationId: organisation }) => ({
      chain,
      role,
      where: { organisation, name: names.get(organisation) ?? '', municipality, kern },
    })),
    fulfils: new Map(
      rows.map((row) => [keyOf(row.role, row.chain, row.municipality, row.kern ?? ''), row.organisationId]),
    ),
  };
}

function keyOf(role: string, chain: string, municipality: string, kern: string): string {
  return [role, chain, municipality, kern].join('/');
}
