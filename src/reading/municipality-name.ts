import type { Querying, Statement } from '../platform/db/database.ts';

const NAME: Statement = {
  name: 'municipality-name',
  text: `select name from places where municipality = $1 and kern = ''`,
};

/** A municipality as people write it, such as 'Hof van Twente'; undefined when there is none. */
export async function readMunicipalityName(db: Querying, municipality: string): Promise<string | undefined> {
  const [row] = await db.query<{ name: string }>(NAME, [municipality]);
  return row?.name;
}
