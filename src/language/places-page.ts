import { GENERATED } from './chain-page.ts';
import { type AnyChain, PHASE } from './define.ts';
import { cell } from './in-words.ts';
import { code, tableOf } from './markdown-table.ts';
import type { Difference, Variant } from './variant.ts';

/** One place as the page shows it: a municipality, or a kern that has something of its own. */
export interface PlaceShown {
  readonly name: string;
  /** Per chain its id. A chain that is absent is as the municipality has it. */
  readonly chains: Readonly<Record<string, Variant & { readonly source: string }>>;
}

/** Which municipality has which chain in which phase, and what is otherwise there than the chain says, as Markdown. */
export function placesPageOf(chains: readonly AnyChain[], places: readonly PlaceShown[]): string {
  const parts = [
    `${GENERATED}\n\n# The chains per municipality`,
    'The demo region, after the plan of the region for 2026. `geen`: no assignment of its own there, which does not mean that the chain is absent. In brackets how many things are otherwise than the chain says; they stand below, with the line of the plan.',
    `## Phases\n\n${tableOf(
      ['Place', ...chains.map(({ label }) => cell(label))],
      places.map(({ name, chains: here }) => [cell(name), ...chains.map(({ id }) => phaseCell(here[id]))]),
    )}`,
    `## Differences\n\n${tableOf(
      ['Place', 'Chain', 'What', 'In the chain', 'Here', 'Knob'],
      places.flatMap((place) => chains.flatMap((chain) => differenceRows(place, chain))),
    )}`,
    `## Sources\n\n${tableOf(
      ['Place', 'Chain', 'Source'],
      places.flatMap(({ name, chains: here }) =>
        chains.flatMap(({ id, label }) => {
          const shown = here[id];
          return shown === undefined || isPlain(shown) ? [] : [[cell(name), cell(label), cell(shown.source)]];
        }),
      ),
    )}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function phaseCell(shown: Variant | undefined): string {
  if (shown === undefined) return '';
  const { length } = besidePhase(shown.differences);
  return length === 0 ? shown.fase : `${shown.fase} (${length})`;
}

/** Without an assignment, and as the chain says. */
function isPlain({ fase, differences }: Variant): boolean {
  return fase === 'geen' && besidePhase(differences).length === 0;
}

/** The phase has a table of its own. */
function besidePhase(differences: readonly Difference[]): readonly Difference[] {
  return differences.filter(({ knob }) => knob !== PHASE);
}

function differenceRows({ name, chains }: PlaceShown, { id, label }: AnyChain): string[][] {
  return besidePhase(chains[id]?.differences ?? []).map(({ knob, label: what, base, here }) => [
    cell(name),
    cell(label),
    cell(what),
    cell(base),
    cell(here),
    code(knob),
  ]);
}
