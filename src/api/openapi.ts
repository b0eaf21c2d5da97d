import { z } from 'zod';
import { type ProblemCode, problems, problemSchema } from './problem.ts';

/** What the document says of one route. */
export interface Described {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly summary: string;
  readonly query?: z.ZodType;
  readonly body?: { readonly schema: z.ZodType; readonly example: unknown };
  readonly success: { readonly status: 200 | 201; readonly schema: z.ZodType; readonly description: string };
  readonly problems: readonly ProblemCode[];
  readonly open?: boolean;
}

/** Collects the routes of an app as they are made, so that the document cannot miss one. */
export class OpenApiRegistry {
  readonly routes: Described[] = [];

  add(route: Described): void {
    this.routes.push(route);
  }
}

/** The OpenAPI 3.1 document of all registered routes. */
export function openApiDocument(registry: OpenApiRegistry): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of registry.routes) (paths[route.path] ??= {})[route.method] = operationOf(route);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Ketenpad',
      version: '0.1.0',
      description: 'Verwijzen en volgen in de ketenaanpakken van Twente.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Problem: jsonSchema(problemSchema) },
    },
  };
}

function operationOf(route: Described): object {
  const { method, path, summary, success } = route;
  return {
    operationId: `${method}${path.replaceAll(/[^a-zA-Z]+(\w)?/g, (_all, letter: string | undefined) => letter?.toUpperCase() ?? '')}`,
    summary,
    ...(route.open === true ? { security: [] } : {}),
    parameters: [...pathParameters(path), ...queryParameters(route.query), ...headers(method)],
    ...(route.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: {
              'application/json': { schema: jsonSchema(route.body.schema, 'input'), example: route.body.example },
            },
          },
        }),
    responses: {
      [success.status]: {
        description: success.description,
        content: { 'application/json': { schema: jsonSchema(success.schema) } },
      },
      ...problemResponses(route),
    },
  };
}

function problemResponses(route: Described): Record<string, object> {
  const always: readonly ProblemCode[] =
    route.open === true ? ['internal'] : ['unauthenticated', 'unavailable', 'internal'];
  const codes = [...new Set([...route.problems, ...always])];
  const statuses = [...new Set(codes.map((code) => problems[code].status))];
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      {
        description: codes.filter((code) => problems[code].status === status).join(', '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

function pathParameters(path: string): object[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(query: z.ZodType | undefined): object[] {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = jsonSchema(query, 'input');
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function headers(method: Described['method']): object[] {
  if (method === 'get') return [];
  return [
    {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      schema: { type: 'string', minLength: 1, maxLength: 255 },
    },
    { name: 'If-Match', in: 'header', required: false, schema: { type: 'string' } },
  ];
}

export function jsonSchema(
  schema: z.ZodType,
  io: 'input' | 'output' = 'output',
): { properties?: Record<string, object>; required?: string[] } {
  const { $schema: _schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<
    string,
    unknown
  >;
  return rest;
}
