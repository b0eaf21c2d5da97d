import { z } from 'zod';

/** A page of a list, with the cursor of the next one; the example of an item is that of the list. */
export function listOf(item: z.ZodType): z.ZodType {
  const list = z.object({ items: z.array(item), next: z.string().nullable() });
  const examples = item.meta()?.['examples'];
  return Array.isArray(examples) ? list.meta({ examples: [{ items: examples.slice(0, 1), next: null }] }) : list;
}
