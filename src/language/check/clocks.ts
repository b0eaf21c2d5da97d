import type { AnyChain, Clock, Length, NumberKnob, Step, Term, Trigger, When } from '../define.ts';
import { lengthOfText } from '../duration-text.ts';
import { clocksOf, daysOf, isMoment, lengthOf, numbersOf, valueOf } from '../lengths.ts';
import { isHeld } from '../targets.ts';
import { missingAnchors, missingCodes, missingSteps, unknown } from './unknown.ts';
import { windowProblems } from './windows.ts';

/** Every length that is written in a chain: of terms, offers, triggers and limits; and the numbers that places set. */
export function clockProblems(chain: AnyChain): readonly string[] {
  const ofSteps = Object.entries(chain.steps).flatMap(([id, step]) =>
    stepClocks(chain, id, step).map((problem) => `step ${id}: ${problem}`),
  );
  const ofLimits = Object.entries(chain.limits ?? {}).flatMap(([name, { within }]) =>
    [...lengthProblems(within), ...emptyProblems(within)].map((problem) => `limit ${name}: ${problem}`),
  );
  return [...ofSteps, ...ofLimits];
}

function stepClocks(chain: AnyChain, id: string, step: Step): string[] {
  if (!isHeld(step)) return [];
  return [
    ...choiceProblems(chain, step.within),
    ...clocksOf(step.within).flatMap(({ clock }) => clockProblemsOf(chain, clock)),
    ...(step.kind === 'handoff' ? [...lengthProblems(step.accept), ...emptyProblems(step.accept)] : []),
    ...(step.opens === undefined ? [] : triggerClocks(chain, step.opens)),
    ...numbersOf(id, step).flatMap(({ number }) => numberProblems(number)),
  ];
}

function clockProblemsOf(chain: AnyChain, clock: Clock): string[] {
  return [...daysOf(clock).flatMap(({ when }) => dayProblems(chain, when)), ...windowProblems(clock)];
}

/** Nothing is due on the day that it opens, unless a date says so. */
function dayProblems(chain: AnyChain, when: When): string[] {
  const length = lengthOf(when);
  const broken = lengthProblems(length);
  if (!isMoment(when)) return [...broken, ...emptyProblems(length)];
  const { otherwise } = when;
  return [
    ...broken,
    ...('since' in when ? missingSteps(chain, [when.since]) : []),
    ...('since' in when ? emptyProblems(length) : []),
    ...missingAnchors(chain, 'after' in when ? [when.after] : 'before' in when ? [when.before] : []),
    ...(otherwise === undefined ? [] : [...lengthProblems(otherwise), ...emptyProblems(otherwise)]),
  ];
}

function choiceProblems(chain: AnyChain, term: Term): string[] {
  if ('byCode' in term) return missingCodes(chain, [term.byCode]);
  if (!('byVariant' in term)) return [];
  const variants = chain.variants ?? {};
  const values = Object.hasOwn(variants, term.byVariant) ? variants[term.byVariant] : undefined;
  if (values === undefined) return [`there is no variant ${term.byVariant}`];
  const known = Object.fromEntries(values.map((value) => [value, true]));
  return unknown(Object.keys(term.cases), known).map((value) => `variant ${term.byVariant} is never ${value}`);
}

function triggerClocks(chain: AnyChain, trigger: Trigger): string[] {
  if ('on' in trigger) return [];
  if ('at' in trigger) return dayProblems(chain, trigger.at);
  const lengths = 'after' in trigger ? trigger.after : [trigger.every];
  return lengths.flatMap((length) => [...lengthProblems(length), ...emptyProblems(length)]);
}

function lengthProblems(length: Length): string[] {
  const texts = 'fixed' in length ? [length.fixed] : [length.min, length.knob, length.max];
  const [min = 0, value = min, max = value] = texts.map((text) => lengthOfText(text));
  const broken = texts.filter((text) => lengthOfText(text) === undefined);
  if (broken.length > 0) return broken.map((text) => `${text} is not a duration`);
  return min <= value && value <= max ? [] : [`${valueOf(length)} does not lie between ${texts[0]} and ${texts[2]}`];
}

function emptyProblems(length: Length): string[] {
  const least = 'fixed' in length ? length.fixed : length.min;
  return lengthOfText(least) === 0 ? [`${least} leaves no time at all`] : [];
}

function numberProblems({ knob, min, max }: NumberKnob): string[] {
  const broken = [min, knob, max].filter((value) => !Number.isInteger(value) || value < 1);
  if (broken.length > 0) return broken.map((value) => `${value} is not a number of people`);
  return min <= knob && knob <= max ? [] : [`${knob} does not lie between ${min} and ${max}`];
}
