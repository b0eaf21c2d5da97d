import { definitionOf } from '../../chains/definitions.ts';
import { commonSteps, silentEndings, type Step, stepNamed } from '../../language/define.ts';
import { stepAfter, targetsOf } from '../../language/targets.ts';

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
  const named = stepOf(chain, version, step);
  return named !== undefined && named.kind !== 'rule' && named.confidential === true;
}

/**
 * Whether one of the outcomes of this step leads to a confidential one. Then none of its outcomes is told: that one alone
 * would be known by what is left out.
 */
export function leadsToSecret(chain: string, version: number, step: string): boolean {
  const named = stepOf(chain, version, step);
  if (named === undefined) return false;
  const next = Object.values(named.outcomes).flatMap(({ to }) =>
    targetsOf(to).flatMap((each) => stepAfter(each) ?? []),
  );
  return next.some((each) => isSecret(chain, version, each));
}

function stepOf(chain: string, version: number, step: string): Step | undefined {
  return Object.hasOwn(commonSteps, step) ? commonSteps[step] : stepNamed(definitionOf(chain, version), step);
}
