import { phasesOfPlaces } from '../language/define.ts';
import { variantOf } from '../language/variant.ts';
import type { CaseContext } from './context.ts';
import { chainAsked, describeChain } from './describe-chain.ts';
import { knobsHere } from './knobs-here.ts';
import { placeAsked, refuseUnknownPlace } from './municipality-asked.ts';

/** How far a chain can be in a place. */
export const placePhases: readonly string[] = Object.keys(phasesOfPlaces);

interface Asked {
  readonly version?: number | undefined;
  readonly municipality?: string | undefined;
  readonly kern?: string | undefined;
}

/**
 * A chain as callers read it, and where a place is named what differs there from the chain itself.
 * @throws CaseError `not-found`, `invalid-input`.
 */
export async function describeChainAt(
  context: CaseContext,
  id: string,
  { version, municipality, kern }: Asked,
): Promise<object> {
  const described = describeChain(id, version);
  const place = await placeAsked(context.directory, { municipality, kern });
  if (place === undefined) return described;
  await refuseUnknownPlace(context.directory, place);
  const chain = chainAsked(id, version);
  const where = { municipality: place.municipality, kern: place.kern ?? null };
  const variant = variantOf(chain, await knobsHere(context, chain, where.municipality, where.kern));
  return { ...described, variant: { ...where, ...variant } };
}
