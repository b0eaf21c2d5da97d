import type { KeyFigureItem } from '../../figures/items.ts';
import { decimal, isHidden } from '../dutch.ts';

/** What a key figure means, in one sentence at level B1; its definition where there is no number to say it with. */
export function meaningOf({ id, value, unit, definition }: KeyFigureItem): string {
  if (isHidden(value) || value === null) return definition;
  if (id === 'verwijzingen') return 'Zo vaak kwam een inwoner bij een van de ketenaanpakken.';
  if (unit === 'punten') return changeInDutch(value);
  const hundred = Math.round(value * 100);
  const whole = value === 0 || value === 1 || (value >= 0.01 && value <= 0.99);
  return (whole ? ofHundred[id]?.(hundred) : undefined) ?? definition;
}

const ofHundred: Readonly<Record<string, (hundred: number) => string>> = {
  'contact-binnen-2-weken': (hundred) => `Bij ${hundred} van elke 100 verwijzingen was er binnen twee weken contact.`,
  'start-activiteit': (hundred) => `Na ${hundred} van elke 100 verwijzingen begon iemand met een activiteit.`,
  'actief-na-3-maanden': (hundred) =>
    `Van elke 100 mensen die begonnen, ${hundred === 1 ? 'deed er' : 'deden er'} ${hundred} na drie maanden nog mee.`,
};

function changeInDutch(value: number): string {
  if (value === 0) return 'Mensen geven na de hulp hetzelfde cijfer als ervoor.';
  const way = value > 0 ? 'hoger' : 'lager';
  return `Mensen geven na de hulp een ${way} cijfer dan ervoor. Het middelste verschil is ${decimal(Math.abs(value))}\u00A0${Math.abs(value) === 1 ? 'punt' : 'punten'}.`;
}
