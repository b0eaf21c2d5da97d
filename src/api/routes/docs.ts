import type { Hono } from 'hono';
import { z } from 'zod';
import type { ApiContext } from '../context.ts';
import type { Env } from '../endpoint.ts';
import { type OpenApiDocument, openApiDocument } from '../openapi.ts';
import { docsPage } from '../pages/docs-page.ts';
import { indexOfProblems, problemPage } from '../pages/problem-page.ts';
import { Problem, type ProblemCode, problems } from '../problem.ts';
import { json } from '../reply.ts';

/** What people and programs read about the API itself, without a login. */
export function docsRoutes(app: Hono<Env>, { registry }: ApiContext): void {
  const open = (path: string, summary: string, type?: string): void => {
    const schema = type === undefined ? z.record(z.string(), z.unknown()) : z.string();
    const example =
      type === undefined ? { openapi: '3.1.0', info: { title: 'Ketenpad' }, paths: {} } : '<!doctype html>';
    const success = {
      status: 200,
      schema,
      description: summary,
      example,
      ...(type === undefined ? {} : { type }),
    } as const;
    const codes: ProblemCode[] = path.includes('{') ? ['not-found'] : [];
    registry.add({ method: 'get', path, summary, success, problems: codes, open: true });
  };

  // Drawn once, at the first question: all routes are there then.
  let document: OpenApiDocument | undefined;
  const drawn = (): OpenApiDocument => (document ??= openApiDocument(registry));

  open('/openapi.json', 'Dit document');
  app.get('/openapi.json', () => json(drawn()));

  open('/docs', 'De uitleg bij deze API, om te lezen', 'text/html');
  let page: string | undefined;
  app.get('/docs', () => html((page ??= docsPage(drawn()))));

  open('/problems', 'Alle foutcodes op een rij', 'text/html');
  app.get('/problems', () => html(indexOfProblems()));

  open('/problems/{code}', 'Uitleg bij een foutcode', 'text/html');
  app.get('/problems/:code', (c) => {
    const asked = c.req.param('code');
    const code = (Object.keys(problems) as ProblemCode[]).find((known) => known === asked);
    if (code === undefined) throw new Problem('not-found', 'Deze foutcode bestaat niet.');
    return html(problemPage(code));
  });
}

// Nothing is fetched from elsewhere and nothing runs in these pages.
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

function html(page: string): Response {
  return new Response(page, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
    },
  });
}
