import { z } from 'zod';

/** JSON Schema as the document holds it. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

const IN_ZOD = '#/$defs/';
const IN_DOCUMENT = '#/components/schemas/';

/** Draws zod schemas as JSON Schema 2020-12; what has a name (`meta({ id })`) is written once, under components. */
export class Components {
  readonly schemas: Record<string, JsonSchema> = {};

  draw(schema: z.ZodType, io: 'input' | 'output' = 'output'): JsonSchema {
    const drawn: unknown = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
    const { $schema: _dialect, $defs = {}, examples: _examples, ...root } = tidy(drawn) as JsonSchema;
    for (const [name, named] of Object.entries($defs as Record<string, JsonSchema>)) this.#keep(name, named);
    return root;
  }

  /** The schema itself where a reference stands for it. */
  resolve(schema: JsonSchema): JsonSchema {
    const reference = schema['$ref'];
    if (typeof reference !== 'string') return schema;
    return this.schemas[reference.slice(IN_DOCUMENT.length)] ?? schema;
  }

  #keep(name: string, { examples: _examples, ...named }: JsonSchema): void {
    const known = this.schemas[name];
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(named))
      throw new Error(`two schemas are named ${name}`);
    this.schemas[name] = named;
  }
}

/** References point into the document, and a format is enough: its pattern of a few hundred characters goes. */
function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !(key === 'pattern' && 'format' in value));
  const [[key, several] = []] = entries;
  if (entries.length === 1 && key === 'anyOf' && Array.isArray(several)) return oneOfEach(several.map(tidy));
  return Object.fromEntries(
    entries.map(([key, inner]) =>
      key === '$ref' && typeof inner === 'string'
        ? [key, inner.replace(IN_ZOD, IN_DOCUMENT)]
        : [key, key === 'examples' ? inner : tidy(inner)],
    ),
  );
}

/** Without their patterns two ways to write the same thing can be one. */
function oneOfEach(several: readonly unknown[]): unknown {
  const each = new Map(several.map((schema) => [JSON.stringify(schema), schema]));
  return each.size === 1 ? several[0] : { anyOf: [...each.values()] };
}

/** The first example that a schema carries. */
export function exampleOf(schema: z.ZodType): unknown {
  const examples = schema.meta()?.['examples'];
  return Array.isArray(examples) ? (examples as unknown[])[0] : undefined;
}
