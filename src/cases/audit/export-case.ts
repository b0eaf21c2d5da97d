import type { LogCase, LogEvent } from '../../audit/export/log-shape.ts';
import { definitionOf } from '../../chains/index.ts';
import { localDateOf } from '../../engine/calendar/amsterdam.ts';
import { type Fact, type Holder, isAnswer } from '../../engine/facts.ts';
import type { ExportCase } from '../../reading/export-facts.ts';
import { namedNow } from '../look/chain-then.ts';
import { mayGoOut, openly, standing } from './export-facts-told.ts';
import type { ExportNames } from './export-names.ts';
import type { ExportRequest } from './export-request.ts';

/** Neither can be the name of a step's activity: the names of steps are written otherwise. */
export const BEGUN = 'traject.begonnen';
export const ENDED = 'traject.geeindigd';
/** What became of a step that nobody needed to do any more. */
const LAPSED = 'vervallen';

export interface Exported {
  readonly told: LogCase;
  /** The cases with which it is linked, whether these are in the log or not. */
  readonly links: readonly { readonly type: string; readonly case: string }[];
}

/** A case as a log tells it, without links; undefined where nothing of it may be told. */
export function exportedCase(
  { id, resident, chain, version, municipality }: ExportCase,
  facts: readonly Fact[],
  names: ExportNames,
  { basis, from, until }: Pick<ExportRequest, 'basis' | 'from' | 'until'>,
): Exported | undefined {
  const held = standing(facts);
  if (!mayGoOut(held, basis)) return undefined;
  const told = openly(definitionOf(chain, version), namedNow(held));
  const own = names.case(id);
  const events = eventsOf(told, own, names).filter(({ day }) => day >= from && day <= until);
  if (events.length === 0) return undefined;
  return {
    told: { id: own, person: names.person(resident), chain, municipality, linked: [], events },
    links: told.flatMap((fact) =>
      fact.fact === 'linked' && fact.case !== undefined ? [{ type: fact.type, case: fact.case }] : [],
    ),
  };
}

function eventsOf(facts: readonly Fact[], own: string, names: ExportNames): readonly LogEvent[] {
  const openings = new Map<string, Opened>();
  return facts.flatMap((fact) => {
    const event = eventOf(fact, openings, own);
    if (event === undefined) return [];
    const { organisation } = event;
    return [{ ...event, organisation: organisation === null ? null : names.organisation(organisation) }];
  });
}

interface Opened extends Holder {
  readonly step: string;
}

/** Undefined for what a log does not tell. The organisation is still the real one. */
function eventOf(fact: Fact, openings: Map<string, Opened>, own: string): LogEvent | undefined {
  const day = localDateOf(fact.at);
  const nobody: Holder & Pick<LogEvent, 'step'> = { role: '', organisation: null, step: null };
  const done = (activity: string, outcome: string | null, by: Holder & Pick<LogEvent, 'step'>): LogEvent => ({
    activity,
    day,
    lifecycle: 'complete',
    step: by.step,
    outcome,
    role: by.role === '' ? null : by.role,
    organisation: by.organisation,
  });
  switch (fact.fact) {
    case 'started':
      return done(BEGUN, null, { ...fact.actor, step: null });
    case 'elsewhere':
      return { ...done(fact.step, fact.outcome, nobody), day: fact.on };
    case 'opened': {
      if (openings.has(fact.openStep)) return undefined;
      const step = `${own}.${openings.size + 1}`;
      openings.set(fact.openStep, { role: fact.role, organisation: fact.organisation, step });
      return { ...done(fact.step, null, { ...fact, step }), lifecycle: 'start' };
    }
    case 'decided': {
      const by = { ...fact.actor, step: openings.get(fact.openStep)?.step ?? null };
      return isAnswer(fact)
        ? done(`${fact.step}.aanbod`, fact.outcome, { ...by, step: null })
        : done(fact.step, fact.outcome, by);
    }
    case 'lapsed': {
      const opened = openings.get(fact.openStep);
      return opened === undefined ? undefined : done(fact.step, LAPSED, opened);
    }
    case 'ruled':
      return done(fact.step, fact.outcome, nobody);
    case 'ended':
      return done(ENDED, fact.ending, nobody);
    case 'reminded':
    case 'late':
    case 'escalated':
    case 'expired':
    case 'attempted':
    case 'rescheduled':
    case 'scheduled':
    case 'unscheduled':
    case 'arrived':
    case 'joined':
    case 'restarted':
    case 'consented':
    case 'informed':
    case 'gap':
    case 'marked':
    case 'linked':
    case 'followed':
    case 'paid-by':
    case 'grouped':
    case 'ungrouped':
    case 'anchored':
    case 'paused':
    case 'resumed':
    case 'withdrawn':
    case 'happened':
    case 'assigned':
    case 'asked':
    case 'agreed':
    case 'withheld':
    case 'released':
    case 'corrected':
    case 'moved':
    case 'amended':
    case 'silenced':
      return undefined;
  }
}
