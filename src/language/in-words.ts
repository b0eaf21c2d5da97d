import {
  type AnyChain,
  endingNamed,
  type Phase,
  type PlainTarget,
  type Step,
  stepNamed,
  type Target,
} from './define.ts';
import { regieOf, rolesOf } from './targets.ts';

const UNITS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  Y: ['jaar', 'jaar'],
  M: ['maand', 'maanden'],
  W: ['week', 'weken'],
  D: ['dag', 'dagen'],
  wd: ['werkdag', 'werkdagen'],
};

/** Roles that send a resident and stand in no chain's table of roles; and the engine itself. */
const SENDERS: ReadonlyMap<string, string> = new Map([
  ['inwoner', 'Inwoner'],
  ['poh', 'Praktijkondersteuner van de huisarts (POH)'],
  ['systeem', 'Ketenpad'],
  ['regiehouder', 'Regiehouder'],
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

/** In a table: 'Praktijkondersteuner van de huisarts (POH)' -> 'POH', 'Fysiotherapeut of oefentherapeut' -> 'Fysiotherapeut'. */
export function shortRoleInWords(chain: AnyChain, role: string): string {
  const whole = roleInWords(chain, role);
  return /\((\p{Lu}{2,})\)/u.exec(whole)?.[1] ?? whole.split(/, | of /)[0] ?? whole;
}

/** Who does a step: one of several roles, and of a hand-off also who offers it. */
export function holderInWords(chain: AnyChain, step: Step, called = roleInWords): string {
  if (step.kind === 'rule') return called(chain, 'systeem');
  const holder = rolesOf(step)
    .map((role) => called(chain, role))
    .join(' / ');
  return step.kind === 'handoff' ? `${called(chain, step.from)} aan ${holder}` : holder;
}

/** Who is regiehouder in a phase. */
export function regieInWords(chain: AnyChain, phase: Phase, called = roleInWords): string {
  return regieOf(phase)
    .map((role) => called(chain, role))
    .join(' / ');
}

/** ['a', 'b', 'c'] -> 'a, b of c'. */
export function listInWords(items: readonly string[], word: 'en' | 'of'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1) ?? ''}`;
}

export function stepInWords(chain: AnyChain, step: string): string {
  return stepNamed(chain, step)?.label ?? step;
}

/** What a step is called in a sentence: 'T1: eindmeting en eindgesprek' -> 'T1'. */
export function shortStepInWords(chain: AnyChain, step: string): string {
  return stepInWords(chain, step).split(':')[0] ?? step;
}

/** Where a case goes next. */
function targetInWords(chain: AnyChain, target: PlainTarget): string {
  if (typeof target === 'string') return stepInWords(chain, target);
  if ('end' in target) return `einde: ${endingNamed(chain, target.end) ?? target.end}`;
  if ('leave' in target) return 'deze tak is klaar';
  if ('gap' in target) {
    return `${stepInWords(chain, target.fallback)} (de gewone route ontbreekt hier: ${target.gap})`;
  }
  return `${stepInWords(chain, target.step)} (${variantInWords(target.with)})`;
}

/** Where a case goes next, with every option of a switch and all that begins at once. */
export function nextInWords(chain: AnyChain, to: Target): string {
  if (typeof to === 'string') return targetInWords(chain, to);
  if ('all' in to) return to.all.map((each) => targetInWords(chain, each)).join(' + ');
  if (!('byKnob' in to)) return targetInWords(chain, to);
  const cases = Object.entries(to.cases).map(([option, plain]) => `${option}: ${targetInWords(chain, plain)}`);
  return `${to.byKnob} (${cases.join('; ')})`;
}

export function variantInWords(variant: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(variant)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');
}

/** Text as the cell of a Markdown table: on one line, and nothing in it is a column or a tag. */
export function cell(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll(/\s+/g, ' ').trim();
}
