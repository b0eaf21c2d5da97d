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

/** What stands beside a definition and needs the data of a form: its schemas and the rules over them. */
export interface ChainContent {
  readonly forms: Readonly<Record<string, z.ZodObject>>;
  readonly propose: Readonly<Record<string, (form: unknown) => string>>;
  readonly insists: readonly Insists[];
}
