import { Components } from './openapi/components.ts';
import type { OpenApiRegistry } from './openapi/described.ts';
import type { OpenApiDocument, Operation } from './openapi/document.ts';
import { operationOf } from './openapi/operation.ts';
import { tagsOf } from './openapi/tags.ts';
import { introduction } from './introduction.ts';
import { problemSchema } from './problem.ts';

export type { OpenApiDocument } from './openapi/document.ts';
export { type Described, OpenApiRegistry } from './openapi/described.ts';

/** The OpenAPI 3.1 document of all registered routes. */
export function openApiDocument({ routes }: OpenApiRegistry): OpenApiDocument {
  const components = new Components();
  const paths: Record<string, Record<string, Operation>> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method] = operationOf(route, components);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Ketenpad',
      version: '0.5.0',
      summary: 'Verwijzen en volgen in de ketenaanpakken van Twente.',
      description: introduction.map(({ title, text }) => `## ${title}\n\n${text.join('\n\n')}`).join('\n\n'),
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/', description: 'Waar dit document staat' }],
    security: [{ bearer: [] }],
    tags: tagsOf(routes.map(({ path }) => path)),
    paths,
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'Een toegangstoken van de identiteitsprovider, een uur geldig.',
        },
      },
      headers,
      schemas: { ...components.schemas, Problem: components.draw(problemSchema) },
    },
  };
}

const headers = {
  RequestId: {
    description: 'Het nummer van dit verzoek. Noem het als u iets meldt.',
    schema: { type: 'string', format: 'uuid' },
  },
  ETag: {
    description: 'De stand van wat u kreeg. Stuur haar terug als If-Match.',
    schema: { type: 'string' },
    example: '"2"',
  },
  Location: { description: 'Het adres van wat er is gemaakt.', schema: { type: 'string' } },
  RetryAfter: {
    description: 'Na zoveel seconden kunt u het opnieuw proberen.',
    schema: { type: 'integer', minimum: 1 },
    example: 2,
  },
  Authenticate: { description: 'Hoe u inlogt: Bearer.', schema: { type: 'string' }, example: 'Bearer' },
};
