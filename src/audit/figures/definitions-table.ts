import type { Indicators } from '../indicators/indicators.ts';
import { type Definition, definitions } from './definitions.ts';

/** Every figure as a Markdown table. */
export function definitionsTable(): string {
  const rows = definitions.map(({ id, version, label, route, text, unit, cohort, source }) =>
    row([`\`${id}\` (${version})`, label, `/audit/${route}`, text, unit, cohort, source]),
  );
  return [
    ...head(['cijfer', 'naam', 'route', 'wat het is', 'eenheid', 'telt in de periode van', 'bron']),
    ...rows,
  ].join('\n');
}

/** What durable help is in each chain, as a Markdown table. */
export function durableTable(byChain: Readonly<Record<string, Indicators>>): string {
  const rows = Object.entries(byChain).map(([chain, { durable, version }]) =>
    row([`${chain} (${version})`, durable.says, durable.source]),
  );
  return [...head(['keten', 'duurzaam geholpen als', 'bron']), ...rows].join('\n');
}

/** What durable help is in each chain, as definitions beside the others. */
export function durableDefinitions(
  byChain: Readonly<Record<string, Indicators>>,
  label: (chain: string) => string,
): readonly Definition[] {
  return Object.entries(byChain).map(([chain, { durable, version }]) => ({
    id: `duurzaam-geholpen.${chain}`,
    version,
    route: 'outcomes',
    label: `Duurzaam geholpen: ${label(chain)}`,
    text: durable.says,
    unit: 'trajecten',
    cohort: 'de dag waarop het traject begon',
    source: durable.source,
  }));
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function head(cells: readonly string[]): readonly string[] {
  return [row(cells), row(cells.map(() => '---'))];
}
