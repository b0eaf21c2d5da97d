import { Hono } from 'hono';
import { addRoutes } from './all-routes.ts';
import type { ApiContext } from './context.ts';
import type { Env } from './endpoint.ts';
import { type OpenApiDocument, openApiDocument, OpenApiRegistry } from './openapi.ts';

/** The document of all routes, the clock of a demo among them, drawn without a running system. */
export function apiDocument(): OpenApiDocument {
  const registry = new OpenApiRegistry();
  const absent = (): never => {
    throw new Error('the document is drawn without a system');
  };
  const context: ApiContext = {
    registry,
    get cases() {
      return absent();
    },
    get limits() {
      return absent();
    },
    authenticate: absent,
    parts: absent,
    moveClock: absent,
  };
  addRoutes(new Hono<Env>(), context);
  return openApiDocument(registry);
}
