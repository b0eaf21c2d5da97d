import type { Count, KeyFigureItem } from '../../audit/figures/items.ts';
import { amount, countInDutch, decimal, HIDDEN, isHidden, roundPercent, UNKNOWN } from '../dutch.ts';
import type { PictureTable } from '../picture.ts';
import { meaningOf } from './meaning-of.ts';

/** One key figure as it is told. */
export interface FigureInWords {
  readonly label: string;
  /** The number as it is drawn large; null: there is none, and `value` says why. */
  readonly number: string | null;
  readonly value: string;
  /** What stands small behind the number. */
  readonly unit: string;
  /** What it means, in one sentence. */
  readonly meaning: string;
  /** Per 10,000 inhabitants, how sure it is, of how many, and who is left out; short sentences. */
  readonly facts: readonly string[];
  /** Of a share that is shown, to be drawn as a bar. */
  readonly share: number | null;
}

export function figureInWords(item: KeyFigureItem): FigureInWords {
  const { label, value, unit, n, notYet, unknown } = item;
  const shown = isHidden(value) || value === null ? null : value;
  const number = shown === null ? null : written(shown, unit);
  return {
    label,
    number,
    value: valueInDutch(item),
    unit: shown === null ? '' : unitOf(shown, unit),
    meaning: meaningOf(item),
    facts: [
      ...perInhabitantsOf(item),
      ...(shown === null ? [] : intervalOf(item)),
      ...(unit === 'aantal' ? [] : [isHidden(n) ? `Aantal trajecten: ${HIDDEN}.` : `Gemeten bij ${trajectories(n)}.`]),
      ...(notYet === 0 ? [] : [`Nog te vroeg: ${trajectories(notYet)}.`]),
      ...(unknown === 0 ? [] : [`Niet bekend: ${trajectories(unknown)}.`]),
    ],
    share: unit === 'aandeel' ? shown : null,
  };
}

/** The same figures as a table. */
export function figuresTable(items: readonly KeyFigureItem[]): PictureTable {
  return {
    head: [
      'Kerncijfer',
      'Cijfer',
      'Waarschijnlijk',
      'Gemeten bij',
      'Nog te vroeg',
      'Niet bekend',
      'Per 10.000 inwoners',
      'Wat het is',
    ],
    rows: items.map((item) => [
      item.label,
      valueInDutch(item),
      boundsOf(item) ?? UNKNOWN,
      countInDutch(item.n),
      countInDutch(item.notYet),
      countInDutch(item.unknown),
      item.per10000 === undefined ? (item.unit === 'aantal' ? UNKNOWN : '') : rateInDutch(item.per10000.value),
      item.definition,
    ]),
  };
}

function valueInDutch({ value, unit }: KeyFigureItem): string {
  if (isHidden(value)) return HIDDEN;
  if (value === null) return 'nog niet bekend';
  return [written(value, unit), unitOf(value, unit)].join('\u00A0').trim();
}

function written(value: number, unit: KeyFigureItem['unit']): string {
  switch (unit) {
    case 'aantal':
      return amount(value);
    case 'aandeel':
      return roundPercent(value);
    case 'punten':
      return value > 0 ? `+${decimal(value)}` : decimal(value);
  }
}

function unitOf(value: number, unit: KeyFigureItem['unit']): string {
  if (unit !== 'punten') return '';
  return Math.abs(value) === 1 ? 'punt' : 'punten';
}

function boundsOf({ value, lower, upper, unit }: KeyFigureItem): string | undefined {
  if (isHidden(value)) return HIDDEN;
  if (lower === null || upper === null) return undefined;
  return `${written(lower, unit)} tot ${written(upper, unit)}`;
}

function intervalOf({ lower, upper, unit }: KeyFigureItem): readonly string[] {
  if (lower === null || upper === null) return [];
  return [`Waarschijnlijk tussen ${written(lower, unit)} en ${written(upper, unit)}.`];
}

function perInhabitantsOf({ per10000 }: KeyFigureItem): readonly string[] {
  if (per10000 === undefined) return [];
  const { value, lower, upper } = per10000;
  if (isHidden(value)) return [`Per 10.000 inwoners: ${HIDDEN}.`];
  const bounds =
    lower === null || upper === null ? [] : [`Waarschijnlijk tussen ${decimal(lower)} en ${decimal(upper)}.`];
  return [`Dat is ${decimal(value)} per 10.000 inwoners.`, ...bounds];
}

function rateInDutch(value: Count): string {
  return isHidden(value) ? HIDDEN : decimal(value);
}

function trajectories(count: Count): string {
  if (isHidden(count)) return HIDDEN;
  return count === 1 ? '1 traject' : `${amount(count)} trajecten`;
}
