import fc from 'fast-check';
import type { Clock, DurationText, Length, Moment, Term, Trigger } from '../../src/language/define.ts';

/** Dates that the terms of a random chain hang on. */
export const ANCHORS = { dag: 'Een dag', start: 'Eerste dag', eind: 'Laatste dag' } as const;
export const EVENTS = {
  geboorte: { label: 'Geboorte', anchor: 'dag' },
  verandering: { label: 'Er is iets veranderd' },
} as const;

const fixed = (days: number): Length => ({ fixed: `P${days}D`, source: 'BRON' });
const days = fc.integer({ min: 1, max: 90 });

export const randomLength: fc.Arbitrary<Length> = fc.oneof(
  days.map(fixed),
  fc.integer({ min: 1, max: 6 }).map((months): Length => ({ fixed: `P${months}M`, source: 'BRON' })),
  fc.tuple(days, fc.nat(40)).map(([least, more]): Length => knobOf(`P${least}D`, `P${least}D`, `P${least + more}D`)),
  fc
    .tuple(fc.integer({ min: 1, max: 20 }), fc.nat(10))
    .map(([least, more]): Length => knobOf(`${least + more}wd`, `${least}wd`, `${least + more}wd`)),
);

function knobOf(knob: DurationText, min: DurationText, max: DurationText): Length {
  return { knob, min, max };
}

const anchor = fc.constantFrom(...Object.keys(ANCHORS));

/** So long after a decision, or after or before a date; sometimes with a length of its own while that is unknown. */
function randomMoment(steps: readonly string[]): fc.Arbitrary<Moment> {
  return fc
    .record({
      base: fc.oneof(
        fc.constantFrom(...steps).map((since) => ({ since })),
        anchor.map((after) => ({ after })),
        anchor.map((before) => ({ before })),
      ),
      length: randomLength,
      otherwise: fc.option(randomLength, { nil: undefined }),
    })
    .map(({ base, length, otherwise }) => ({ ...base, length, ...(otherwise === undefined ? {} : { otherwise }) }));
}

/** Days that follow each other, from the opening or on one date. */
const randomWindow: fc.Arbitrary<Clock> = fc
  .record({
    base: fc.oneof(
      fc.constant(null),
      anchor.map((after) => ({ after })),
      anchor.map((before) => ({ before })),
    ),
    lengths: fc.tuple(days, days, days),
    parts: fc.subarray(['notBefore', 'aim'] as const),
  })
  .map(({ base, lengths: [a, b, c], parts }) => {
    const [near, middle, far] = [fixed(a), fixed(a + b), fixed(a + b + c)];
    const at = (length: Length): Length | Moment => (base === null ? length : ({ ...base, length } as Moment));
    const [first, last] = base !== null && 'before' in base ? [far, near] : [near, far];
    return {
      ...(parts.includes('notBefore') ? { notBefore: at(first) } : {}),
      ...(parts.includes('aim') ? { aim: at(middle) } : {}),
      due: at(last),
    };
  });

export function randomTerm(steps: readonly string[]): fc.Arbitrary<Term> {
  const clock = fc.oneof(randomLength, randomMoment(steps), randomWindow);
  const two = fc.tuple(clock, clock);
  return fc.oneof(
    { weight: 4, arbitrary: clock },
    {
      weight: 1,
      arbitrary: two.map(([ja, otherwise]): Term => ({ byVariant: 'spoed', cases: { ja }, otherwise })),
    },
    { weight: 1, arbitrary: two.map(([a, otherwise]): Term => ({ byCode: 'code', cases: { a }, otherwise })) },
  );
}

/** Every sort of trigger but a limit. `held` are steps that can be open. */
export function randomTrigger(held: readonly string[]): fc.Arbitrary<Trigger> {
  const from = fc.constantFrom(...held);
  return fc.oneof(
    fc
      .record(
        { on: fc.constantFrom(...Object.keys(EVENTS)), inEveryOpenCase: fc.constant(true), once: fc.constant(true) },
        { requiredKeys: ['on'] },
      )
      .map((trigger) => trigger as Trigger),
    fc.record({ at: randomMoment(held), opening: from }),
    fc.record({ after: fc.array(days.map(fixed), { minLength: 1, maxLength: 3 }), from }),
    fc.record({ every: randomLength, from }),
  );
}
