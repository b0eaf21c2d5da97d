import type { Indicators } from '../../audit/indicators/indicators.ts';
import { indicatorsByChain } from '../../chains/indicators.ts';

const byChain: Readonly<Record<string, Indicators>> = indicatorsByChain;

/** @throws for a chain that is not known here. */
export function indicatorsOf(chain: string): Indicators {
  const found = Object.hasOwn(byChain, chain) ? byChain[chain] : undefined;
  if (found === undefined) throw new Error(`chain ${chain} has no indicators`);
  return found;
}
