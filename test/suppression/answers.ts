import type { KeptFigure } from '../../src/reading/keep-release.ts';
import { isFew } from './truth.ts';

/** Numbers in answers that count nobody: how many chains, inhabitants, pairs of organisations; and days. */
const NO_RESIDENTS: ReadonlySet<string> = new Set(['chains', 'inhabitants', 'pairs', 'lost', 'per10000', 'of', 'norm']);
const WITH_INTERVAL: ReadonlySet<string> = new Set(['value', 'lower', 'upper']);

/** Every count of one to nine, and every share of which the numerator or what is left is one to nine, in all answers. */
export function fewInAnswers(figures: readonly KeptFigure[]): readonly string[] {
  return figures.flatMap(({ route, place, period, body }) =>
    fewIn(body, route).map((what) => `${route} ${place || 'region'} ${period}: ${what}`),
  );
}

function fewIn(value: unknown, key: string): readonly string[] {
  if (typeof value === 'number') return Number.isInteger(value) && !isFew(value) ? [] : [`${key} ${value}`];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each) => fewIn(each, key));
  const entries = Object.entries(value);
  const isInterval = 'lower' in value && 'upper' in value;
  const counts = entries.filter(([name]) => !NO_RESIDENTS.has(name) && !(isInterval && WITH_INTERVAL.has(name)));
  return [...counts.flatMap(([name, each]) => fewIn(each, name)), ...fewInShares(value as Shares)];
}

interface Interval {
  readonly value?: unknown;
}
interface Shares extends Interval {
  readonly [key: string]: unknown;
}

/** A share, and the count of which it is one. */
function fewInShares(item: Shares): readonly string[] {
  const shares: readonly (readonly [string, unknown, unknown])[] = [
    ['withinTerm', item['withinTerm'], item['due']],
    ['overdueShare', item['overdueShare'], item['waiting']],
    ...(item['unit'] === 'aandeel' ? [['aandeel', item, item['n']] as const] : []),
  ];
  return shares.flatMap(([name, share, whole]) => {
    const value = (share as Interval | undefined)?.value;
    if (typeof value !== 'number') return [];
    if (typeof whole !== 'number') return [`${name} of something hidden`];
    const part = Math.round(value * whole);
    return isFew(part) || isFew(whole - part) ? [`${name} is ${part} of ${whole}`] : [];
  });
}
