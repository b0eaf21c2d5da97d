import type { AnyChain, Clock, Length, Term, Trigger, When } from './define.ts';
import { durationInWords, listInWords, rangeInWords, shortStepInWords } from './in-words.ts';
import { clocksOf, daysOf, isMoment, isWindow, lengthOf, valueOf } from './lengths.ts';

/** How a length is told: its value, and what is said behind the day that it leads to. */
export interface Telling {
  readonly value: (length: Length, knob: string) => string;
  readonly note: (length: Length, knob: string) => string;
  /** Also what holds as long as a date is not known. */
  readonly whole: boolean;
}

/** The values of the chain itself, each with its source or its bounds. */
export const asDefined: Telling = {
  value: (length) => valueOf(length),
  note: (length) => ` (${originInWords(length)})`,
  whole: true,
};

/** 'bron ALMERE', or 'aanname, 5 tot 20 werkdagen'. */
export function originInWords(length: Length): string {
  if ('fixed' in length) return `bron ${length.source}`;
  const source = length.source === undefined ? 'aanname' : `bron ${length.source}`;
  return `${source}, ${rangeInWords(length.min, length.max)}`;
}

/** '4 weken', '3 maanden na T1', 'vanaf 3 weken, uiterlijk 2 weken voor “einde van de groep”'. `step` is its id. */
export function termInWords(chain: AnyChain, step: string, term: Term, telling: Telling): string {
  const told = clocksOf(term).map(({ case: value, clock }) => {
    const words = clockInWords(chain, step, clock, value === undefined ? 'within' : `within.${value}`, telling);
    return value === undefined ? words : `bij ${value}: ${words}`;
  });
  return told.length === 1 ? told.join('') : `${told.slice(0, -1).join('; ')}; anders ${told.at(-1) ?? ''}`;
}

function clockInWords(chain: AnyChain, step: string, clock: Clock, knob: string, telling: Telling): string {
  if (!isWindow(clock)) return dayInWords(chain, clock, `${step}.${knob}`, telling);
  const before = { notBefore: 'vanaf ', aim: 'liefst ', due: 'uiterlijk ' } as const;
  const days = daysOf(clock);
  const bases = new Set(days.map(({ when }) => baseInWords(chain, when)));
  return days
    .map(({ part = 'due', when }, index) => {
      const told = bases.size > 1 || index === days.length - 1;
      return `${before[part]}${dayInWords(chain, when, `${step}.${part}`, telling, told)}`;
    })
    .join(', ');
}

/** `knob` is the name under which a place may set it. `based`: also from what it counts. */
export function dayInWords(chain: AnyChain, when: When, knob: string, telling: Telling, based = true): string {
  const length = lengthOf(when);
  const note = telling.note(length, knob);
  const base = baseInWords(chain, when);
  const words = [distanceInWords(when, telling.value(length, knob)), ...(based && base !== '' ? [base] : [])].join(' ');
  const otherwise = isMoment(when) && telling.whole ? when.otherwise : undefined;
  if (otherwise === undefined) return `${words}${note}`;
  const instead = `${durationInWords(valueOf(otherwise))} (${originInWords(otherwise)})`;
  return `${words}${note}; is die dag niet bekend, dan ${instead}`;
}

function distanceInWords(when: When, value: string): string {
  if (!isMoment(when)) return durationInWords(value);
  if (!('since' in when) && /^P0[YMWD]$|^0wd$/.test(value)) return 'op de dag van';
  return `${durationInWords(value)} ${'before' in when ? 'voor' : 'na'}`;
}

/** From what a day counts; empty when that is the opening of the step. */
function baseInWords(chain: AnyChain, when: When): string {
  if (!isMoment(when)) return '';
  if ('since' in when) return shortStepInWords(chain, when.since);
  return `“${anchorInWords(chain, 'after' in when ? when.after : when.before)}”`;
}

function anchorInWords(chain: AnyChain, anchor: string): string {
  const label = chain.anchors?.[anchor] ?? anchor;
  return label.charAt(0).toLowerCase() + label.slice(1);
}

/** What opens a step beside the outcomes: '3 weken voor “einde van de groep”, als In Balans loopt'. */
export function triggerInWords(chain: AnyChain, step: string, trigger: Trigger, telling: Telling): string {
  const knob = `${step}.opens`;
  if ('on' in trigger) {
    const open = trigger.inEveryOpenCase === true ? ', in elk lopend traject' : '';
    return `bij “${chain.events?.[trigger.on]?.label ?? trigger.on}”${open}${trigger.once === true ? ', één keer' : ''}`;
  }
  if ('at' in trigger) {
    return `${dayInWords(chain, trigger.at, knob, telling)}, als ${shortStepInWords(chain, trigger.opening)} loopt`;
  }
  const from = `na ${shortStepInWords(chain, trigger.from)}`;
  if ('every' in trigger) return `elke ${dayInWords(chain, trigger.every, knob, telling)} ${from}`;
  const lengths = trigger.after.map((length, index) =>
    dayInWords(chain, length, trigger.after.length === 1 ? knob : `${knob}.${index + 1}`, telling),
  );
  return `${listInWords(lengths, 'en')} ${from}`;
}
