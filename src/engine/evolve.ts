import { COUPLING, TRANSFER } from '../language/define.ts';
import { begin, NOTHING_WITHHELD } from './begin.ts';
import { startOfLocalDay } from './calendar/amsterdam.ts';
import { isLocalDate } from './calendar/local-date.ts';
import { type Fact, type FactBody, isAnswer, type Opening, type Rung } from './facts.ts';
import { heard, linked, withoutPromise } from './evolve-links.ts';
import { reachesOthers } from './follow-ups.ts';
import { lastAfter } from './last.ts';
import { onVersion } from './on-version.ts';
import type { CaseState, OpenStep } from './state.ts';

/** The state after one more fact. Facts are all there is: folding them from the first rebuilds the case. */
export function evolve(state: CaseState | null, fact: Fact): CaseState {
  if (fact.fact === 'started') return begin(fact);
  if (state === null) throw new Error(`fact ${fact.seq} (${fact.fact}) comes before the start`);
  if (fact.seq !== state.seq + 1) throw new Error(`fact ${fact.seq} does not follow ${state.seq}`);
  // What counted in another case is not taken back here alone.
  const last = reachesOthers(state, fact) ? null : lastAfter(state.last, fact);
  return { ...change(state, fact), seq: fact.seq, last };
}

/** @throws when the facts are not numbered 1..n or do not begin with the start. */
export function rebuild(facts: readonly Fact[]): CaseState {
  let state: CaseState | null = null;
  for (const fact of facts) state = evolve(state, fact);
  if (state === null) throw new Error('a case without facts');
  return state;
}

function change(state: CaseState, fact: Exclude<Fact, { fact: 'started' }>): CaseState {
  switch (fact.fact) {
    case 'opened':
      return opened(state, fact);
    case 'decided':
      return decided(state, fact);
    case 'elsewhere':
      return {
        ...took(state, fact.step, fact.outcome, isLocalDate(fact.on) ? startOfLocalDay(fact.on) : fact.at),
        kept: { ...state.kept, ...fact.kept },
      };
    case 'ruled':
      return took(state, fact.step, fact.outcome, fact.at);
    case 'reminded':
      return mark(state, fact.openStep, { rung: fact.rung });
    case 'late':
    case 'expired':
      return mark(state, fact.openStep, { rung: fact.rung, late: true });
    case 'escalated':
      return mark(state, fact.openStep, { rung: fact.rung, late: true, escalations: fact.rung.count - 1 });
    case 'attempted': {
      const { on, channel, reached } = fact;
      const made = state.open.find((step) => step.id === fact.openStep)?.attempts ?? [];
      return mark(state, fact.openStep, { attempts: [...made, { on, channel, reached }] });
    }
    case 'rescheduled': {
      const { notBefore, aim, dueAt, moves, counts, rung, late } = fact;
      return mark(state, fact.openStep, { notBefore, aim, dueAt, moves, counts, rung, late });
    }
    case 'lapsed':
      return lapsed(state, fact.openStep);
    case 'scheduled': {
      const { key, step, opensAt, moves, index } = fact;
      const scheduled = [...without(state, key), { key, step, opensAt, moves, index }];
      return { ...state, scheduled, suspensions: (fact.held === true ? hold : letGo)(state.suspensions, key) };
    }
    case 'unscheduled':
      return unscheduled(state, fact.key);
    case 'arrived': {
      const { step, branch, variant } = fact;
      return { ...state, arrived: [...state.arrived, { step, branch, variant }] };
    }
    case 'joined':
      return { ...state, arrived: state.arrived.filter((arrival) => arrival.step !== fact.step) };
    case 'restarted': {
      const at = state.decidedAt[fact.step];
      return { ...state, kept: {}, outcomes: {}, decidedAt: at === undefined ? {} : { [fact.step]: at } };
    }
    case 'consented':
      return {
        ...state,
        consents: [...new Set([...state.consents, ...fact.purposes])],
        consentLost: state.consentLost && !fact.purposes.includes(TRANSFER),
      };
    case 'informed':
    case 'gap':
      return state;
    case 'marked': {
      const count = (state.marks[fact.mark]?.count ?? 0) + 1;
      return { ...state, marks: { ...state.marks, [fact.mark]: { count, last: fact.on } } };
    }
    case 'linked':
      return { ...state, links: linked(state.links, fact) };
    case 'followed':
      return { ...state, links: heard(state.links, fact) };
    case 'paid-by': {
      const { payer, basis, version, validFrom } = fact;
      return { ...state, payer: { payer, basis, version, validFrom } };
    }
    case 'grouped':
      return { ...state, group: fact.group, parties: { ...state.parties, [fact.leads]: fact.organisation } };
    case 'ungrouped':
      return { ...state, group: null };
    case 'anchored':
      return { ...state, anchors: withDates(state.anchors, fact.anchors) };
    case 'paused': {
      const holds = [...state.open.map(({ id }) => id), ...state.scheduled.map(({ key }) => key)];
      const link = fact.link === undefined ? {} : { link: fact.link };
      const suspension = { from: fact.at, untilAt: fact.untilAt, reason: fact.reason, to: null, holds, ...link };
      return { ...state, status: 'paused', suspensions: [...state.suspensions, suspension] };
    }
    case 'resumed':
      return { ...state, status: 'open', suspensions: closed(state.suspensions, fact.at) };
    case 'withdrawn':
      return state;
    case 'happened':
      return { ...state, happened: [...state.happened, fact.event] };
    case 'assigned': {
      const { organisation, practitioner, accountable } = fact;
      const changed = mark(state, fact.openStep, { organisation, accountable, assignee: practitioner });
      return { ...changed, parties: partiesAfter(state, fact) };
    }
    case 'moved':
      return onVersion(state, fact);
    case 'asked':
    case 'amended':
      return state;
    case 'agreed': {
      const others = state.consents.filter((purpose) => purpose !== fact.purpose);
      return {
        ...state,
        consents: fact.given ? [...others, fact.purpose] : others,
        consentLost: fact.purpose === TRANSFER ? !fact.given : state.consentLost,
      };
    }
    case 'withheld':
      return withheld(state, fact);
    case 'released':
      return { ...state, withheld: NOTHING_WITHHELD };
    case 'corrected':
      return { ...state, ...restored(fact) };
    case 'silenced':
      return { ...state, silenced: true, arrived: [], scheduled: [], withheld: NOTHING_WITHHELD };
    case 'ended':
      return {
        ...state,
        status: 'ended',
        ending: fact.ending,
        endedAt: fact.at,
        open: [],
        arrived: [],
        scheduled: [],
        withheld: NOTHING_WITHHELD,
        suspensions: closed(state.suspensions, fact.at),
      };
  }
}

