import { versionOf } from '../chains/index.ts';
import { apply } from '../engine/apply.ts';
import type { Command } from '../engine/messages.ts';
import { Refused } from '../engine/refused.ts';
import type { CaseState } from '../engine/state.ts';
import { type AnyChain, reasonsOf } from '../language/define.ts';
import { CaseError } from './case-error.ts';

/** What helps to say what is wrong: what the rule proposed, and the field that the case will not take. */
export interface Blame {
  readonly proposed?: string | undefined;
  readonly pointer?: string;
  /** What is possible instead. */
  readonly allowed?: readonly unknown[];
}

/**
 * What the case would say to this command as it is known here: a refusal now costs nothing and uses up no key.
 * @throws CaseError when it would be refused.
 */
export function rehearse(
  chain: AnyChain,
  state: CaseState | null,
  caseId: string,
  command: Command,
  now: number,
  blame: () => Blame,
): void {
  try {
    apply(chain, state, caseId, command, now, (version) => versionOf(chain.id, version));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw refusalOf(error, chain, blame());
  }
}

/** A refusal of the engine in the words of the API, pointing at what caused it. */
export function refusalOf(refused: Pick<Refused, 'code' | 'message'>, chain: AnyChain, blame: Blame): CaseError {
  const allowed = blame.allowed === undefined ? {} : { allowed: blame.allowed };
  switch (refused.code) {
    case 'reason-required': {
      const { proposed } = blame;
      const detail =
        proposed === undefined
          ? 'Geef bij deze keuze een reden uit de lijst.'
          : `Het voorstel is ${proposed}. Geef een reden als u anders kiest.`;
      return new CaseError(refused.code, refused.message, {
        errors: [{ pointer: '/reason', detail }],
        allowed: reasonsAllowed(chain, proposed === undefined ? 'stop' : 'override'),
        ...(proposed === undefined ? {} : { proposed }),
      });
    }
    case 'invalid-input':
      return new CaseError(refused.code, refused.message, {
        errors: [{ pointer: blame.pointer ?? '', detail: refused.message }],
        ...allowed,
      });
    case 'consent-missing':
    case 'ended':
    case 'forbidden':
    case 'not-allowed-now':
      return new CaseError(refused.code, refused.message, allowed);
  }
}

/** Reasons to depart from a proposal are those that some step of the chain names for it; the others are to stop or refuse. */
function reasonsAllowed(
  chain: AnyChain,
  why: 'any' | 'override' | 'stop' = 'any',
): readonly { readonly reason: string; readonly label: string }[] {
  const steps = Object.values(chain.steps);
  const overriding = new Set(
    steps.flatMap((step) => (step.kind === 'assess' && step.override !== undefined ? [step.override.reason] : [])),
  );
  return Object.entries(reasonsOf(chain))
    .filter(([code]) => why === 'any' || overriding.has(code) === (why === 'override'))
    .map(([code, label]) => ({ reason: code, label }));
}

/** @throws CaseError when the reason is none of this chain. */
export function insistOnReason(chain: AnyChain, code: string | undefined): void {
  if (code === undefined || Object.hasOwn(reasonsOf(chain), code)) return;
  throw new CaseError('invalid-input', 'Deze reden is niet bekend in deze keten.', {
    errors: [{ pointer: '/reason/code', detail: `Kies uit: ${Object.keys(reasonsOf(chain)).join(', ')}.` }],
    allowed: reasonsAllowed(chain),
  });
}
