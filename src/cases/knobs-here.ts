import type { AnyChain } from '../language/define.ts';
import { knobProblems, type ResolvedKnob, resolveKnobs } from '../language/knobs.ts';
import { readKnobs } from '../reading/knobs.ts';
import type { CaseContext } from './context.ts';

type Needs = Pick<CaseContext, 'db' | 'log' | 'metrics'>;

/**
 * What region, municipality and kern chose for a chain. A value that cannot be is left out, so that a referral goes on
 * with the layer below; it is logged and counted. Starting up is where it is refused (`refuse-impossible-knobs.ts`).
 */
export async function knobsHere(
  { db, log, metrics }: Needs,
  chain: AnyChain,
  municipality: string,
  kern: string | null,
): Promise<Readonly<Record<string, ResolvedKnob>>> {
  const choices = await readKnobs(db, chain.id, municipality, kern);
  for (const { layer, name } of knobProblems(chain, choices)) {
    metrics.impossibleKnobs.inc({ chain: chain.id, layer });
    log.error({ chain: chain.id, version: chain.version, municipality, kern, layer, knob: name }, 'impossible-knob');
  }
  return resolveKnobs(chain, choices);
}
