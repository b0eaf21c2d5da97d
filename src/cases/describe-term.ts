import type { AnyChain, Clock, Length, Term, Trigger, When } from '../language/define.ts';
import { clocksOf, daysOf, isMoment, isWindow, lengthOf, valueOf } from '../language/lengths.ts';
import { asDefined, termInWords, triggerInWords } from '../language/terms-in-words.ts';

/** The value of a length, with the document that states it or the bounds within which a place may set it. */
export function describeLength(length: Length, knob?: string): object {
  if ('fixed' in length) return { value: length.fixed, source: length.source };
  const origin = length.source === undefined ? { assumption: true } : { source: length.source };
  return { value: length.knob, min: length.min, max: length.max, ...origin, ...(knob === undefined ? {} : { knob }) };
}

/**
 * The term of a step. `value` is always there: of a window that of its last day, of a choice that for all other cases.
 * `from` says what it counts from when that is not the opening.
 */
export function describeTerm(chain: AnyChain, step: string, term: Term): object {
  const clocks = clocksOf(term);
  const last = clocks.at(-1)?.clock;
  const cases = clocks.flatMap(({ case: value, clock }) =>
    value === undefined ? [] : [[value, describeClock(step, clock, `within.${value}`)] as const],
  );
  return {
    ...(last === undefined ? {} : describeClock(step, last, 'within')),
    ...(cases.length === 0 ? {} : { ...chooserOf(term), cases: Object.fromEntries(cases) }),
    words: termInWords(chain, step, term, asDefined),
  };
}

function chooserOf(term: Term): object {
  if ('byVariant' in term) return { byVariant: term.byVariant };
  return 'byCode' in term ? { byCode: term.byCode } : {};
}

function describeClock(step: string, clock: Clock, knob: string): object {
  if (!isWindow(clock)) return describeDay(clock, `${step}.${knob}`);
  const days = daysOf(clock).flatMap(({ part, when }) =>
    part === undefined || part === 'due' ? [] : [[part, describeDay(when, `${step}.${part}`)] as const],
  );
  return { ...describeDay(clock.due, `${step}.due`), ...Object.fromEntries(days) };
}

function describeDay(when: When, knob: string): object {
  const length = describeLength(lengthOf(when), knob);
  if (!isMoment(when)) return length;
  const { otherwise } = when;
  return {
    ...length,
    from: 'since' in when ? { step: when.since } : 'after' in when ? { after: when.after } : { before: when.before },
    ...(otherwise === undefined ? {} : { otherwise: { value: valueOf(otherwise), ...originOf(otherwise) } }),
  };
}

function originOf(length: Length): object {
  return length.source === undefined ? { assumption: true } : { source: length.source };
}

/** What opens a step beside the outcomes, as data and in words. */
export function describeTrigger(chain: AnyChain, step: string, trigger: Trigger): object {
  const words = triggerInWords(chain, step, trigger, asDefined);
  if ('on' in trigger) return { event: trigger.on, words };
  if ('at' in trigger) return { at: describeDay(trigger.at, `${step}.opens`), whileOpen: trigger.opening, words };
  const lengths = 'after' in trigger ? trigger.after : [trigger.every];
  const described = lengths.map((length, index) =>
    describeLength(length, lengths.length === 1 ? `${step}.opens` : `${step}.opens.${index + 1}`),
  );
  return { from: trigger.from, ...('after' in trigger ? { after: described } : { every: described[0] }), words };
}
