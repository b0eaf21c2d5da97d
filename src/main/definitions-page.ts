import { definitionsTable, durableTable } from '../audit/figures/definitions-table.ts';
import { indicatorsByChain } from '../chains/indicators.ts';
import { GENERATED } from '../language/chain-page.ts';

/** What every published figure is, for people who read no code. */
export function definitionsPage(): string {
  return [
    GENERATED,
    '# Wat de cijfers betekenen',
    'Elk cijfer heeft een naam en een versie. Verandert de betekenis, dan krijgt het een nieuwe versie. Hoe cijfers worden gepubliceerd: [figures.md](figures.md).',
    '## De cijfers',
    definitionsTable(),
    '## Duurzaam geholpen',
    'Iedereen die begon, heeft een van vier uitkomsten: `ja`, `nee`, `onbekend`, of `nog-niet` zolang het moment van meten niet is gekomen.',
    durableTable(indicatorsByChain),
    '',
  ].join('\n\n');
}
