import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { CaseError } from '../cases/case-error.ts';
import type { Env } from './endpoint.ts';
import type { ApiContext } from './context.ts';
import { OpenApiRegistry } from './openapi.ts';
import { Problem, problemResponse } from './problem.ts';
import { problemOf } from './problem-of.ts';
import { caseCommandRoutes } from './routes/case-commands.ts';
import { accessLogRoutes } from './routes/access-log.ts';
import { caseRecordRoutes } from './routes/case-records.ts';
import { caseRoutes } from './routes/cases.ts';
import { chainRoutes } from './routes/chains.ts';
import { groupRoutes } from './routes/groups.ts';
import { referralRoutes } from './routes/referrals.ts';
import { systemRoutes } from './routes/system.ts';
import { worklistRoutes } from './routes/worklist.ts';

/** The HTTP API as one app; no port is opened here. */
export function createApp(given: Omit<ApiContext, 'registry'>): Hono<Env> {
  const context: ApiContext = { ...given, registry: new OpenApiRegistry() };
  const app = new Hono<Env>();
  const { metrics, log } = context.cases;

  app.use(async (c, next) => {
    const started = performance.now();
    const requestId = randomUUID();
    c.set('requestId', requestId);
    await next();
    // Not `c.header`: it would copy the answer, and turn its body into a stream.
    c.res.headers.set('x-request-id', requestId);
    c.res.headers.set('cache-control', 'no-store');
    const route = `${c.req.method} ${c.req.routePath}`;
    metrics.requests.inc({ route, status: String(c.res.status) });
    metrics.seconds.observe({ route }, (performance.now() - started) / 1000);
  });

  app.onError((error, c) => {
    const problem = problemOf(error);
    if (problem.code === 'internal' || problem.code === 'unavailable') {
      log.error({ err: error, requestId: c.get('requestId'), code: problem.code }, 'a request failed');
    }
    return problemResponse(problem, new URL(c.req.url).pathname, c.get('requestId'));
  });

  for (const routes of [
    referralRoutes,
    caseRoutes,
    caseRecordRoutes,
    caseCommandRoutes,
    worklistRoutes,
    groupRoutes,
    chainRoutes,
    accessLogRoutes,
    systemRoutes,
  ])
    routes(app, context);

  app.notFound((c) => {
    const allow = methodsFor(context.registry, new URL(c.req.url).pathname);
    const problem =
      allow.length > 0
        ? new Problem('method-not-allowed', 'Dit adres kent deze methode niet.', {}, { allow: allow.join(', ') })
        : new CaseError('not-found', 'Dit adres bestaat niet.');
    return problemResponse(problemOf(problem), new URL(c.req.url).pathname, c.get('requestId'));
  });
  return app;
}

function methodsFor(registry: OpenApiRegistry, pathname: string): readonly string[] {
  const fits = (path: string): boolean => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(pathname);
  return registry.routes.filter((route) => fits(route.path)).map((route) => route.method.toUpperCase());
}
