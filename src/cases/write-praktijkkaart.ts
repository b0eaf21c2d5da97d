import { resolveKnobs } from '../language/knobs.ts';
import { praktijkkaartOf } from '../language/praktijkkaart.ts';
import { readKnobs } from '../reading/knobs.ts';
import { readMunicipalityName } from '../reading/municipality-name.ts';
import type { CaseContext } from './context.ts';
import { currentChain } from './describe-chain.ts';
import { refuseUnknownMunicipality } from './municipality-asked.ts';

/**
 * The praktijkkaart of a chain in a municipality, as Markdown, with what the region and the municipality chose.
 * @throws CaseError `not-found`, `invalid-input`.
 */
export async function writePraktijkkaart(context: CaseContext, id: string, municipality: string): Promise<string> {
  const chain = currentChain(id);
  await refuseUnknownMunicipality(context.directory, municipality);
  const name = await readMunicipalityName(context.db, municipality);
  const resolved = resolveKnobs(chain, await readKnobs(context.db, id, municipality, null));
  const chosen = Object.entries(resolved).filter(([, { layer }]) => layer !== 'chain');
  const knobs = Object.fromEntries(chosen.map(([knob, { value }]) => [knob, value]));
  return praktijkkaartOf(chain, { municipality: name ?? municipality, knobs });
}
