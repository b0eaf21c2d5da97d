import { EVERY_CHAIN } from '../../src/audit/every-chain.ts';
import { REGION } from '../../src/audit/protect/block.ts';
import { nameOf, type Released, timesIn } from './released.ts';
import { isFew, type Measured, residentsLeft, type Truth } from './truth.ts';

/** A told cell, and all that lies within it and was told: by what it is divided. */
interface Division {
  readonly outer: string;
  readonly inner: readonly string[];
}

/**
 * What can be told of one to nine residents with a single subtraction: told cells that rest on few, the difference of two
 * of which the one lies within the other, and what is left of a cell when all that was told of one way to divide it is
 * taken away. Measures that count the same are one; those that never counted but within another (`within`) lie in it.
 */
export function differencesIn(
  { told, sums }: Pick<Released, 'told' | 'sums'>,
  truth: Truth,
  within: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const found: string[] = [];
  const { municipalities } = sums.accumulator.grid;
  for (const cell of told.keys()) {
    const residents = residentsLeft(truth.at(cell), []);
    if (isFew(residents)) found.push(`${cell} rests on ${residents}`);
    // Nothing taken away from something else is that itself.
    if (residents === 0) continue;
    const [measure = '', place = '', period = '', chain = ''] = cell.split('|');
    const of = (other: Partial<Record<'measure' | 'place' | 'period' | 'chain', string>>): string =>
      nameOf({ measure, place, period, chain, ...other });
    const measured = truth.measures.get(measure);
    if (measured === undefined) continue;
    const wider: string[] = [];
    const periods = [period, ...(measured.kind === 'tally' ? above(period) : [])];
    const measures = [measure, ...upwards(truth, measured), ...(within.get(`${measure}|${chain}`) ?? [])];
    for (const outer of measures) {
      for (const at of periods) {
        for (const where of new Set([place, REGION])) {
          for (const who of new Set([chain, EVERY_CHAIN])) {
            wider.push(of({ measure: outer, period: at, place: where, chain: who }));
          }
        }
      }
    }
    for (const outer of wider) {
      if (outer === cell || !told.has(outer)) continue;
      const left = residentsLeft(truth.at(outer), [truth.at(cell)]);
      if (isFew(left)) found.push(`${outer} without ${cell} rests on ${left}`);
    }
    const divisions: readonly Division[] = [
      { outer: cell, inner: place === REGION ? municipalities.map((each) => of({ place: each })) : [] },
      { outer: cell, inner: measured.kind === 'tally' ? below(period).map((each) => of({ period: each })) : [] },
      {
        outer: cell,
        inner:
          chain === EVERY_CHAIN
            ? [...measured.chains].flatMap((each) => (each === chain ? [] : of({ chain: each })))
            : [],
      },
      { outer: cell, inner: partsOf(truth, measure).map((each) => of({ measure: each })) },
    ];
    for (const { outer, inner } of divisions) {
      const known = inner.filter((each) => told.has(each)).map(truth.at);
      const left = known.length === 0 ? 0 : residentsLeft(truth.at(outer), known);
      if (isFew(left)) found.push(`${outer} without all that was told within rests on ${left}`);
    }
  }
  return [...new Set(found)];
}

function upwards(truth: Truth, { parent, same }: Measured): readonly string[] {
  return [parent, same].flatMap((each) => {
    const found = each === null ? undefined : truth.measures.get(each);
    return found === undefined ? [] : [found.measure, ...upwards(truth, found)];
  });
}

const parts = new WeakMap<Truth, Map<string, string[]>>();

function partsOf(truth: Truth, measure: string): readonly string[] {
  let known = parts.get(truth);
  if (known === undefined) {
    parts.set(truth, (known = new Map()));
    for (const { measure: part, parent } of truth.measures.values()) {
      if (parent !== null) known.set(parent, [...(known.get(parent) ?? []), part]);
    }
  }
  return known.get(measure) ?? [];
}

const knownAbove = new Map<string, readonly string[]>();

function above(period: string): readonly string[] {
  const found = knownAbove.get(period) ?? aboveIn(period);
  knownAbove.set(period, found);
  return found;
}

function aboveIn(period: string): readonly string[] {
  const times = timesIn(period.slice(0, 4));
  const parent = times.find(({ id }) => id === period)?.parent ?? null;
  const found = parent === null ? undefined : times[parent]?.id;
  return found === undefined ? [] : [found, ...aboveIn(found)];
}

const knownBelow = new Map<string, readonly string[]>();

function below(period: string): readonly string[] {
  const found = knownBelow.get(period) ?? belowIn(period);
  knownBelow.set(period, found);
  return found;
}

function belowIn(period: string): readonly string[] {
  const times = timesIn(period.slice(0, 4));
  const index = times.findIndex(({ id }) => id === period);
  return times.filter(({ parent }) => parent === index).map(({ id }) => id);
}
