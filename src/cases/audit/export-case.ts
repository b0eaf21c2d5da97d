import type { LogCase } from '../../audit/export/log-shape.ts';
import { definitionOf } from '../../chains/index.ts';
import type { Fact } from '../../engine/facts.ts';
import type { ExportCase } from '../../reading/export-facts.ts';
import { namedNow } from '../look/chain-then.ts';
import { eventsOf } from './export-events.ts';
import { mayGoOut, openly } from './export-facts-told.ts';
import type { ExportNames } from './export-names.ts';
import type { ExportBasis, ExportPeriod } from './export-request.ts';
import { factsThatHold } from './story-facts.ts';

export interface Exported {
  readonly told: LogCase;
  /** The cases with which it is linked, by their real ids, whether these are in the log or not. */
  readonly links: readonly { readonly type: string; readonly case: string }[];
}

/** A case as a log tells it, without links; undefined where nothing of it may be told. */
export function exportedCase(
  { id, resident, chain, version, municipality }: ExportCase,
  facts: readonly Fact[],
  names: ExportNames,
  { basis, from, until }: ExportPeriod & { readonly basis: ExportBasis },
): Exported | undefined {
  const held = factsThatHold(facts);
  if (!mayGoOut(held, basis)) return undefined;
  const shown = openly(definitionOf(chain, version), namedNow(held));
  const own = names.case(id);
  const events = eventsOf(shown, own).filter(({ day }) => day >= from && day <= until);
  if (events.length === 0) return undefined;
  const named = events.map(({ organisation, ...event }) => ({
    ...event,
    organisation: organisation === null ? null : names.organisation(organisation),
  }));
  return {
    told: { id: own, person: names.person(resident), chain, municipality, linked: [], events: named },
    links: shown.flatMap((fact) =>
      fact.fact === 'linked' && fact.case !== undefined ? [{ type: fact.type, case: fact.case }] : [],
    ),
  };
}