/** Parts of a state that an earlier state had: the engine wrote them there itself. */
function restored({ restores }: Extract<FactBody, { fact: 'corrected' }>): Partial<CaseState> {
  return restores as Partial<CaseState>;
}

/** What rests on consent stops; a seat that was given back stays given back. */
function withheld(state: CaseState, fact: Extract<FactBody, { fact: 'withheld' }>): CaseState {
  const stops = ({ id }: OpenStep): boolean => fact.openSteps.includes(id);
  const waits = ({ key }: CaseState['scheduled'][number]): boolean => fact.scheduled.includes(key);
  return {
    ...state,
    open: state.open.filter((step) => !stops(step)),
    scheduled: state.scheduled.filter((each) => !waits(each)),
    withheld: {
      open: [...state.withheld.open, ...state.open.filter(stops)],
      scheduled: [...state.withheld.scheduled, ...state.scheduled.filter(waits)],
      seat: state.withheld.seat || fact.seat === true,
    },
  };
}

/** What is needless is so too where it only waits for consent. */
function lapsed(state: CaseState, id: string): CaseState {
  const others = (steps: readonly OpenStep[]): readonly OpenStep[] => steps.filter((step) => step.id !== id);
  return { ...state, open: others(state.open), withheld: { ...state.withheld, open: others(state.withheld.open) } };
}

function unscheduled(state: CaseState, key: string): CaseState {
  const scheduled = state.withheld.scheduled.filter((each) => each.key !== key);
  return { ...state, scheduled: without(state, key), withheld: { ...state.withheld, scheduled } };
}

