import { type Definition, definitionsOf } from '../../audit/figures/definitions.ts';
import { durableDefinitions } from '../../audit/figures/definitions-table.ts';
import type { Route } from '../../audit/figures/items.ts';
import { indicatorsByChain } from '../../chains/indicators.ts';
import { chainNames } from './names.ts';

/** What every figure of a route is; for outcomes also what durable help is in each chain. */
export function figureDefinitions(route: Route): readonly Definition[] {
  if (route !== 'outcomes') return definitionsOf(route);
  return [...definitionsOf(route), ...durableDefinitions(indicatorsByChain, chainNames.chain)];
}
