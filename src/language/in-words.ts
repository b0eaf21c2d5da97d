import type { AnyChain, PlainTarget, Term } from './define.ts';

const UNITS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  Y: ['jaar', 'jaar'],
  M: ['maand', 'maanden'],
  W: ['week', 'weken'],
  D: ['dag', 'dagen'],
  wd: ['werkdag', 'werkdagen'],
};

/** Roles that send a resident and stand in no chain's table of roles. */
const SENDERS: ReadonlyMap<string, string> = new Map([
  ['inwoner', 'Inwoner'],
  ['poh', 'Praktijkondersteuner van de huisarts (POH)'],
]);

/** '5wd' -> '5 werkdagen', 'P3Y6M' -> '3 jaar en 6 maanden'; a text that is no duration stays as it is. */
export function durationInWords(text: string): string {
  const parts = [...text.matchAll(/(\d+)(wd|[YMWD])/g)].map(([, digits, unit = '']) => {
    const [one, many] = UNITS[unit] ?? [unit, unit];
    return `${Number(digits)} ${Number(digits) === 1 ? one : many}`;
  });
  return parts.length === 0 ? text : parts.join(' en ');
}

/** '5wd' and '20wd' -> '5 tot 20 werkdagen'. */
export function rangeInWords(min: string, max: string): string {
  const [low, high] = [durationInWords(min), durationInWords(max)];
  const unitOf = (text: string): string => text.replaceAll(/\d/g, '');
  const [lowUnit, highUnit] = [unitOf(min), unitOf(max)];
  return lowUnit === highUnit && !low.includes(' en ')
    ? `${low.split(' ')[0] ?? low} tot ${high}`
    : `${low} tot ${high}`;
}

/** The role as people call it; a role that the chain does not name gets its own id, written as words. */
export function roleInWords(chain: AnyChain, role: string): string {
  if (Object.hasOwn(chain.roles, role)) return chain.roles[role] ?? role;
  return SENDERS.get(role) ?? role.charAt(0).toUpperCase() + role.slice(1).replaceAll('-', ' ');
}

export function stepInWords(chain: AnyChain, step: string): string {
  return chain.steps[step]?.label ?? step;
}

/** Where a case goes next. */
export function targetInWords(chain: AnyChain, target: PlainTarget<string, string>): string {
  if (typeof target === 'string') return stepInWords(chain, target);
  if ('end' in target) return `einde: ${chain.endings[target.end] ?? target.end}`;
  return `${stepInWords(chain, target.fallback)} (de gewone route ontbreekt hier: ${target.gap})`;
}

/** The value that the chain itself gives to a term, with the document that states it; null is an assumption. */
export function valueOfTerm(term: Term): { readonly value: string; readonly source: string | null } {
  if ('fixed' in term) return { value: term.fixed, source: term.source };
  return { value: term.knob, source: term.source ?? null };
}

/** Text as the cell of a Markdown table: on one line, and nothing in it is a column or a tag. */
export function cell(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll(/\s+/g, ' ').trim();
}
