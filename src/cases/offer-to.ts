import type { Directory } from '../access/directory.ts';
import { rolesOf } from '../language/targets.ts';
import { type AnyChain, type HandoffStep, stepNamed } from '../language/define.ts';
import { candidatesFor } from './candidates.ts';
import { CaseError } from './case-error.ts';

/**
 * Insists that an organisation fulfils the role of the step that is offered to it, anywhere in the region.
 * @throws CaseError `invalid-input` with the organisations that can be chosen, or with none where nothing is offered.
 */
export async function insistOnReceiver(
  directory: Directory,
  chain: AnyChain,
  step: string,
  outcome: string,
  organisation: string,
): Promise<void> {
  const offered = offeredBy(chain, step, outcome);
  const candidates = offered === undefined ? [] : await candidatesFor(directory, chain.id, rolesOf(offered));
  if (candidates.some((each) => each.organisation === organisation)) return;
  const detail =
    offered === undefined
      ? 'Bij deze keuze kan geen organisatie worden gekozen. Laat to weg.'
      : 'Deze organisatie doet dit niet in deze keten. Kies een organisatie uit allowed.';
  throw new CaseError('invalid-input', 'De organisatie kan hier niet worden gekozen.', {
    errors: [{ pointer: offered === undefined ? '/to' : '/to/organisation', detail }],
    allowed: candidates,
  });
}

/** The hand-off that goes to someone with this outcome: the step itself when it is offered again, else where it leads. */
function offeredBy(chain: AnyChain, step: string, outcome: string): HandoffStep | undefined {
  const from = stepNamed(chain, step);
  if (from === undefined) return undefined;
  if (outcome === 'omleiden') return from.kind === 'handoff' ? from : undefined;
  const target = Object.hasOwn(from.outcomes, outcome) ? from.outcomes[outcome]?.to : undefined;
  const next = typeof target === 'string' ? stepNamed(chain, target) : undefined;
  return next?.kind === 'handoff' ? next : undefined;
}
