import { z } from 'zod';

/**
 * The codes that a case may remember of a form. A code that is no field of the form is what the professional chose; a
 * field gives its value, a list its items with commas between them, and nothing when it was left out.
 * @throws when the field is free text: what someone writes never leaves for the workflow.
 */
export function keptCodes(
  codes: readonly string[],
  outcome: string,
  schema: z.ZodObject,
  data: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    codes.flatMap((code) => {
      if (!Object.hasOwn(schema.shape, code)) return [[code, outcome]];
      if (!isEnumerated(schema.shape[code])) throw new Error(`field ${code} is no closed list: it can never be kept`);
      const value = data[code];
      if (Array.isArray(value)) return [[code, value.join(',')]];
      return typeof value === 'string' || typeof value === 'boolean' ? [[code, String(value)]] : [];
    }),
  );
}

/** Whether only yes and no, or the values of a closed list, can stand in a field. */
export function isEnumerated(field: unknown): boolean {
  if (field instanceof z.ZodOptional || field instanceof z.ZodNullable || field instanceof z.ZodDefault) {
    return isEnumerated(field.unwrap());
  }
  if (field instanceof z.ZodArray) return isEnumerated(field.element);
  return field instanceof z.ZodEnum || field instanceof z.ZodBoolean;
}
