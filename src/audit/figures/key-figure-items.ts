import { keyMeasures } from '../emissions/key-figures.ts';
import { EVERY_CHAIN } from '../every-chain.ts';
import type { Cells } from './cells.ts';
import { definitionNamed } from './definitions.ts';
import type { Count, KeyFigureItem } from './items.ts';
import type { Names } from './names.ts';
import type { Population } from './population.ts';
import { HIDDEN, isShown, rateOf, shareOf, sumOf } from './shown.ts';

const shares = [
  ['contact-binnen-2-weken', keyMeasures.contact],
  ['start-activiteit', keyMeasures.activity],
  ['actief-na-3-maanden', keyMeasures.stillActive],
] as const;

/** The five key figures, per chain and all together; per 10,000 inhabitants only where it is known how many there are. */
export function keyFigureItems(cells: Cells, names: Names, population?: Population): readonly KeyFigureItem[] {
  return [...names.chains, EVERY_CHAIN].flatMap((chain) => [
    referrals(cells.count(chain, 'in'), chain, population),
    ...shares.map(([id, measure]) => share(id, chain, statusesIn(cells, chain, measure))),
    share('verandering-cijfer', chain, measuredIn(cells, chain)),
  ]);
}

function named(id: string): Pick<KeyFigureItem, 'id' | 'label' | 'definition'> {
  const { label, text } = definitionNamed(id);
  return { id, label, definition: text };
}

function referrals(count: Count, chain: string, population: Population | undefined): KeyFigureItem {
  return {
    ...named('verwijzingen'),
    chain,
    unit: 'aantal',
    value: count,
    lower: null,
    upper: null,
    n: count,
    notYet: 0,
    unknown: 0,
    ...(population === undefined ? {} : { per10000: per10000(count, population) }),
  };
}

function per10000(count: Count, { inhabitants, source, date }: Population): NonNullable<KeyFigureItem['per10000']> {
  return { ...rateOf(count, inhabitants, 10_000), inhabitants, source, date };
}

interface Statuses {
  readonly yes: Count;
  readonly no: Count;
  readonly notYet: Count;
  readonly unknown: Count;
}

function statusesIn(cells: Cells, chain: string, measure: string): Statuses {
  const count = (status: string): Count => cells.count(chain, `${measure}.${status}`);
  return { yes: count('ja'), no: count('nee'), notYet: count('nog-niet'), unknown: count('onbekend') };
}

/** Of who was measured, whether it goes well: a mark stands in a sealed form, that no figure reads. */
function measuredIn(cells: Cells, chain: string): Statuses {
  const count = (status: string): Count => cells.count(chain, `durable.${status}`);
  const unknown = sumOf([count('onbekend'), count('nee.niet-gemeten')]);
  return { yes: count('ja'), no: count('nee.gemeten'), notYet: count('nog-niet'), unknown };
}

function share(id: string, chain: string, { yes, no, notYet, unknown }: Statuses): KeyFigureItem {
  const n = sumOf([yes, no]);
  const found = shareOf(yes, n);
  const shown = isShown(found) ? found : { value: HIDDEN, lower: null, upper: null };
  return { ...named(id), chain, unit: 'aandeel', ...shown, n, notYet, unknown };
}
