import { EVERY_CHAIN } from '../every-chain.ts';
import { type Block, type CountedMeasure, THRESHOLD } from './block.ts';
import type { Layout } from './layout.ts';
import { type Sheet, sheetOf, sheetOfAll } from './sheet.ts';

/** Measures that can tell of each other, over the chains in which they do; their nodes are numbered through. */
export interface Family {
  readonly layout: Layout;
  readonly measures: readonly CountedMeasure[];
  readonly parents: readonly (number | null)[];
  readonly parts: readonly (readonly number[])[];
  readonly chains: readonly string[];
  /** The first node of a measure in a chain; undefined where nothing was counted. */
  readonly sheetAt: (measure: number, chain: string) => number | undefined;
  readonly sheets: readonly FamilySheet[];
  readonly n: Float64Array;
  readonly mass: Float64Array;
  readonly share: Float64Array;
  readonly isClosed: Uint8Array;
  readonly isWithheld: Uint8Array;
  /** Decided elsewhere: of what counts the same as another measure. */
  readonly isGiven: Uint8Array;
  /** What earlier releases told, per release; NaN where they told nothing. */
  readonly earlier: readonly Float64Array[];
  /** An earlier release told of it: hiding it now hides nothing. */
  readonly before: Uint8Array;
  /** Told of before, and nothing changed since. */
  readonly same: Uint8Array;
}

interface FamilySheet {
  readonly measure: number;
  readonly chain: string;
  readonly first: number;
}

/** It rests on somebody, and on too few. */
export function isSmall(n: number, residents: number): boolean {
  return n > 0 && residents < THRESHOLD;
}

export function familyOf(
  block: Block,
  layout: Layout,
  measures: readonly CountedMeasure[],
  chains: readonly string[],
): Family {
  const found: { readonly about: FamilySheet; readonly sheet: Sheet }[] = [];
  const firsts = new Map<string, number>();
  const put = (measure: number, chain: string, sheet: Sheet): void => {
    const first = found.length * layout.size;
    firsts.set(keyOf(measure, chain), first);
    found.push({ about: { measure, chain, first }, sheet });
  };
  measures.forEach(({ counts, everyChain }, measure) => {
    const sheets = chains.flatMap((chain) => {
      const counted = counts.get(chain);
      if (counted === undefined) return [];
      const sheet = sheetOf(layout, counted);
      put(measure, chain, sheet);
      return [sheet];
    });
    if (everyChain) put(measure, EVERY_CHAIN, sheetOfAll(layout, sheets));
  });
  const names = new Map(measures.map(({ measure }, index) => [measure, index]));
  const parents = measures.map(({ parent }) => (parent === null ? null : (names.get(parent) ?? null)));
  const joined = (of: (sheet: Sheet) => Float64Array): Float64Array => {
    const all = new Float64Array(found.length * layout.size);
    for (const { about, sheet } of found) all.set(of(sheet), about.first);
    return all;
  };
  const n = joined((sheet) => sheet.n);
  const sheets = found.map(({ about }) => about);
  const earlier = earlierOf(block, layout, measures, sheets, n.length);
  const told = (index: number): readonly number[] =>
    earlier.map((values) => values[index] ?? NaN).filter((value) => !Number.isNaN(value));
  return {
    layout,
    measures,
    parents,
    parts: measures.map((_, parent) => parents.flatMap((each, part) => (each === parent ? [part] : []))),
    chains,
    sheetAt: (measure, chain) => firsts.get(keyOf(measure, chain)),
    sheets,
    n,
    mass: joined((sheet) => sheet.mass),
    share: joined((sheet) => sheet.share),
    isClosed: closedOf(block, layout, sheets.length),
    isGiven: Uint8Array.from(n, (_, node) => {
      const { measure = -1 } = sheets[Math.floor(node / layout.size)] ?? {};
      return (measures[measure]?.same ?? null) === null ? 0 : 1;
    }),
    isWithheld: withheldOf(block, layout, measures, sheets, n.length),
    earlier,
    before: Uint8Array.from(n, (_, index) => (told(index).length > 0 ? 1 : 0)),
    same: Uint8Array.from(n, (value, index) =>
      told(index).length > 0 && told(index).every((each) => each === value) ? 1 : 0,
    ),
  };
}

function closedOf({ isClosed }: Block, layout: Layout, sheets: number): Uint8Array {
  const ofSheet = Uint8Array.from({ length: layout.size }, (_, position) =>
    isClosed(layout.nodeAt(position, '').time) ? 1 : 0,
  );
  const all = new Uint8Array(sheets * layout.size);
  for (let sheet = 0; sheet < sheets; sheet += 1) all.set(ofSheet, sheet * layout.size);
  return all;
}

function withheldOf(
  { isWithheld }: Block,
  layout: Layout,
  measures: readonly CountedMeasure[],
  sheets: readonly FamilySheet[],
  size: number,
): Uint8Array {
  const withheld = new Uint8Array(size);
  if (isWithheld === undefined) return withheld;
  for (const { measure, chain, first } of sheets) {
    for (let position = 0; position < layout.size; position += 1) {
      const isSo = isWithheld(measures[measure]?.measure ?? '', layout.nodeAt(position, chain));
      withheld[first + position] = isSo ? 1 : 0;
    }
  }
  return withheld;
}

function earlierOf(
  block: Block,
  layout: Layout,
  measures: readonly CountedMeasure[],
  sheets: readonly FamilySheet[],
  size: number,
): readonly Float64Array[] {
  return block.earlier.map((told) => {
    const values = new Float64Array(size).fill(NaN);
    for (const { measure, chain, first } of sheets) {
      for (let position = 0; position < layout.size; position += 1) {
        const value = told(measures[measure]?.measure ?? '', layout.nodeAt(position, chain));
        if (value !== undefined) values[first + position] = value;
      }
    }
    return values;
  });
}

function keyOf(measure: number, chain: string): string {
  return `${measure}|${chain}`;
}
