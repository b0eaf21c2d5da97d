import type { Random } from '../chaos/random.ts';

/** As much of JSON Schema as the forms of a chain are said in. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly format?: string;
  readonly pattern?: string;
}

export type Form = Record<string, unknown>;

/** The smallest thing that a schema takes; `random` chooses where there is a choice. */
function valueFor(schema: JsonSchema, random: Random, today: string): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return random.pick(schema.enum);
  if (schema.anyOf !== undefined) {
    const some = schema.anyOf.filter(({ type }) => type !== 'null');
    return valueFor(random.pick(some.length === 0 ? schema.anyOf : some), random, today);
  }
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return formFor(schema, random, today);
    case 'array': {
      const least = Math.max(1, schema.minItems ?? 0);
      return Array.from({ length: least }, () => valueFor(schema.items ?? {}, random, today));
    }
    case 'boolean':
      return random.chance(0.5);
    case 'integer':
    case 'number':
      return Math.max(0, schema.minimum ?? 0);
    case 'null':
      return null;
    default:
      return schema.format === 'date' || /\\d\{4\}/.test(schema.pattern ?? '')
        ? today
        : 'x'.repeat(schema.minLength ?? 1);
  }
}

/** A form with what it must have. */
export function formFor(schema: JsonSchema, random: Random, today: string): Form {
  const required = new Set(schema.required ?? []);
  const named = Object.entries(schema.properties ?? {}).filter(([name]) => required.has(name));
  return Object.fromEntries(named.map(([name, field]) => [name, valueFor(field, random, today)]));
}

/** The same form after being told what is wrong with it: what was empty is filled, what was filled is left out or another. */
export function mended(
  schema: JsonSchema,
  form: Form,
  pointers: readonly string[],
  random: Random,
  today: string,
): Form {
  const better = { ...form };
  for (const pointer of pointers) {
    const [, root, name] = pointer.split('/');
    const field = schema.properties?.[name ?? ''];
    if (root !== 'form' || name === undefined || field === undefined) continue;
    const filled = name in better;
    const another = field.enum !== undefined && random.chance(0.7);
    if (!filled || another || schema.required?.includes(name) === true) better[name] = valueFor(field, random, today);
    else delete better[name];
  }
  return better;
}
