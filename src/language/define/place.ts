import type { Chain, Lack } from './chain.ts';

/* What a place chooses beside switches, lengths and numbers: how far a chain is there, names, and what is not there. */

/** The knob that says how far a chain is in a place. */
export const PHASE = 'fase';

/** How far a chain is in a place. `geen`: no assignment of its own there, which does not mean that the chain is absent. */
export const phasesOfPlaces = {
  geen: 'Geen eigen opdracht',
  definitie: 'Definitie',
  ontwerp: 'Ontwerp',
  voorbereiding: 'Voorbereiding',
  pilot: 'Pilot',
  realisatie: 'Realisatie',
  borging: 'Borging',
} as const;

export type PlacePhase = keyof typeof phasesOfPlaces;

export const DEFAULT_PHASE: PlacePhase = 'realisatie';

/** The knob that names a role as a place calls it. */
export function labelKnob(role: string): string {
  return `rol.${role}`;
}

/** The knob that says whether a place has a step that it may lack. */
export function presenceKnob(step: string): string {
  return `heeft.${step}`;
}

export const presences = { ja: 'Ja', nee: 'Nee' } as const;

/** The gap and the fallback of a step that a place may lack; undefined for one that is everywhere. */
export function lackOf(chain: Chain, step: string): Lack | undefined {
  const table = chain.mayLack ?? {};
  return Object.hasOwn(table, step) ? table[step] : undefined;
}

/** The chain as people in a place read it: roles by the names that the place gave them. */
export function calledAt(chain: Chain, knobs: Readonly<Record<string, string>>): Chain {
  const roles = Object.entries(chain.roles).map(([role, label]) => [role, knobs[labelKnob(role)] ?? label] as const);
  return { ...chain, roles: Object.fromEntries(roles) };
}
