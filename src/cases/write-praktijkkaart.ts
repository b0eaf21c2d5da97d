import { praktijkkaartOf } from '../language/praktijkkaart.ts';
import { readMunicipalityName } from '../reading/municipality-name.ts';
import type { CaseContext } from './context.ts';
import { currentChain } from './describe-chain.ts';
import { refuseUnknownMunicipality } from './municipality-asked.ts';

/** The praktijkkaart of a chain in a municipality, as Markdown. @throws CaseError `not-found`, `invalid-input`. */
export async function writePraktijkkaart(context: CaseContext, id: string, municipality: string): Promise<string> {
  const chain = currentChain(id);
  await refuseUnknownMunicipality(context.directory, municipality);
  const name = await readMunicipalityName(context.db, municipality);
  return praktijkkaartOf(chain, { municipality: name ?? municipality });
}
