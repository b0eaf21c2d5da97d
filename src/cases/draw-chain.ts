import { diagramOf } from '../language/diagram.ts';
import type { CaseContext } from './context.ts';
import { currentChain } from './describe-chain.ts';
import { refuseUnknownMunicipality } from './municipality-asked.ts';

/**
 * The Mermaid diagram of a chain. It shows every option of every switch, so a municipality is only checked.
 * @throws CaseError `not-found`, `invalid-input`.
 */
export async function drawChain(context: CaseContext, id: string, municipality: string | undefined): Promise<string> {
  const chain = currentChain(id);
  if (municipality !== undefined) await refuseUnknownMunicipality(context.directory, municipality);
  return diagramOf(chain);
}
