import type { NewVersion } from '../../engine/messages.ts';
import type { CaseState } from '../../engine/state.ts';
import type { AnyChain } from '../../language/define.ts';
import type { CaseContext } from '../context.ts';
import { knobsHere } from '../knobs-here.ts';

/** What a case gets with another version: what its place has set for that, and who fulfils the roles that are new. */
export async function versionHere(
  context: CaseContext,
  chain: AnyChain,
  next: AnyChain,
  { municipality, kern }: CaseState,
): Promise<NewVersion> {
  const roles = Object.keys(next.roles).filter((role) => !Object.hasOwn(chain.roles, role));
  const [knobs, parties] = await Promise.all([
    knobsHere(context, next, municipality, kern),
    roles.length === 0 ? {} : context.directory.partiesOf(next.id, roles, municipality, kern),
  ]);
  return { to: next.version, knobs, parties };
}
