import { EVERY_CHAIN } from '../every-chain.ts';
import type { Family } from './family.ts';

/** A node and those into which it falls apart; `parts` may leave something over. */
export interface Line {
  readonly kind: 'time' | 'place' | 'chain' | 'part';
  readonly parent: number;
  readonly children: readonly number[];
  /** Over the whole time and region, where residents are counted exactly. */
  readonly isWhole: boolean;
}

/** Every sum that the grid has of these measures. */
export function linesOf(family: Family): readonly Line[] {
  const { layout, parts, sheets, chains, sheetAt } = family;
  const lines: Line[] = [];
  for (const { first, measure, chain } of sheets) {
    for (const [kind, within] of [
      ['time', layout.timeLines],
      ['place', layout.placeLines],
    ] as const) {
      for (const { parent, children } of within) {
        lines.push({ kind, parent: first + parent, children: children.map((child) => first + child), isWhole: false });
      }
    }
    const others = chains.filter((each) => each !== EVERY_CHAIN);
    const divided = chain === EVERY_CHAIN ? others.flatMap((each) => sheetAt(measure, each) ?? []) : [];
    pushEach(lines, 'chain', first, divided, layout.size);
    const found = (parts[measure] ?? []).flatMap((part) => sheetAt(part, chain) ?? []);
    pushEach(lines, 'part', first, found, layout.size);
  }
  return lines;
}

function pushEach(lines: Line[], kind: Line['kind'], parent: number, children: readonly number[], size: number): void {
  if (children.length === 0) return;
  for (let position = 0; position < size; position += 1) {
    lines.push({
      kind,
      parent: parent + position,
      children: children.map((first) => first + position),
      isWhole: position === 0,
    });
  }
}
