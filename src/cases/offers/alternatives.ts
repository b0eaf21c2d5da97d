import type { Actor } from '../../engine/messages.ts';
import { rolesOf } from '../../language/targets.ts';
import { type AnyChain, stepNamed } from '../../language/define.ts';
import { readOffersOf, type Room } from '../../reading/offers.ts';
import { candidatesFor, type Near } from '../candidates.ts';
import type { CaseContext } from '../context.ts';
import { measure, type MeasuredWait, type Suppressed } from './waiting.ts';

/** An organisation that could take on what came back. */
export interface Alternative {
  readonly organisation: string;
  readonly name: string;
  readonly municipality: string;
  readonly kern: string | null;
  /** Its own word; null where it says nothing. */
  readonly room: Room | null;
  readonly waiting: MeasuredWait | Suppressed;
}

/** Who did not take on an offer, when, and with which reason. */
export interface Declined extends Actor {
  readonly organisationName: string | null;
  readonly at: string;
  readonly reason: string | null;
  readonly label: string | null;
}

const ORDER: readonly (Room | null)[] = ['ja', null, 'wachtlijst', 'nee'];

/**
 * Who else fulfils the role of a step, best first: who says that there is room, then who is near. `not`: the
 * organisations that were asked already.
 */
export async function alternativesFor(
  context: Pick<CaseContext, 'db' | 'clock' | 'directory'>,
  chain: AnyChain,
  step: string,
  near: Near,
  not: readonly string[],
): Promise<readonly Alternative[]> {
  const asked = stepNamed(chain, step);
  const roles = asked === undefined ? [] : rolesOf(asked);
  const all = await candidatesFor(context.directory, chain.id, roles, near);
  const candidates = all.filter(({ organisation }) => !not.includes(organisation));
  const [role = ''] = roles;
  const takers = candidates.map(({ organisation }) => ({ role, organisation }));
  const [offers, measured] = await Promise.all([
    readOffersOf(
      context.db,
      chain.id,
      roles,
      takers.map(({ organisation }) => organisation),
    ),
    measure(context, chain.id, takers),
  ]);
  const found = candidates.map(({ organisation, name, municipality, kern }) => {
    const rooms = offers.filter((each) => each.organisation === organisation).map(({ room }) => room);
    const room = ORDER.find((each) => each !== null && rooms.includes(each)) ?? null;
    return { organisation, name, municipality, kern, room, waiting: measured({ role, organisation }).waiting };
  });
  return found.toSorted((a, b) => ORDER.indexOf(a.room) - ORDER.indexOf(b.room));
}
