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

/** Kernen of two municipalities may have one name. */
function kernPlace(municipality: string, kern: string): string {
  return `${municipality}/${kern}`;
}
