import type { Fact } from '../../engine/facts.ts';
import { type AnyChain, stepNamed, TRANSFER } from '../../language/define.ts';
import type { ExportBasis } from './export-request.ts';

const MONITORING = 'monitoring';

/**
 * Whether this case may be in a log on this ground. Who took back a consent, for the transfer or for monitoring, and did
 * not give it again is in none; on the ground of consent it must have been given for monitoring.
 */
export function mayGoOut(facts: readonly Fact[], basis: ExportBasis): boolean {
  const given = new Map<string, boolean>();
  for (const fact of facts) {
    if (fact.fact === 'started') for (const purpose of fact.consents) given.set(purpose, true);
    if (fact.fact === 'consented') for (const purpose of fact.purposes) given.set(purpose, true);
    if (fact.fact === 'agreed') given.set(fact.purpose, fact.given);
  }
  if (given.get(TRANSFER) === false || given.get(MONITORING) === false) return false;
  return basis !== 'toestemming' || given.get(MONITORING) === true;
}

/**
 * The facts that anybody may read. Confidential steps are not there. A case that fell silent, or whose own way led into
 * something confidential, stops before that: it looks like one that still stands where it stood.
 */
export function openly(chain: AnyChain, facts: readonly Fact[]): readonly Fact[] {
  const hidden = new Set(
    facts.flatMap((fact) => (fact.fact === 'opened' && isConfidential(chain, fact) ? [fact.openStep] : [])),
  );
  const isShown = (fact: Fact): boolean =>
    'openStep' in fact ? !hidden.has(fact.openStep) : !('step' in fact) || !isConfidentialStep(chain, fact.step);
  const stop = facts.find(
    (fact) =>
      fact.fact === 'silenced' ||
      (fact.fact === 'opened' && hidden.has(fact.openStep) && isDecided(fact, facts.filter(isShown))),
  );
  const end = stop === undefined ? undefined : facts.find((fact) => fact === stop || isSameCommand(fact, stop));
  return facts.filter((fact) => isShown(fact) && (end === undefined || fact.seq < end.seq));
}

function isConfidential(chain: AnyChain, opened: Extract<Fact, { fact: 'opened' }>): boolean {
  return opened.confidential === true || isConfidentialStep(chain, opened.step);
}

function isConfidentialStep(chain: AnyChain, id: string | undefined): boolean {
  const step = id === undefined ? undefined : stepNamed(chain, id);
  return step !== undefined && 'confidential' in step && step.confidential === true;
}

/** Opened by a choice that others would see, and not by a signal beside it. */
function isDecided(opened: Fact, shown: readonly Fact[]): boolean {
  return shown.some(
    (fact) =>
      (fact.fact === 'decided' || fact.fact === 'ruled' || fact.fact === 'elsewhere') && isSameCommand(fact, opened),
  );
}

function isSameCommand(fact: Fact, other: Fact): boolean {
  return fact.command !== null && fact.command === other.command;
}
