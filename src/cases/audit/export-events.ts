import type { LogEvent } from '../../audit/export/log-shape.ts';
import { localDateOf } from '../../engine/calendar/amsterdam.ts';
import { type Fact, type Holder, isAnswer } from '../../engine/facts.ts';

/** None of these can be the name of a step: such a name has no full stop. */
export const BEGUN = 'traject.begonnen';
export const ENDED = 'traject.geeindigd';
const OFFERED = 'aanbod';
/** What became of a step that nobody needed to do any more. */
const LAPSED = 'vervallen';

/** Who did it, and in which opening of a step; nulls where a rule or somebody outside did. */
type By = Pick<LogEvent, 'role' | 'organisation' | 'step'>;
type Opened = By & { readonly activity: string };
const NOBODY: By = { role: null, organisation: null, step: null };

/** The openings of one case, by their ids: all that there were, and those that stand open. */
interface Openings {
  readonly all: Map<string, Opened>;
  readonly open: Map<string, Opened>;
}

/**
 * What a log tells of facts that hold and may be read. `own` is the name of the case in the log; organisations still
 * have their real ids. Every opening begins once, and ends once if it did.
 */
export function eventsOf(facts: readonly Fact[], own: string): readonly LogEvent[] {
  const openings: Openings = { all: new Map(), open: new Map() };
  return facts.flatMap((fact) => eventsOfFact(fact, openings, own));
}

function eventsOfFact(fact: Fact, { all, open }: Openings, own: string): readonly LogEvent[] {
  const day = localDateOf(fact.at);
  const done = (activity: string, outcome: string | null, { role, organisation, step }: By): LogEvent => ({
    activity,
    day,
    lifecycle: 'complete',
    step,
    outcome,
    role,
    organisation,
  });
  switch (fact.fact) {
    case 'started':
      return [done(BEGUN, null, by(fact.actor, null))];
    case 'elsewhere':
      return [{ ...done(fact.step, fact.outcome, NOBODY), day: fact.on }];
    case 'ruled':
      return [done(fact.step, fact.outcome, NOBODY)];
    case 'opened': {
      if (all.has(fact.openStep)) return [];
      const opened = { ...by(fact, `${own}.${all.size + 1}`), activity: fact.step };
      all.set(fact.openStep, opened);
      open.set(fact.openStep, opened);
      return [{ ...done(fact.step, null, opened), lifecycle: 'start' }];
    }
    case 'decided': {
      if (isAnswer(fact)) return [done(`${fact.step}.${OFFERED}`, fact.outcome, by(fact.actor, null))];
      open.delete(fact.openStep);
      return [done(fact.step, fact.outcome, by(fact.actor, all.get(fact.openStep)?.step ?? null))];
    }
    case 'lapsed': {
      const opened = open.get(fact.openStep);
      open.delete(fact.openStep);
      return opened === undefined ? [] : [done(opened.activity, LAPSED, opened)];
    }
    case 'ended': {
      const left = [...open.values()].map((opened) => done(opened.activity, LAPSED, opened));
      open.clear();
      return [...left, done(ENDED, fact.ending, NOBODY)];
    }
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
      return [];
  }
}

function by({ role, organisation }: Holder, step: string | null): By {
  return { role, organisation, step };
}
