import type { Clock, Length, Moment, NumberKnob, Step, Term, Trigger, When, Window } from './define.ts';
import { isHeld, triggerOf } from './targets.ts';

/** A length or number of a step, under the name by which a place may set it: `valrisicotest.within`. */
export interface NamedLength {
  readonly name: string;
  readonly length: Length;
}

export interface NamedNumber {
  readonly name: string;
  readonly number: NumberKnob;
}

/** One of the terms that a step may have: `case` is the variant or kept code that it is for. */
export interface NamedClock {
  readonly case?: string;
  readonly clock: Clock;
}

export const windowParts = ['notBefore', 'aim', 'due'] as const;

export function isMoment(when: Term): when is Moment {
  return 'length' in when;
}

export function isWindow(clock: Term): clock is Window {
  return 'due' in clock;
}

/** The terms between which a variant or a kept code chooses, the one for all others last. */
export function clocksOf(term: Term): readonly NamedClock[] {
  if (!('byVariant' in term) && !('byCode' in term)) return [{ clock: term }];
  const cases = Object.entries(term.cases).flatMap(([name, clock]) =>
    clock === undefined ? [] : [{ case: name, clock }],
  );
  return [...cases, { clock: term.otherwise }];
}

/** The days of a term: one, or those of a window, in order. */
export function daysOf(clock: Clock): readonly { readonly part?: (typeof windowParts)[number]; readonly when: When }[] {
  if (!isWindow(clock)) return [{ when: clock }];
  return windowParts.flatMap((part) => {
    const when = clock[part];
    return when === undefined ? [] : [{ part, when }];
  });
}

/** The length of a day, counted from the opening or from something else. */
export function lengthOf(when: When): Length {
  return isMoment(when) ? when.length : when;
}

/** The lengths of a step that have a name: of its term, of the time to accept, and of what opens it. */
export function lengthsOf(id: string, step: Step): readonly NamedLength[] {
  if (!isHeld(step)) return [];
  const terms = clocksOf(step.within).flatMap(({ case: name, clock }) =>
    daysOf(clock).flatMap(({ part, when }) => {
      const called = `${id}.${part ?? (name === undefined ? 'within' : `within.${name}`)}`;
      const otherwise = isMoment(when) ? when.otherwise : undefined;
      return [
        { name: called, length: lengthOf(when) },
        ...(otherwise === undefined ? [] : [{ name: `${called}.otherwise`, length: otherwise }]),
      ];
    }),
  );
  const accept = step.kind === 'handoff' ? [{ name: `${id}.accept`, length: step.accept }] : [];
  const opens = openingLengths(triggerOf(step));
  const named = opens.map((length, index) => ({
    name: opens.length === 1 ? `${id}.opens` : `${id}.opens.${index + 1}`,
    length,
  }));
  return [...terms, ...accept, ...named];
}

function openingLengths(trigger: Trigger | undefined): readonly Length[] {
  if (trigger === undefined || 'on' in trigger) return [];
  if ('at' in trigger) return [trigger.at.length];
  return 'after' in trigger ? trigger.after : [trigger.every];
}

export function numbersOf(id: string, step: Step): readonly NamedNumber[] {
  return step.kind === 'wait' && step.ready !== undefined ? [{ name: `${id}.n`, number: step.ready.n }] : [];
}

/** The value that the chain itself gives to a length. */
export function valueOf(length: Length): string {
  return 'fixed' in length ? length.fixed : length.knob;
}
