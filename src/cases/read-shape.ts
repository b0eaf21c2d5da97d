import type { z } from 'zod';
import { CaseError, type Pointed } from './case-error.ts';

/** Reads what a caller sent. @throws CaseError `invalid-input` with a pointer, in Dutch, to everything that is wrong. */
export function readShape<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  detail: string,
  prefix = '',
): z.output<Schema> {
  const parsed = schema.safeParse(value, { error: inDutch });
  if (parsed.success) return parsed.data;
  throw new CaseError('invalid-input', detail, { errors: pointersOf(parsed.error, prefix) });
}

/** A JSON pointer (RFC 6901) to every place that is wrong, with the first thing that is wrong there. */
function pointersOf(error: z.ZodError, prefix: string): readonly Pointed[] {
  const all = error.issues.flatMap((issue) => {
    const pointer = prefix + issue.path.map((part) => `/${escaped(String(part))}`).join('');
    if (issue.code !== 'unrecognized_keys') return [{ pointer, detail: issue.message }];
    return issue.keys.map((key) => ({ pointer: `${pointer}/${escaped(key)}`, detail: 'Dit veld is niet bekend.' }));
  });
  return all.filter(({ pointer }, index) => all.findIndex((other) => other.pointer === pointer) === index);
}

/** One part of a JSON pointer; what callers make up is cut off. */
export function escaped(part: string): string {
  return part.slice(0, 60).replaceAll('~', '~0').replaceAll('/', '~1');
}

const KINDS: Readonly<Record<string, string>> = {
  array: 'een lijst',
  boolean: 'true of false',
  int: 'een geheel getal',
  number: 'een getal',
  object: 'een object',
  record: 'een object',
  string: 'tekst',
};

/** For what a schema does not say itself. */
function inDutch(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'Dit veld is verplicht.'
        : `Vul hier ${KINDS[issue.expected] ?? 'iets anders'} in.`;
    case 'too_big':
      return `Vul hier ten hoogste ${issue.maximum} in${unitOf(issue.origin)}.`;
    case 'too_small':
      return `Vul hier ten minste ${issue.minimum} in${unitOf(issue.origin)}.`;
    case 'invalid_value':
      return `Kies uit: ${issue.values.join(', ')}.`;
    case 'custom':
    case 'invalid_element':
    case 'invalid_format':
    case 'invalid_key':
    case 'invalid_union':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return 'Deze waarde kan hier niet.';
  }
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' (tekens)';
  return origin === 'array' ? ' (regels)' : '';
}
