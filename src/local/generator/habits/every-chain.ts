import type { Habits } from '../habits.ts';
import { kansrijkeStart } from './kansrijke-start.ts';
import { kngg } from './kngg.ts';
import { sociaalVerwijzen } from './sociaal-verwijzen.ts';
import { valpreventie } from './valpreventie.ts';
import { vngg } from './vngg.ts';

/** How people work in each of the five chains. */
export const habitsOfChains: readonly Habits[] = [sociaalVerwijzen, vngg, kngg, valpreventie, kansrijkeStart];

/** @throws RangeError for a chain of which nothing is known. */
export function habitsOf(chain: string): Habits {
  const found = habitsOfChains.find((each) => each.chain === chain);
  if (found === undefined) throw new RangeError(`no habits are known of chain ${chain}`);
  return found;
}
