import type { AnyChain } from '../language/define.ts';
import { kansrijkeStartV1 } from './kansrijke-start/v1/chain.ts';
import { knggV1 } from './kngg/v1/chain.ts';
import { sociaalVerwijzenV1 } from './sociaal-verwijzen/v1/chain.ts';
import { vnggV1 } from './vngg/v1/chain.ts';
import { valpreventieV1 } from './valpreventie/v1/chain.ts';
import { valpreventieV2 } from './valpreventie/v2/chain.ts';

/** Every version of every chain, newest last. Free of forms and zod: workflows load this. */
export const definitions: Readonly<Record<string, readonly AnyChain[]>> = {
  valpreventie: [valpreventieV1, valpreventieV2],
  'kansrijke-start': [kansrijkeStartV1],
  'sociaal-verwijzen': [sociaalVerwijzenV1],
  vngg: [vnggV1],
  kngg: [knggV1],
};

/** @throws when the version was never defined: a case can only name one that exists. */
export function definitionOf(chain: string, version: number): AnyChain {
  const found = versionOf(chain, version);
  if (found === undefined) throw new Error(`chain ${chain} has no version ${version}`);
  return found;
}

/** Undefined when there is no such chain, or version of it. */
export function versionOf(chain: string, version: number): AnyChain | undefined {
  return versionsOf(chain).find((candidate) => candidate.version === version);
}

/** The versions to which a case on this one can go on. */
export function followersOf({ id, version }: AnyChain): readonly AnyChain[] {
  return versionsOf(id).filter(({ follows }) => follows?.version === version);
}

/** The version that new cases start with. */
export function currentDefinition(chain: string): AnyChain | undefined {
  return versionsOf(chain).at(-1);
}

function versionsOf(chain: string): readonly AnyChain[] {
  return Object.hasOwn(definitions, chain) ? (definitions[chain] ?? []) : [];
}