/** Another organisation fulfils the role from now on; of what is only offered, once it takes that on. */
function partiesAfter(
  { parties, open }: CaseState,
  { openStep, role, organisation }: Extract<FactBody, { fact: 'assigned' }>,
): CaseState['parties'] {
  const opening = open.find(({ id }) => id === openStep);
  const stays = opening === undefined || opening.organisation === organisation || opening.stage === 'offered';
  return stays || organisation === null ? parties : { ...parties, [role]: organisation };
}

function closed(suspensions: CaseState['suspensions'], at: number): CaseState['suspensions'] {
  return suspensions.map((each) => (each.to === null ? { ...each, to: at, holds: [] } : each));
}

/** What is scheduled anew during a pause is no longer what the pause found. */
function letGo(suspensions: CaseState['suspensions'], key: string): CaseState['suspensions'] {
  return suspensions.map((each) =>
    each.holds.includes(key) ? { ...each, holds: each.holds.filter((id) => id !== key) } : each,
  );
}

function hold(suspensions: CaseState['suspensions'], id: string): CaseState['suspensions'] {
  return suspensions.map((each) => (each.to === null ? { ...each, holds: [...each.holds, id] } : each));
}

/** An empty date takes the anchor away again. */
function withDates(anchors: CaseState['anchors'], dates: CaseState['anchors']): CaseState['anchors'] {
  return Object.fromEntries(Object.entries({ ...anchors, ...dates }).filter(([, date]) => date !== ''));
}

function opened(state: CaseState, fact: Fact & Opening & { readonly fact: 'opened' }): CaseState {
  const { fact: _fact, seq: _seq, at, command: _command, openStep, held, ...opening } = fact;
  const step: OpenStep = {
    ...opening,
    id: openStep,
    openedAt: at,
    late: false,
    escalations: 0,
    attempts: [],
    assignee: null,
  };
  return {
    ...state,
    rounds: { ...state.rounds, [step.step]: step.round },
    open: [...state.open, step],
    suspensions: held === true ? hold(state.suspensions, step.id) : state.suspensions,
  };
}

function decided(state: CaseState, fact: Fact & Extract<FactBody, { fact: 'decided' }>): CaseState {
  const { organisation, role } = fact.actor;
  const known = organisation === null || state.contributors.includes(organisation);
  const done = isAnswer(fact) ? state : took(state, fact.step, fact.outcome, fact.at);
  const opening = state.open.find(({ id }) => id === fact.openStep);
  return {
    ...done,
    kept: { ...state.kept, ...fact.kept },
    parties: opening !== undefined && takesOn(opening, fact) ? withReceiver(state, opening) : state.parties,
    contributors: known ? state.contributors : [...state.contributors, organisation],
    worked: fact.outcome === 'geweigerd' || state.worked.includes(role) ? state.worked : [...state.worked, role],
    open: state.open.filter((step) => step.id !== fact.openStep),
    links: fact.step === COUPLING ? withoutPromise(state.links, opening) : state.links,
  };
}

/** Who takes an offer on fulfils its role in this case from now on. */
function takesOn(
  { stage, organisation, from }: OpenStep,
  { outcome, actor }: Extract<FactBody, { fact: 'decided' }>,
): boolean {
  const refuses = outcome === 'geweigerd' || outcome === 'omleiden';
  const sends = actor.role === from?.role && actor.organisation === from.organisation;
  return stage === 'offered' && !refuses && !sends && organisation !== null && actor.organisation === organisation;
}

function withReceiver({ parties }: CaseState, { role, organisation }: OpenStep): CaseState['parties'] {
  return organisation === null ? parties : { ...parties, [role]: organisation };
}

function took(state: CaseState, step: string, outcome: string, at: number): CaseState {
  const name = `${step}.${outcome}`;
  return {
    ...state,
    outcomes: { ...state.outcomes, [step]: outcome },
    decidedAt: { ...state.decidedAt, [step]: at },
    taken: { ...state.taken, [name]: (state.taken[name] ?? 0) + 1 },
  };
}

function without(state: CaseState, key: string): CaseState['scheduled'] {
  return state.scheduled.filter((each) => each.key !== key);
}

function mark(state: CaseState, id: string, change: Partial<OpenStep> & { readonly rung?: Rung }): CaseState {
  return { ...state, open: state.open.map((step) => (step.id === id ? { ...step, ...change } : step)) };
}
