import { join } from 'node:path';
import { currentDefinition, definitions } from '../chains/index.ts';
import { chainPageOf } from '../language/chain-page.ts';
import type { RegionalTable } from '../language/chain-page-rows.ts';
import { type Regional, regionalTables, takenIn } from '../../test/journeys/regional-tables.ts';

/** The page of every chain, by its path in this folder. */
export function chainPages(folder: string): readonly (readonly [path: string, page: string])[] {
  return Object.keys(definitions)
    .flatMap((id) => currentDefinition(id) ?? [])
    .map((chain) => [join(folder, `${chain.id}.md`), chainPageOf(chain, tableOf(chain.id))]);
}

function tableOf(chain: string): RegionalTable | undefined {
  const found = regionalTables.find((each) => each.chain === chain);
  return found === undefined ? undefined : withJourneys(found);
}

/** The table with the names of the journeys that take each outcome. */
export function withJourneys({ title, rows, file, journeys }: Regional): RegionalTable {
  const taken = takenIn(journeys);
  return { title, rows, file, takenIn: (step, outcome) => taken.get(`${step}.${outcome}`) ?? [] };
}
