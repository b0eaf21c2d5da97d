import { stringify } from 'csv-stringify/sync';
import type { PublishedItem } from '../cases/audit/see-figures.ts';

/** As in the tables of Statistics Netherlands: a point for what is kept secret. */
const SUPPRESSED = '.';

/**
 * Items as CSV (RFC 4180): nested names become `gross.median.value`, lists are named by their first code
 * (`endings.afgerond`), what is suppressed is a point, and what is not known is empty.
 */
export function figuresCsv(items: readonly PublishedItem[]): string {
  const rows = items.map((item) => Object.fromEntries(flat('', item)));
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return stringify(rows, { header: true, columns, record_delimiter: 'windows' });
}

type Cell = readonly [string, string | number];

function flat(name: string, value: unknown): readonly Cell[] {
  if (value === null || value === undefined) return [[name, '']];
  if (typeof value === 'number' || typeof value === 'string') return [[name, value]];
  if (Array.isArray(value)) return value.flatMap((each: unknown) => listed(name, each));
  if (typeof value !== 'object') return [[name, JSON.stringify(value)]];
  if ('suppressed' in value) return [[name, SUPPRESSED]];
  return Object.entries(value).flatMap(([key, inner]) => flat(name === '' ? key : `${name}.${key}`, inner));
}

/** One of a list: `{ reason, label, count }` becomes `declinedBy.<reason>`. */
function listed(name: string, value: unknown): readonly Cell[] {
  if (typeof value !== 'object' || value === null) return [[name, String(value)]];
  const [[, code] = [], ...rest] = Object.entries(value);
  const { label: _label, ...told } = Object.fromEntries(rest) as Record<string, unknown>;
  const only = Object.values(told);
  return only.length === 1 ? flat(`${name}.${String(code)}`, only[0]) : flat(`${name}.${String(code)}`, told);
}
