import { type AnyChain, commonSteps } from '../language/define.ts';
import { accountableOf, type CaseState, type OpenStep } from './state.ts';

/**
 * Beyond the consent step, or with another organisation than the one that referred. What every chain has stays with
 * whoever is accountable; what is confidential stays where it is.
 */
export function restsOnConsent(
  chain: AnyChain,
  state: CaseState,
  { step, organisation, confidential }: Pick<OpenStep, 'step' | 'organisation' | 'confidential'>,
): boolean {
  if (chain.afterConsent.includes(step)) return true;
  if (organisation === null || organisation === state.referrer.organisation) return false;
  if (!Object.hasOwn(commonSteps, step)) return true;
  return confidential !== true && organisation !== accountableOf(state)?.organisation;
}
