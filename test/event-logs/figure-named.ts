import { z } from 'zod';

const edge = z.object({ from: z.string(), to: z.string() });
const tree = z.record(z.string(), z.unknown());

/**
 * The figure of this name in what the command prints, with as many digits as what is expected has. An edge is called
 * `from > to`; `name / 60` is the figure divided by 60.
 */
export function figureNamed(printed: string, name: string, expected: string): string {
  const [path = '', by = '1'] = name.split(' / ');
  let here: unknown = JSON.parse(printed);
  for (const key of path.split('.')) here = under(here, key);
  if (typeof here !== 'number') return String(here);
  const [, digits = ''] = expected.split('.');
  return (here / Number(by)).toFixed(digits.length);
}

function under(node: unknown, key: string): unknown {
  if (!Array.isArray(node)) return tree.parse(node)[key];
  const items: readonly unknown[] = node;
  return (
    items[Number(key)] ??
    items.find((item) => {
      const { success, data } = edge.safeParse(item);
      return success && `${data.from} > ${data.to}` === key;
    })
  );
}
