/** Where the share of a place of `n` lies by chance alone, when it does not differ from the whole. */
export interface FunnelLimits {
  readonly n: number;
  readonly lower95: number;
  readonly upper95: number;
  readonly lower998: number;
  readonly upper998: number;
}

const Z95 = 1.959963984540054;
const Z998 = 3.090232306167813;

/**
 * The limits of a funnel plot for shares around that of the whole, by the normal approximation; between 0 and 1.
 * (Spiegelhalter 2005, Statistics in Medicine 24:1185-1202.)
 */
export function funnelLimits(whole: number, n: number): FunnelLimits {
  const spread = Math.sqrt((whole * (1 - whole)) / n);
  const within = (share: number): number => Math.min(1, Math.max(0, share));
  return {
    n,
    lower95: within(whole - Z95 * spread),
    upper95: within(whole + Z95 * spread),
    lower998: within(whole - Z998 * spread),
    upper998: within(whole + Z998 * spread),
  };
}
