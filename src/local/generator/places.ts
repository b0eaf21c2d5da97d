import type { MunicipalityId } from '../demo-region/municipalities.ts';

interface Place {
  /** Rounded, about 2025 (CBS): weights for chance, no figure to count with. */
  readonly inhabitants: number;
  readonly postalCode: number;
}

/** How many people live where, so that cases are spread as people are. */
export const places: Readonly<Record<MunicipalityId, Place>> = {
  almelo: { inhabitants: 74_000, postalCode: 7601 },
  borne: { inhabitants: 25_000, postalCode: 7621 },
  dinkelland: { inhabitants: 27_000, postalCode: 7591 },
  enschede: { inhabitants: 162_000, postalCode: 7511 },
  haaksbergen: { inhabitants: 25_000, postalCode: 7481 },
  hellendoorn: { inhabitants: 36_000, postalCode: 7441 },
  hengelo: { inhabitants: 83_000, postalCode: 7551 },
  'hof-van-twente': { inhabitants: 36_000, postalCode: 7471 },
  losser: { inhabitants: 23_000, postalCode: 7581 },
  oldenzaal: { inhabitants: 32_000, postalCode: 7571 },
  'rijssen-holten': { inhabitants: 39_000, postalCode: 7461 },
  tubbergen: { inhabitants: 21_000, postalCode: 7651 },
  twenterand: { inhabitants: 34_000, postalCode: 7671 },
  wierden: { inhabitants: 25_000, postalCode: 7641 },
};
