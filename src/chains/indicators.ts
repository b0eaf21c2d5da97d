import type { IndicatorsOf } from './indicate.ts';
import { kansrijkeStartIndicators } from './kansrijke-start/indicators.ts';
import { knggIndicators } from './kngg/indicators.ts';
import { sociaalVerwijzenIndicators } from './sociaal-verwijzen/indicators.ts';
import { valpreventieIndicators } from './valpreventie/indicators.ts';
import { vnggIndicators } from './vngg/indicators.ts';

/** Per chain what the figures look for in it. */
export const indicatorsByChain: Readonly<Record<string, IndicatorsOf<string, string>>> = {
  valpreventie: valpreventieIndicators,
  'kansrijke-start': kansrijkeStartIndicators,
  'sociaal-verwijzen': sociaalVerwijzenIndicators,
  vngg: vnggIndicators,
  kngg: knggIndicators,
};

/** @throws for a chain that is not known here. */
export function indicatorsOf(chain: string): IndicatorsOf<string, string> {
  const found = Object.hasOwn(indicatorsByChain, chain) ? indicatorsByChain[chain] : undefined;
  if (found === undefined) throw new Error(`chain ${chain} has no indicators`);
  return found;
}
