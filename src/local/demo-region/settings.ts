import type { Setting } from './shape.ts';
import { settingsOfVariants } from './variants.ts';

/** What places of the demo region have set for a chain; everything else stands as the chain says. */
export const settings: readonly Setting[] = settingsOfVariants;
