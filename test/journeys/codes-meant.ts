import type { AnyChain } from '../../src/language/define.ts';

const meant = new WeakMap<AnyChain, ReadonlyMap<string, readonly string[]>>();

/** The values of a kept code on which a chain decides something: by a guard, by a term, or by who pays. */
export function codesMeant(chain: AnyChain, code: string): readonly string[] {
  const known = meant.get(chain) ?? valuesOf(chain);
  meant.set(chain, known);
  return known.get(code) ?? ['a', 'b'];
}

function valuesOf(chain: AnyChain): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  const note = (code: unknown, values: readonly string[]): void => {
    if (typeof code === 'string') found.set(code, new Set([...(found.get(code) ?? []), ...values]));
  };
  const look = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if ('code' in part && 'in' in part && Array.isArray(part.in)) note(part.code, part.in as string[]);
    if ('byCode' in part && 'cases' in part) note(part.byCode, Object.keys(part.cases as object));
    Object.values(part).forEach(look);
  };
  look([chain.steps, chain.payers]);
  // One value on which nothing turns: what is decided otherwise.
  return new Map([...found].map(([code, values]) => [code, [...values, 'geen']]));
}
