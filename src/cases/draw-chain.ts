import { diagramOf } from '../language/diagram.ts';
import type { CaseContext } from './context.ts';
import { chainAsked } from './describe-chain.ts';
import { refuseUnknownMunicipality } from './municipality-asked.ts';

/**
 * The Mermaid diagram of a chain. It shows every option of every switch, so a municipality is only checked.
 * @throws CaseError `not-found`, `invalid-input`.
 */
export async function drawChain(
  context: CaseContext,
  id: string,
  { municipality, version }: { readonly municipality?: string | undefined; readonly version?: number | undefined },
): Promise<string> {
  const chain = chainAsked(id, version);
  if (municipality !== undefined) await refuseUnknownMunicipality(context.directory, municipality);
  return diagramOf(chain);
}
