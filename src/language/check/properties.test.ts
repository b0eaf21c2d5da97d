import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomChain } from '../../../test/journeys/random-chain.ts';
import { problemsOf } from '../check.ts';
import type { AnyChain } from '../define.ts';
import { lengthOfText } from '../duration-text.ts';
import { type Knob, knobProblems, knobsOf, resolveKnobs } from '../knobs.ts';

/** Where the JSON of a chain refers to a name of another place: [path of keys, the name]. */
function referencesIn(value: unknown, known: ReadonlySet<string>, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value === 'string') {
    const key = path.findLast((part) => !/^\d+$/.test(part)) ?? '';
    return REFERRING.has(key) && known.has(value) ? [path] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => referencesIn(child, known, [...path, key]));
}

/** Keys under which a step, role, milestone, anchor, event, code, mark or variant is named. */
const REFERRING = new Set(
  (
    'to all step fallback end by from with reports regie leads waits during inform tells missed mark each byCode ' +
    'byVariant byKnob since after before on opening opens until lapsesOn join anchor starts ends code otherwise'
  ).split(' '),
);

function replaced(chain: AnyChain, path: readonly string[], name: string): AnyChain {
  const copy = JSON.parse(JSON.stringify(chain)) as Record<string, unknown>;
  const parent = path
    .slice(0, -1)
    .reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, copy);
  parent[path.at(-1) ?? ''] = name;
  return copy as unknown as AnyChain;
}

function namesOf(chain: AnyChain): ReadonlySet<string> {
  const { steps, roles, endings, milestones, anchors = {}, events = {}, marks = {}, variants = {}, knobs } = chain;
  const tables = [steps, roles, endings, milestones, anchors, events, marks, variants, knobs];
  return new Set([...tables.flatMap((table) => Object.keys(table)), 'code', 'lijst']);
}

test('whichever name of a valid chain is mistyped, and wherever: the chain is refused', () => {
  fc.assert(
    fc.property(randomChain, fc.nat(), fc.constantFrom('x', '__proto__', 'toString'), (chain, pick, wrong) => {
      const references = referencesIn(chain, namesOf(chain));
      const path = references[pick % references.length];
      fc.pre(path !== undefined);
      expect(problemsOf(replaced(chain, path, wrong)), path.join('/')).not.toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test('whichever step that others lead to is taken away: the chain is refused, and nothing is thrown', () => {
  fc.assert(
    fc.property(randomChain, fc.nat(), (chain, pick) => {
      const ids = Object.values(chain.entries).flat();
      const gone = ids[pick % ids.length] ?? '';
      const steps = Object.fromEntries(Object.entries(chain.steps).filter(([id]) => id !== gone));
      expect(problemsOf({ ...chain, steps })).not.toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('a problem is one line, and names the place that it is in', () => {
  fc.assert(
    fc.property(randomChain, fc.nat(), (chain, pick) => {
      const references = referencesIn(chain, namesOf(chain));
      const path = references[pick % references.length];
      fc.pre(path !== undefined);
      for (const problem of problemsOf(replaced(chain, path, 'x'))) {
        expect(problem).toMatch(
          /^(step|entry|afterConsent|phase|limit|payer|group|event|variant|milestone|knob|no role)/,
        );
        expect(problem).not.toContain('\n');
      }
    }),
    { numRuns: 500 },
  );
});

/** A value at the bounds of a knob, or just outside them. */
function valueAt(knob: Knob, where: 'low' | 'high' | 'below' | 'above'): string {
  if (knob.kind === 'label') return { low: 'n', high: 'n'.repeat(60), below: '', above: 'n'.repeat(61) }[where];
  if ('options' in knob) return where === 'low' || where === 'high' ? (knob.options[0] ?? '') : 'geen-keuze';
  const bound = where === 'low' || where === 'below' ? knob.min : knob.max;
  if (where === 'low' || where === 'high') return bound;
  const step = where === 'below' ? -1 : 1;
  if (knob.kind === 'number') return String(Number(bound) + step);
  return where === 'above' ? `P${Math.ceil((lengthOfText(bound) ?? 0) / 80) + 1}D` : 'P0D';
}

const place = fc.constantFrom('region' as const, 'municipality' as const, 'kern' as const);

test('a knob of any chain may be set to its bounds in any layer, and to nothing beyond them', () => {
  fc.assert(
    fc.property(randomChain, fc.nat(), place, (chain, pick, layer) => {
      const knobs = knobsOf(chain);
      const knob = knobs[pick % knobs.length]!;
      for (const where of ['low', 'high'] as const) {
        const value = valueAt(knob, where);
        expect(resolveKnobs(chain, { [layer]: { [knob.name]: value } })[knob.name]).toEqual({ value, layer });
      }
      for (const where of ['below', 'above'] as const) {
        expect(knobProblems(chain, { [layer]: { [knob.name]: valueAt(knob, where) } })).toHaveLength(1);
      }
    }),
    { numRuns: 500 },
  );
});
