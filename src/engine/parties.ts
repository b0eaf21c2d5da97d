import type { Holder } from './facts.ts';
import type { Actor } from './messages.ts';

/** Who asks: every role that this person has in this organisation. */
export interface Party {
  readonly roles: readonly string[];
  readonly organisation: string | null;
  /** The municipality that a ketencoordinator is bound to. */
  readonly municipality?: string | null;
}

export const COORDINATOR = 'ketencoordinator';

/** The role under which this person is one of these; undefined when not. */
export function roleAmong(parties: readonly Holder[], { roles, organisation }: Party): string | undefined {
  if (organisation === null) return undefined;
  return parties.find((each) => each.organisation === organisation && roles.includes(each.role))?.role;
}

/** An actor as the party it stands for. */
export function partyOf({ role, organisation }: Actor): Party {
  return { roles: [role], organisation };
}

export function mayAct(parties: readonly Holder[], actor: Actor): boolean {
  return roleAmong(parties, partyOf(actor)) !== undefined;
}
