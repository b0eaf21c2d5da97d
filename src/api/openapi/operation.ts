import { type Components, exampleOf } from './components.ts';
import type { Described } from './described.ts';
import type { Operation, Responded } from './document.ts';
import { parametersOf } from './parameters.ts';
import { problemResponses } from './problem-responses.ts';
import { tagOf } from './tags.ts';

/** One route as an operation of the document. */
export function operationOf(route: Described, components: Components): Operation {
  const { method, path, summary, description, open, body } = route;
  return {
    operationId: `${method}${path.replaceAll(/[^a-zA-Z]+(\w)?/g, (_all, letter: string | undefined) => letter?.toUpperCase() ?? '')}`,
    summary,
    ...(description === undefined ? {} : { description }),
    tags: [tagOf(path)],
    ...(open === true ? { security: [] } : {}),
    parameters: parametersOf(route, components),
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: {
              'application/json': { schema: components.draw(body.schema, 'input'), example: body.example },
            },
          },
        }),
    responses: {
      ...successOf(route, components),
      ...problemResponses(route),
      ...notReadyOf(route, components),
    },
  };
}

function successOf({ success }: Described, components: Components): Record<string, Responded> {
  const schema = components.draw(success.schema);
  const example = success.example ?? exampleOf(success.schema);
  const tagged = Object.hasOwn(components.resolve(schema).properties ?? {}, 'seq');
  return {
    [success.status]: {
      description: success.description,
      headers: {
        'X-Request-Id': { $ref: '#/components/headers/RequestId' },
        ...(tagged ? { ETag: { $ref: '#/components/headers/ETag' } } : {}),
        ...(success.status === 201 ? { Location: { $ref: '#/components/headers/Location' } } : {}),
      },
      content: {
        [success.type ?? 'application/json']: { schema, ...(example === undefined ? {} : { example }) },
      },
    },
  };
}

function notReadyOf({ notReady }: Described, components: Components): Record<string, Responded> {
  if (notReady === undefined) return {};
  const example = exampleOf(notReady);
  return {
    503: {
      description: 'Een onderdeel is niet bereikbaar',
      headers: {
        'X-Request-Id': { $ref: '#/components/headers/RequestId' },
        'Retry-After': { $ref: '#/components/headers/RetryAfter' },
      },
      content: {
        'application/json': {
          schema: components.draw(notReady),
          ...(example === undefined ? {} : { example }),
        },
      },
    },
  };
}
