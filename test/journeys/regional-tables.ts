import { tableA5 } from '../../src/chains/kansrijke-start/v1/rows.ts';
import { tableA3 } from '../../src/chains/kngg/v1/rows.ts';
import { tableA1 } from '../../src/chains/sociaal-verwijzen/v1/rows.ts';
import { tableA4 } from '../../src/chains/valpreventie/v2/rows.ts';
import { tableA2 } from '../../src/chains/vngg/v1/rows.ts';
import type { RegionalRow } from '../../src/language/chain-page-rows.ts';
import type { Journey } from './journey.ts';
import { kansrijkeStartJourneys } from './kansrijke-start.ts';
import { knggJourneys } from './kngg.ts';
import { playInEngine } from './play-in-engine.ts';
import { sociaalVerwijzenJourneys } from './sociaal-verwijzen.ts';
import { MONDAY } from './start-case.ts';
import { valpreventieJourneys } from './valpreventie.ts';
import { vnggJourneys } from './vngg.ts';

/** A table of the region: the chain that was made from it, and the journeys that play that chain. */
export interface Regional {
  readonly chain: string;
  readonly title: string;
  readonly rows: readonly RegionalRow[];
  readonly journeys: readonly Journey[];
  /** Where the journeys stand. */
  readonly file: string;
}

export const regionalTables: readonly Regional[] = [
  regional('sociaal-verwijzen', 'Tabel a.1', tableA1, sociaalVerwijzenJourneys),
  regional('vngg', 'Tabel a.2', tableA2, vnggJourneys),
  regional('kngg', 'Tabel a.3', tableA3, knggJourneys),
  regional('valpreventie', 'Tabel a.4', tableA4, valpreventieJourneys),
  regional('kansrijke-start', 'Tabel a.5', tableA5, kansrijkeStartJourneys),
];

function regional(chain: string, title: string, rows: readonly RegionalRow[], journeys: readonly Journey[]): Regional {
  return { chain, title, rows, journeys, file: `test/journeys/${chain}.ts` };
}

/** Per `step.outcome` the names of the journeys that take it: what people decide, what they answer to an offer, and what rules do. */
export function takenIn(journeys: readonly Journey[]): ReadonlyMap<string, readonly string[]> {
  const taken = new Map<string, string[]>();
  for (const journey of journeys) {
    for (const fact of playInEngine(journey, MONDAY).facts) {
      if (fact.fact !== 'decided' && fact.fact !== 'ruled') continue;
      const names = taken.get(`${fact.step}.${fact.outcome}`) ?? [];
      taken.set(`${fact.step}.${fact.outcome}`, [...new Set([...names, journey.name])]);
    }
  }
  return taken;
}
