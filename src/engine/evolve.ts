import type { Fact, FactBody, Rung } from './messages.ts';
import type { CaseState, OpenStep } from './state.ts';

/** The state after one more fact. Facts are all there is: folding them from the first rebuilds the case. */
export function evolve(state: CaseState | null, fact: Fact): CaseState {
  if (fact.fact === 'started') return begin(fact);
  if (state === null) throw new Error(`fact ${fact.seq} (${fact.fact}) comes before the start`);
  if (fact.seq !== state.seq + 1) throw new Error(`fact ${fact.seq} does not follow ${state.seq}`);
  return { ...change(state, fact), seq: fact.seq };
}

/** @throws when the facts are not numbered 1..n or do not begin with the start. */
export function rebuild(facts: readonly Fact[]): CaseState {
  let state: CaseState | null = null;
  for (const fact of facts) state = evolve(state, fact);
  if (state === null) throw new Error('a case without facts');
  return state;
}

function begin(fact: Fact & Extract<FactBody, { fact: 'started' }>): CaseState {
  return {
    schema: 1,
    case: fact.case,
    chain: fact.chain,
    version: fact.version,
    municipality: fact.municipality,
    kern: fact.kern,
    seq: fact.seq,
    status: 'open',
    ending: null,
    startedAt: fact.at,
    endedAt: null,
    referrer: fact.actor,
    parties: fact.parties,
    knobs: fact.knobs,
    consents: fact.consents,
    kept: {},
    rounds: {},
    contributors: [],
    open: [],
  };
}

function change(state: CaseState, fact: Exclude<Fact, { fact: 'started' }>): CaseState {
  switch (fact.fact) {
    case 'opened': {
      const { step, round, role, organisation, dueAt, rung } = fact;
      const opened: OpenStep = {
        id: fact.openStep,
        step,
        round,
        role,
        organisation,
        openedAt: fact.at,
        dueAt,
        rung,
        late: false,
        escalations: 0,
      };
      return { ...state, rounds: { ...state.rounds, [step]: round }, open: [...state.open, opened] };
    }
    case 'decided': {
      const organisation = fact.actor.organisation;
      const known = organisation === null || state.contributors.includes(organisation);
      return {
        ...state,
        kept: { ...state.kept, ...fact.kept },
        contributors: known ? state.contributors : [...state.contributors, organisation],
        open: state.open.filter((step) => step.id !== fact.openStep),
      };
    }
    case 'reminded':
      return climb(state, fact.openStep, fact.rung, {});
    case 'late':
      return climb(state, fact.openStep, fact.rung, { late: true });
    case 'escalated':
      return climb(state, fact.openStep, fact.rung, { late: true, escalations: fact.rung.count - 1 });
    case 'consented':
      return { ...state, consents: [...new Set([...state.consents, ...fact.purposes])] };
    case 'informed':
    case 'gap':
      return state;
    case 'ended':
      return { ...state, status: 'ended', ending: fact.ending, endedAt: fact.at, open: [] };
  }
}

function climb(state: CaseState, id: string, rung: Rung, mark: Partial<OpenStep>): CaseState {
  return { ...state, open: state.open.map((step) => (step.id === id ? { ...step, ...mark, rung } : step)) };
}
