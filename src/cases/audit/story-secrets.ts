import { definitionOf } from '../../chains/definitions.ts';
import { commonSteps, silentEndings, stepNamed } from '../../language/define.ts';

/** An ending that says nothing of why: all that life brings are counted together. */
export const BY_LIFE = 'omstandigheden';

const ENDED_BY_LIFE: readonly string[] = ['overleden', 'verhuisd', ...silentEndings];

/**
 * The ending as the figures know it. What must stay confidential is one with death and moving away: alone, or as what
 * is left of another ending, it would be known by its number.
 */
export function tellableEnding(ending: string): string {
  return ENDED_BY_LIFE.includes(ending) ? BY_LIFE : ending;
}

/** Steps of this version that exist only for who is accountable: they are left out of every story. */
export function isSecret(chain: string, version: number, step: string): boolean {
  const named = Object.hasOwn(commonSteps, step) ? commonSteps[step] : stepNamed(definitionOf(chain, version), step);
  return named !== undefined && named.kind !== 'rule' && named.confidential === true;
}
