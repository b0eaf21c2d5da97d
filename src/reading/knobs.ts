import type { Querying, Statement } from '../platform/db/database.ts';

type Layer = 'region' | 'municipality' | 'kern';
export type PlaceChoices = { readonly [L in Layer]: Readonly<Record<string, string>> };

/** What the region, this municipality and this kern chose for a chain. The region's own place is ''. */
const KNOBS: Statement = {
  name: 'knobs',
  text: `select layer, name, value from knobs
         where chain = $1 and ((layer = 'region' and place = '') or (layer = 'municipality' and place = $2)
           or (layer = 'kern' and place = $3))`,
};

export async function readKnobs(
  db: Querying,
  chain: string,
  municipality: string,
  kern: string | null,
): Promise<PlaceChoices> {
  const place = kern === null ? null : kernPlace(municipality, kern);
  const rows = await db.query<{ layer: Layer; name: string; value: string }>(KNOBS, [chain, municipality, place]);
  const of = (layer: Layer): Readonly<Record<string, string>> =>
    Object.fromEntries(rows.filter((row) => row.layer === layer).map(({ name, value }) => [name, value]));
  return { region: of('region'), municipality: of('municipality'), kern: of('kern') };
}

export interface KnobRow {
  readonly chain: string;
  readonly layer: Layer;
  /** '' for the region, a municipality, or 'municipality/kern'. */
  readonly place: string;
  readonly name: string;
  readonly value: string;
}

const ALL: Statement = {
  name: 'knobs-all',
  text: 'select chain, layer, place, name, value from knobs order by chain, layer, place, name',
};

/** What every place chose. */
export async function readAllKnobs(db: Querying): Promise<readonly KnobRow[]> {
  return db.query<KnobRow>(ALL, []);
}

/** Kernen of two municipalities may have one name. */
function kernPlace(municipality: string, kern: string): string {
  return `${municipality}/${kern}`;
}
