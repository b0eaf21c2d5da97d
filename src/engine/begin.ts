import type { Fact, FactBody } from './facts.ts';
import { type CaseState, SCHEMA } from './state.ts';

export const NOTHING_WITHHELD: CaseState['withheld'] = { open: [], scheduled: [], seat: false };

/** A case as its first fact says that it begins. */
export function begin(fact: Fact & Extract<FactBody, { fact: 'started' }>): CaseState {
  return {
    schema: SCHEMA,
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
    ...(fact.steward === undefined ? {} : { steward: fact.steward }),
    parties: fact.parties,
    knobs: fact.knobs,
    consents: fact.consents,
    kept: {},
    rounds: {},
    contributors: [],
    worked: [],
    outcomes: {},
    decidedAt: {},
    taken: {},
    anchors: fact.anchors ?? {},
    marks: fact.marks ?? {},
    links: [],
    group: null,
    payer: null,
    suspensions: [],
    arrived: [],
    scheduled: [],
    happened: [],
    silenced: false,
    open: [],
    consentLost: false,
    withheld: NOTHING_WITHHELD,
    last: null,
  };
}
