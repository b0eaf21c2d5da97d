import { dayInDutch } from './dutch.ts';
import type { Source } from './picture.ts';

/** From where, until when and from which release the figures are, as a sentence. */
export function sourceInDutch({ place, asOf, release }: Source): string {
  return `Cijfers van ${place}, stand van ${dayInDutch(asOf)}, uitgave ${release}.`;
}
