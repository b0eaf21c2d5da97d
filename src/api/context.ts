import type { Subject } from '../access/subject.ts';
import type { CaseContext } from '../cases/context.ts';
import type { MoveClock } from '../cases/move-clock.ts';
import type { OpenApiRegistry } from './openapi.ts';
import type { RateLimits } from './rate-limit.ts';

/** What every route has at hand. */
export interface ApiContext {
  readonly cases: CaseContext;
  readonly authenticate: (authorization: string | undefined) => Promise<Subject>;
  readonly limits: RateLimits;
  readonly registry: OpenApiRegistry;
  /** Which parts answer right now. */
  readonly parts: () => Promise<Readonly<Record<string, boolean>>>;
  /** Only with movable time. */
  readonly moveClock: MoveClock | null;
}
