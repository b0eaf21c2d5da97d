import { evolve } from './evolve.ts';
import type { Fact } from './facts.ts';
import { type CaseState, SCHEMA } from './state.ts';

/* States and facts of earlier builds live on: in running workflows, and in PostgreSQL. Each number has its way to the next. */

interface Numbered {
  readonly schema: number;
}

type Plain = Readonly<Record<string, unknown>>;

/** From schema n to n + 1. */
const steps: Readonly<Record<number, (state: Plain) => Plain>> = {
  // One step at a time, without branches, dates, pauses and groups.
  1: (state) => ({
    ...state,
    schema: 2,
    worked: [],
    outcomes: {},
    decidedAt: {},
    taken: {},
    anchors: {},
    marks: {},
    links: [],
    group: null,
    payer: null,
    suspensions: [],
    arrived: [],
    scheduled: [],
    happened: [],
    silenced: false,
    open: (state['open'] as readonly Plain[]).map((opened) => ({ ...opening1(opened), attempts: [] })),
  }),
  // Nobody claimed a step, consent was never withdrawn, nothing was taken back.
  2: (state) => ({
    ...state,
    schema: 3,
    consentLost: false,
    withheld: { open: [], scheduled: [], seat: false },
    last: null,
    open: (state['open'] as readonly Plain[]).map((opened) => ({ ...opened, assignee: null })),
  }),
};

function opening1(opened: Plain): Plain {
  return {
    ...opened,
    stage: 'open',
    branch: 'main',
    variant: {},
    accountable: { role: opened['role'], organisation: opened['organisation'] },
    notBefore: null,
    aim: null,
    moves: true,
    counts: 'days',
  };
}

/** A state as this build reads it. @throws for a number that no build has given out. */
export function migrate(state: CaseState | Numbered): CaseState {
  let current = state as unknown as Plain & Numbered;
  while (current.schema !== SCHEMA) {
    const step = steps[current.schema];
    if (step === undefined) throw new Error(`a state of schema ${current.schema} is not known here`);
    current = step(current) as Plain & Numbered;
  }
  return current as unknown as CaseState;
}

/** A fact as this build reads it: those of schema 1 say less. */
export function currentFact(fact: Fact): Fact {
  const old = fact as unknown as Plain;
  if (old['fact'] === 'opened' && old['branch'] === undefined) return opening1(old) as unknown as Fact;
  if (old['fact'] === 'decided' && old['stage'] === undefined) return { ...old, stage: 'open' } as unknown as Fact;
  return fact;
}

/** A case from its stored facts, of whatever build. @throws when they are not numbered 1..n. */
export function rebuildStored(facts: readonly Fact[]): CaseState {
  let state: CaseState | null = null;
  for (const fact of facts) state = evolve(state, currentFact(fact));
  if (state === null) throw new Error('a case without facts');
  return state;
}
