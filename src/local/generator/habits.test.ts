import { expect, test } from 'vitest';
import { currentDefinition } from '../../chains/index.ts';
import { stepOf } from '../../engine/holders.ts';
import { type AnyChain, reasonsOf } from '../../language/define.ts';
import { checkForm } from '../../cases/check-form.ts';
import { localDateOf } from '../../engine/calendar/amsterdam.ts';
import { resolveKnobs } from '../../language/knobs.ts';
import { formOf } from '../../language/targets.ts';
import { filled } from './forms/every-chain.ts';
import { commonHabits } from './habits.ts';
import { habitsOfChains } from './habits/every-chain.ts';
import { randomOf } from './random.ts';

const chains = habitsOfChains.map((habits) => ({ habits, chain: currentDefinition(habits.chain)! }));

test('together the chains have a share of a hundred', () => {
  expect(habitsOfChains.reduce((sum, { share }) => sum + share, 0)).toBe(100);
});

test.each(chains)('every step of $habits.chain that people decide has a habit, and no other', ({ habits, chain }) => {
  const held = Object.entries(chain.steps).flatMap(([id, { kind }]) => (kind === 'rule' ? [] : [id]));
  expect(Object.keys(habits.steps).toSorted()).toEqual(held.toSorted());
});

test.each(chains)('every outcome, reason and beginning that $habits.chain is said to have is there', (each) => {
  const { habits, chain } = each;
  const steps = Object.entries({ ...habits.steps, ...commonHabits });
  const strays = steps.flatMap(([id, { outcomes }]) =>
    Object.keys(outcomes).filter((outcome) => !Object.hasOwn(stepOf(chain, id).outcomes, outcome)),
  );
  expect(strays).toEqual([]);
  expect(Object.keys(habits.reasons).filter((reason) => !Object.hasOwn(reasonsOf(chain), reason))).toEqual([]);
  expect(habits.begins.filter(({ role, entry }) => !chain.entries[role]?.includes(entry))).toEqual([]);
});

/** Every step of a chain that has a form, with every outcome. */
function formsOf(chain: AnyChain): readonly (readonly [string, string])[] {
  return Object.entries(chain.steps).flatMap(([id, step]) =>
    formOf(step) === undefined ? [] : Object.keys(step.outcomes).map((outcome) => [id, outcome] as const),
  );
}

test.each(chains)(
  'every form of $habits.chain is filled in so that the chain takes it, whoever it is about',
  (each) => {
    const { chain, habits } = each;
    const knobs = resolveKnobs(chain, {});
    const today = localDateOf(Date.parse('2026-11-22T12:00:00Z'));
    for (let number = 0; number < 40; number += 1) {
      const random = randomOf(number, chain.id);
      const about = { random, woman: random.chance(0.5), level: random.next(), today, knobs, kept: {} };
      const age = random.whole(...habits.ages);
      for (const [id, outcome] of formsOf(chain)) {
        const step = stepOf(chain, id);
        const form = filled(chain.id, formOf(step) ?? '', { ...about, age, outcome });
        const { proposed } = checkForm(chain, id, step, outcome, form, { age });
        // What the rule proposes is what was meant, unless only life decides that (`onveilig`).
        expect([undefined, outcome, ...(outcome === 'onveilig' ? ['kwetsbaar'] : [])], `${id} ${outcome}`).toContain(
          proposed,
        );
      }
    }
  },
);
