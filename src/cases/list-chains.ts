import { z } from 'zod';
import type { Subject } from '../access/subject.ts';
import { currentDefinition, definitions } from '../chains/index.ts';
import { keysOfCursor, type Page, pageOf } from '../reading/cursor.ts';
import { badCursor } from './list-cursor.ts';

export const chainsQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(500).optional(),
});

export interface ListedChain {
  readonly id: string;
  readonly label: string;
  readonly version: number;
  readonly published: boolean;
  /** Where the caller may start a referral, per role that the caller has; the first step of a role is its default. */
  readonly entries: Readonly<Record<string, readonly string[]>>;
}

/** The chains there are, each in the version that new cases start with. @throws CaseError for an unknown cursor. */
export function listChains({ roles }: Subject, { limit, cursor }: z.infer<typeof chainsQuery>): Page<ListedChain> {
  const chains = Object.keys(definitions).flatMap((id) => currentDefinition(id) ?? []);
  const rest = chains.slice(startAfter(cursor, chains));
  return pageOf(
    'chains',
    rest,
    limit,
    ({ id }) => [id],
    ({ id, label, version, published, entries }) => {
      const own = Object.entries(entries).filter(([role]) => roles.includes(role));
      return { id, label, version, published, entries: Object.fromEntries(own) };
    },
  );
}

function startAfter(cursor: string | undefined, chains: readonly { readonly id: string }[]): number {
  if (cursor === undefined) return 0;
  const [last] = keysOfCursor('chains', cursor) ?? [];
  const index = chains.findIndex(({ id }) => id === last);
  if (index === -1) throw badCursor();
  return index + 1;
}
