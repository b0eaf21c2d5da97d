import type { Directory, Fulfils } from '../access/directory.ts';
import type { CaseState, OpenStep } from '../engine/state.ts';
import { commonSteps, TRANSFER } from '../language/define.ts';

/** Where a case is. */
export interface Near {
  readonly municipality: string;
  readonly kern: string | null;
}

/** Who fulfils one of these roles anywhere in the region, each organisation once; what is near goes first. */
export async function candidatesFor(
  directory: Directory,
  chain: string,
  roles: readonly string[],
  near?: Near,
): Promise<readonly Fulfils[]> {
  const all = (await directory.whoFulfils(chain, roles)).toSorted(
    (a, b) =>
      farness(a, near) - farness(b, near) ||
      a.municipality.localeCompare(b.municipality) ||
      a.name.localeCompare(b.name),
  );
  return all.filter(({ organisation }, index) => all.findIndex((each) => each.organisation === organisation) === index);
}

/**
 * To whom an open step can go instead of where it is: the organisations that fulfil its role. What every chain has, such
 * as a question, belongs to who holds it.
 */
export async function takersOf(
  directory: Directory,
  state: Pick<CaseState, 'chain' | 'municipality' | 'kern'>,
  { step, role, organisation, confidential }: Pick<OpenStep, 'step' | 'role' | 'organisation' | 'confidential'>,
): Promise<readonly Fulfils[]> {
  if (Object.hasOwn(commonSteps, step) || confidential === true) return [];
  const all = await candidatesFor(directory, state.chain, [role], state);
  return all.filter((each) => each.organisation !== organisation);
}

/** Another organisation than the one that referred, or than the caller's own, takes part by consent of the resident. */
export function mayGoTo(
  { referrer, consents }: Pick<CaseState, 'referrer' | 'consents'>,
  subject: { readonly organisation: string | null },
  organisation: string,
): boolean {
  return [referrer.organisation, subject.organisation].includes(organisation) || consents.includes(TRANSFER);
}

function farness({ municipality, kern }: Fulfils, near: Near | undefined): number {
  if (near === undefined || municipality !== near.municipality) return 2;
  return kern !== null && kern === near.kern ? 0 : 1;
}
