import type { z } from 'zod';
import type { ProblemCode } from '../problem.ts';

/** What the document says of one route. */
export interface Described {
  readonly method: 'get' | 'post' | 'patch';
  readonly path: string;
  readonly summary: string;
  /** More than fits in the summary: what to know before calling it. */
  readonly description?: string;
  readonly query?: z.ZodType;
  readonly body?: { readonly schema: z.ZodType; readonly example: unknown };
  readonly success: {
    readonly status: 200 | 201;
    readonly schema: z.ZodType;
    readonly description: string;
    /** JSON unless said otherwise. */
    readonly type?: string;
    /** Without one, that of the schema. */
    readonly example?: unknown;
  };
  /** What is answered with 503 while a part is away, when that is no problem document. */
  readonly notReady?: z.ZodType;
  readonly problems: readonly ProblemCode[];
  /** Without a login. */
  readonly open?: boolean;
  /** The body names the professional for whom a machine acts; elsewhere the header On-Behalf-Of does. */
  readonly professionalInBody?: boolean;
}

/** Collects the routes of an app as they are made, so that the document cannot miss one. */
export class OpenApiRegistry {
  readonly routes: Described[] = [];

  add(route: Described): void {
    this.routes.push(route);
  }
}
