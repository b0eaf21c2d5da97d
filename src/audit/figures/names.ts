import type { Reach } from '../indicators/indicators.ts';

/** The words of the chains, in Dutch, as the figures need them. An unknown code is its own word. */
export interface Names {
  readonly chains: readonly string[];
  /** `alle` is all chains together, `buiten` outside them. */
  readonly chain: (chain: string) => string;
  readonly step: (chain: string, step: string) => string;
  /** Who does this step. */
  readonly holder: (chain: string, step: string) => string;
  readonly role: (chain: string, role: string) => string;
  readonly ending: (chain: string, ending: string) => string;
  readonly reason: (chain: string, reason: string) => string;
  readonly gap: (chain: string, gap: string) => string;
  readonly link: (type: string) => string;
  /** The norms for whom the chain should reach. */
  readonly reach: (chain: string) => readonly Pick<Reach, 'id' | 'label' | 'norm'>[];
}
