import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { JsonSchema } from '../../src/api/openapi/components.ts';
import type { OpenApiDocument, Operation } from '../../src/api/openapi/document.ts';

export interface Route {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

export function routesOf({ paths }: OpenApiDocument): readonly Route[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method, path, operation })),
  );
}

/** Says what is wrong with a value under a schema of the document; '' for nothing. By a validator that is not zod. */
export function checkerOf(document: OpenApiDocument): (schema: JsonSchema, value: unknown) => string {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const compiled = new Map<JsonSchema, ReturnType<typeof ajv.compile>>();
  return (schema, value) => {
    const check = compiled.get(schema) ?? ajv.compile({ ...schema, components: document.components });
    compiled.set(schema, check);
    return check(value) ? '' : ajv.errorsText(check.errors);
  };
}
