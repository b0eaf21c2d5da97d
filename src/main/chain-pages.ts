import { join } from 'node:path';
import { currentDefinition, definitions } from '../chains/index.ts';
import { tableA5 } from '../chains/kansrijke-start/v1/rows.ts';
import { tableA3 } from '../chains/kngg/v1/rows.ts';
import { tableA1 } from '../chains/sociaal-verwijzen/v1/rows.ts';
import { tableA2 } from '../chains/vngg/v1/rows.ts';
import { tableA4 } from '../chains/valpreventie/v1/rows.ts';
import { chainPageOf } from '../language/chain-page.ts';
import type { RegionalTable } from '../language/chain-page-rows.ts';
import type { Journey } from '../../test/journeys/journey.ts';
import { kansrijkeStartJourneys } from '../../test/journeys/kansrijke-start.ts';
import { knggJourneys } from '../../test/journeys/kngg.ts';
import { sociaalVerwijzenJourneys } from '../../test/journeys/sociaal-verwijzen.ts';
import { vnggJourneys } from '../../test/journeys/vngg.ts';
import { valpreventieJourneys } from '../../test/journeys/valpreventie.ts';

/** The region's tables, and the journeys that play them. */
const tables: Readonly<Record<string, RegionalTable>> = {
  'sociaal-verwijzen': {
    title: 'Tabel a.1',
    rows: tableA1,
    file: 'test/journeys/sociaal-verwijzen.ts',
    playedIn: (step) => sociaalVerwijzenJourneys.filter((journey) => decides(journey, step)).map(({ name }) => name),
  },
  vngg: {
    title: 'Tabel a.2',
    rows: tableA2,
    file: 'test/journeys/vngg.ts',
    playedIn: (step) => vnggJourneys.filter((journey) => decides(journey, step)).map(({ name }) => name),
  },
  kngg: {
    title: 'Tabel a.3',
    rows: tableA3,
    file: 'test/journeys/kngg.ts',
    playedIn: (step) => knggJourneys.filter((journey) => decides(journey, step)).map(({ name }) => name),
  },
  valpreventie: {
    title: 'Tabel a.4',
    rows: tableA4,
    file: 'test/journeys/valpreventie.ts',
    playedIn: (step) => valpreventieJourneys.filter((journey) => decides(journey, step)).map(({ name }) => name),
  },
  'kansrijke-start': {
    title: 'Tabel a.5',
    rows: tableA5,
    file: 'test/journeys/kansrijke-start.ts',
    playedIn: (step) => kansrijkeStartJourneys.filter((journey) => decides(journey, step)).map(({ name }) => name),
  },
};

/** The page of every chain, by its path in this folder. */
export function chainPages(folder: string): readonly (readonly [path: string, page: string])[] {
  return Object.keys(definitions)
    .flatMap((id) => currentDefinition(id) ?? [])
    .map((chain) => [join(folder, `${chain.id}.md`), chainPageOf(chain, tables[chain.id])]);
}

/** One item of a step that stands open several times is decided as `doorverwijzing#visus`. */
function decides({ referral, steps }: Journey, step: string): boolean {
  if (referral.outcome !== undefined && referral.entry === step) return true;
  return steps.some(
    (each) => ('decides' in each && each.decides.split('#')[0] === step) || ('places' in each && each.places === step),
  );
}
