import { z } from 'zod';
import { type ProblemCode, problems, problemSchema } from './problem.ts';

/** What the document says of one route. */
export interface Described {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly summary: string;
  readonly query?: z.ZodType;
  readonly body?: { readonly schema: z.ZodType; readonly example: unknown };
  readonly success: {
    readonly status: 200 | 201;
    readonly schema: z.ZodType;
    readonly description: string;
    /** JSON unless said otherwise. */
    readonly type?: string;
    readonly example?: unknown;
  };
  /** What is answered with 503 while a part is away, when that is no problem document. */
  readonly notReady?: z.ZodType;
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
      version: '0.2.0',
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
    parameters: [...pathParameters(path), ...queryParameters(route.query), ...headers(route)],
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
        content: {
          [success.type ?? 'application/json']: {
            schema: jsonSchema(success.schema),
            ...(success.example === undefined ? {} : { example: success.example }),
          },
        },
      },
      ...problemResponses(route),
      ...(route.notReady === undefined
        ? {}
        : {
            503: {
              description: 'Een onderdeel is niet bereikbaar',
              content: { 'application/json': { schema: jsonSchema(route.notReady) } },
            },
          }),
    },
  };
}

function problemResponses(route: Described): Record<string, object> {
  const codes = [...new Set([...route.problems, ...always(route)])];
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

/** What any route of its kind can answer. */
function always({ open, method }: Described): readonly ProblemCode[] {
  if (open === true) return ['internal'];
  const all: readonly ProblemCode[] = ['unauthenticated', 'invalid-input', 'unavailable', 'internal'];
  if (method === 'get') return all;
  return [...all, 'malformed', 'too-large', 'unsupported-media-type', 'idempotency-mismatch'];
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

function headers({ method, problems: codes }: Described): object[] {
  const header = (name: string, schema: object): object => ({ name, in: 'header', required: false, schema });
  return [
    ...(method === 'get' ? [] : [header('Idempotency-Key', { type: 'string', minLength: 1, maxLength: 255 })]),
    ...(codes.includes('stale') ? [header('If-Match', { type: 'string' })] : []),
  ];
}

function jsonSchema(
  schema: z.ZodType,
  io: 'input' | 'output' = 'output',
): { properties?: Record<string, object>; required?: string[] } {
  const { $schema: _schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<
    string,
    unknown
  >;
  return rest;
}
