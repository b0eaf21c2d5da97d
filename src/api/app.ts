import { Hono } from 'hono';
import { CaseError } from '../cases/case-error.ts';
import { addRoutes } from './all-routes.ts';
import type { Env } from './endpoint.ts';
import type { ApiContext } from './context.ts';
import { OpenApiRegistry } from './openapi.ts';
import { Problem, problemResponse } from './problem.ts';
import { problemOf } from './problem-of.ts';
import { watchRequest } from './watch-request.ts';

/** The HTTP API as one app; no port is opened here. */
export function createApp(given: Omit<ApiContext, 'registry'>): Hono<Env> {
  const context: ApiContext = { ...given, registry: new OpenApiRegistry() };
  const app = new Hono<Env>();
  const { metrics, log } = context.cases;

  app.use(watchRequest(context.cases));

  app.onError((error, c) => {
    const problem = problemOf(error);
    metrics.refusals.inc({ code: problem.code });
    if (problem.code === 'internal' || problem.code === 'unavailable') {
      log.error({ err: error, requestId: c.get('requestId'), code: problem.code }, 'a request failed');
    }
    return problemResponse(problem, new URL(c.req.url).pathname, c.get('requestId'));
  });

  addRoutes(app, context);

  app.notFound((c) => {
    const allow = methodsFor(context.registry, new URL(c.req.url).pathname);
    const problem =
      allow.length > 0
        ? new Problem('method-not-allowed', 'Dit adres kent deze methode niet.', {}, { allow: allow.join(', ') })
        : new CaseError('not-found', 'Dit adres bestaat niet.');
    metrics.refusals.inc({ code: problem.code });
    return problemResponse(problemOf(problem), new URL(c.req.url).pathname, c.get('requestId'));
  });
  return app;
}

function methodsFor(registry: OpenApiRegistry, pathname: string): readonly string[] {
  const fits = (path: string): boolean => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(pathname);
  return registry.routes.filter((route) => fits(route.path)).map((route) => route.method.toUpperCase());
}
