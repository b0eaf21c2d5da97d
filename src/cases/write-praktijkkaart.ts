import { praktijkkaartOf } from '../language/praktijkkaart.ts';
import { readMunicipalityName } from '../reading/municipality-name.ts';
import type { CaseContext } from './context.ts';
import { chainAsked } from './describe-chain.ts';
import { knobsHere } from './knobs-here.ts';
import { type PlaceAsked, refuseUnknownPlace } from './municipality-asked.ts';

/**
 * The praktijkkaart of a chain in a municipality or a kern of it, as Markdown, with what region, municipality and kern
 * chose. @throws CaseError `not-found`, `invalid-input`.
 */
export async function writePraktijkkaart(
  context: CaseContext,
  id: string,
  { version, ...place }: PlaceAsked & { readonly version?: number | undefined },
): Promise<string> {
  const chain = chainAsked(id, version);
  await refuseUnknownPlace(context.directory, place);
  const { municipality, kern } = place;
  const name = await readMunicipalityName(context.db, municipality);
  const resolved = await knobsHere(context, chain, municipality, kern ?? null);
  const chosen = Object.entries(resolved).filter(([, { layer }]) => layer !== 'chain');
  const knobs = Object.fromEntries(chosen.map(([knob, { value }]) => [knob, value]));
  return praktijkkaartOf(chain, {
    municipality: name ?? municipality,
    ...(kern === undefined ? {} : { kern }),
    knobs,
  });
}
