import type { Querying, Statement } from '../platform/db/database.ts';
import { keysOfCursor, type Page, pageOf } from './cursor.ts';
import { instant } from './instant.ts';

export const rooms = ['ja', 'wachtlijst', 'nee'] as const;
export type Room = (typeof rooms)[number];

/** What an organisation has on offer in a place, with its own word about room. */
export interface OfferRow {
  readonly id: string;
  readonly chain: string;
  readonly role: string;
  readonly organisation: string;
  readonly municipality: string;
  readonly kern: string | null;
  readonly label: string;
  readonly room: Room;
  readonly capacity: number | null;
  readonly seq: number;
  readonly changed_at: number;
}
type Row = OfferRow & Record<string, unknown>;

export interface OffersQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly chain?: string | undefined;
  readonly municipality?: string | undefined;
  readonly kern?: string | undefined;
}

const COLUMNS = 'id, chain, role, organisation, municipality, kern, label, room, capacity, seq, changed_at';
/** What is for a whole municipality is also for each kern of it. */
const OFFERS: Statement = {
  name: 'offers',
  text: `select ${COLUMNS} from offers
         where ($1::text is null or chain = $1) and ($2::text is null or municipality = $2)
           and ($3::text is null or kern is null or kern = $3)
           and ($4::text is null or (chain, municipality, coalesce(kern, ''), id) > ($4, $5, $6, $7::uuid))
         order by chain, municipality, coalesce(kern, ''), id limit $8`,
};
const OFFER: Statement = { name: 'offer', text: `select ${COLUMNS} from offers where id = $1` };
const OF_ORGANISATIONS: Statement = {
  name: 'offers_of_organisations',
  text: `select ${COLUMNS} from offers where chain = $1 and role = any($2::text[]) and organisation = any($3::uuid[])
         order by id`,
};
/** The version that it is a change of stands in the condition: of two at once, one finds it. */
const CHANGE: Statement = {
  name: 'change_offer',
  text: `update offers set room = coalesce($3, room), capacity = case when $4 then $5::int else capacity end,
           seq = seq + 1, changed_at = $6
         where id = $1 and seq = $2 returning ${COLUMNS}`,
};

/** @returns undefined when the cursor is not one of this list. */
export async function readOffers(db: Querying, query: OffersQuery): Promise<Page<OfferRow> | undefined> {
  const after = query.cursor === undefined ? [] : keysOfCursor('offers', query.cursor);
  if (after === undefined) return undefined;
  const rows = await db.query<Row>(OFFERS, [
    query.chain ?? null,
    query.municipality ?? null,
    query.kern ?? null,
    ...[0, 1, 2, 3].map((index) => after[index] ?? null),
    query.limit + 1,
  ]);
  return pageOf(
    'offers',
    rows,
    query.limit,
    ({ chain, municipality, kern, id }) => [chain, municipality, kern ?? '', id],
    (row) => row,
  );
}

export async function readOffer(db: Querying, id: string): Promise<OfferRow | undefined> {
  const [row] = await db.query<Row>(OFFER, [id]);
  return row;
}

/** What these organisations offer in one of these roles, anywhere. */
export async function readOffersOf(
  db: Querying,
  chain: string,
  roles: readonly string[],
  organisations: readonly string[],
): Promise<readonly OfferRow[]> {
  return organisations.length === 0 ? [] : db.query<Row>(OF_ORGANISATIONS, [chain, roles, organisations]);
}

/** Changes an offer that is still at `seq`. @returns undefined when it is not. */
export async function changeOfferRow(
  db: Querying,
  id: string,
  seq: number,
  change: { readonly room?: Room | undefined; readonly capacity?: number | null | undefined },
  now: number,
): Promise<OfferRow | undefined> {
  const { room, capacity } = change;
  const values = [id, seq, room ?? null, capacity !== undefined, capacity ?? null, instant(now)];
  const [row] = await db.query<Row>(CHANGE, values);
  return row;
}
