import type { JsonSchema } from '../openapi/components.ts';
import { html, type Markup } from './html.ts';

/** Filled in: the formatter takes what is written in a template for HTML, where white space means nothing. */
const NEWLINE = '\n';
const REFERENCE = '#/components/schemas/';

/** A JSON Schema as it is read: keys with their type, `?` for what may be left out, names as links. */
export function schemaInWords(schema: JsonSchema, indent = ''): Markup {
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    const name = reference.slice(REFERENCE.length);
    return html`<a href="#schema-${name}">${name}</a>`;
  }
  const several = (schema['anyOf'] ?? schema['oneOf']) as readonly JsonSchema[] | undefined;
  if (several !== undefined) return either(several.map((one) => schemaInWords(one, indent)));
  if ('const' in schema) return html`${JSON.stringify(schema['const'])}`;
  if (Array.isArray(schema['enum'])) return either(schema['enum'].map((value) => html`${JSON.stringify(value)}`));
  const types = [schema['type'] ?? 'unknown'].flat().map(String);
  return either(types.map((type) => typeInWords(type, schema, indent)));
}

function typeInWords(type: string, schema: JsonSchema, indent: string): Markup {
  if (type === 'array') return html`${schemaInWords((schema['items'] ?? {}) as JsonSchema, indent)}[]`;
  if (type === 'object') return objectInWords(schema, indent);
  const format = schema['format'];
  return typeof format === 'string' ? html`${type} (${format})` : html`${type}`;
}

function objectInWords(schema: JsonSchema, indent: string): Markup {
  const inner = `${indent}  `;
  const entries = Object.entries(schema.properties ?? {});
  const rest = schema['additionalProperties'];
  if (entries.length === 0) {
    if (typeof rest !== 'object' || rest === null) return html`{}`;
    return html`{ [naam]: ${schemaInWords(rest as JsonSchema, inner)} }`;
  }
  const lines = entries.map(([name, property]) => {
    const optional = (schema.required ?? []).includes(name) ? '' : '?';
    return html`${inner}${name}${optional}: ${schemaInWords(property, inner)}${NEWLINE}`;
  });
  return html`{${NEWLINE}${lines}${indent}}`;
}

function either(parts: readonly Markup[]): Markup {
  return html`${parts.map((part, index) => (index === 0 ? part : html` | ${part}`))}`;
}
