import type { KeyFigureItem } from '../../audit/figures/items.ts';
import { amount, decimal, isHidden } from '../dutch.ts';

/** What a key figure means, in one sentence at level B1; without its number where there is none to be told. */
export function meaningOf({ id, value, unit, definition }: KeyFigureItem): string {
  const plain = withoutNumber[id] ?? definition;
  if (isHidden(value) || value === null || unit === 'aantal') return plain;
  if (unit === 'punten') return changeInDutch(value);
  const isWhole = value === 0 || value === 1 || (value >= 0.01 && value <= 0.99);
  return (isWhole ? withNumber[id]?.(amount(value * 100)) : undefined) ?? plain;
}

const withoutNumber: Readonly<Record<string, string>> = {
  verwijzingen: 'Zo veel trajecten begonnen er, ook van mensen die terugkwamen.',
  'contact-binnen-2-weken': 'Het deel waarin de inwoner binnen twee weken is gesproken.',
  'start-activiteit': 'Het deel waarin binnen een half jaar een activiteit of behandeling begon.',
  'actief-na-3-maanden': 'Het deel dat na drie maanden nog meedeed, of klaar was.',
  'verandering-cijfer': 'Het deel dat na de hulp duurzaam is geholpen.',
};

/** Per hundred; in the words of the definitions. */
const withNumber: Readonly<Record<string, (hundred: string) => string>> = {
  'contact-binnen-2-weken': (hundred) =>
    `Bij ${hundred} van elke 100 trajecten is de inwoner binnen twee weken gesproken.`,
  'start-activiteit': (hundred) =>
    `In ${hundred} van elke 100 trajecten begon binnen een half jaar een activiteit of behandeling.`,
  'actief-na-3-maanden': (hundred) =>
    `${hundred} van elke 100 mensen die begonnen, deden na drie maanden nog mee of waren klaar.`,
  'verandering-cijfer': (hundred) =>
    `Van elke 100 mensen bij wie na de hulp is gemeten, zijn er ${hundred} duurzaam geholpen.`,
};

function changeInDutch(value: number): string {
  if (value === 0) return 'Mensen geven na de hulp hetzelfde cijfer als ervoor.';
  const way = value > 0 ? 'hoger' : 'lager';
  const points = Math.abs(value) === 1 ? 'punt' : 'punten';
  return `Mensen geven na de hulp een ${way} cijfer dan ervoor. Het middelste verschil is ${decimal(Math.abs(value))}\u00A0${points}.`;
}
