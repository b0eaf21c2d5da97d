import type { z } from 'zod';

/** With one of these outcomes a field of the form must be filled, or must be empty. */
export interface Insists {
  readonly form: string;
  readonly outcomes: readonly string[];
  readonly field: string;
  readonly must: 'filled' | 'empty';
  /** What to do, in Dutch. */
  readonly detail: string;
}

/** What is known of the person on the day to which a form belongs. It never leaves the API. */
export interface Person {
  /** In whole years. */
  readonly age: number;
}

/** What in a form does not agree with what is known, and what to do, in Dutch. */
export interface Disagreement {
  readonly field: string;
  readonly detail: string;
}

/** What stands beside a definition and needs the data of a form: its schemas and the rules over them. */
export interface ChainContent {
  readonly forms: Readonly<Record<string, z.ZodObject>>;
  readonly propose: Readonly<Record<string, (form: unknown) => string>>;
  readonly insists: readonly Insists[];
  /** Forms that must agree with the person whom they are about. */
  readonly agrees?: Readonly<Record<string, (form: unknown, person: Person) => readonly Disagreement[]>>;
}
