import type { AnyChain, HeldStep, Outcome, Phase, PlainTarget, Step, Target } from './define.ts';
import { cell, holderInWords, regieInWords, shortRoleInWords } from './in-words.ts';
import { valueOf } from './lengths.ts';
import { messagesOf } from './praktijkkaart-messages.ts';
import { isHeld, stepAfter, triggerOf } from './targets.ts';
import { dayInWords, type Telling, termInWords, triggerInWords } from './terms-in-words.ts';

/** Where the card is for. */
export interface Place {
  /** The name as people write it: 'Hof van Twente'. */
  readonly municipality: string;
  /** What was set here, by the names of `knobsOf`; what is absent is as the chain has it. */
  readonly knobs?: Readonly<Record<string, string>>;
}

/** A table of steps per phase, numbered from 1: who, what, within what time, and where every choice leads. */
export function stepTablesOf(chain: AnyChain, place: Place): string[] {
  const phases = Object.values(chain.phases ?? {});
  const parts = phases.length === 0 ? [{ heading: [], steps: Object.keys(chain.steps) }] : phases.map(partOf(chain));
  const card: Card = {
    chain,
    place,
    numbers: stepNumbersOf(chain),
    messages: messagesOf(chain),
    telling: tellingOf(place),
  };
  return parts.flatMap(({ heading, steps }, index) => [
    ...(index === 0 ? [] : ['']),
    ...heading,
    '| Wie | Wat | Binnen | Wat dan |',
    '| --- | --- | --- | --- |',
    ...steps.flatMap((id) => {
      const step = chain.steps[id];
      return step === undefined ? [] : [rowOf(card, id, step)];
    }),
  ]);
}

/** The number of each step on the card: in the order of the phases. */
export function stepNumbersOf(chain: AnyChain): ReadonlyMap<string, number> {
  const phased = Object.values(chain.phases ?? {}).flatMap(({ steps }) => steps);
  return new Map([...new Set([...phased, ...Object.keys(chain.steps)])].map((id, index) => [id, index + 1]));
}

interface Card {
  readonly chain: AnyChain;
  readonly place: Place;
  readonly numbers: ReadonlyMap<string, number>;
  readonly messages: ReadonlyMap<string, number>;
  readonly telling: Telling;
}

function partOf(chain: AnyChain): (phase: Phase) => { readonly heading: string[]; readonly steps: readonly string[] } {
  return (phase) => ({
    heading: [`### ${phase.label} (regie: ${regieInWords(chain, phase, shortRoleInWords)})`, ''],
    steps: phase.steps,
  });
}

/** What was set here; an assumption of the chain gets a star. */
function tellingOf(place: Place): Telling {
  const setHere = (knob: string): string | undefined =>
    Object.hasOwn(place.knobs ?? {}, knob) ? place.knobs?.[knob] : undefined;
  return {
    value: (length, knob) => setHere(knob) ?? valueOf(length),
    note: (length, knob) =>
      'fixed' in length || length.source !== undefined || setHere(knob) !== undefined ? '' : '*',
    whole: false,
  };
}

function rowOf(card: Card, id: string, step: Step): string {
  const next = Object.values(step.outcomes).map((outcome) => choiceOf(card, outcome));
  const what = `${card.numbers.get(id) ?? ''}. ${literal(`${step.label}${moreOf(card, id, step)}`)}`;
  const cells = [
    cell(holderInWords(card.chain, step, shortRoleInWords)),
    what,
    literal(withinOf(card, id, step)),
    next.join('<br>'),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** A cell in which a star is a star. */
function literal(text: string): string {
  return cell(text).replaceAll('*', '\\*');
}

/** What a step waits for, and what opens it by itself. */
function moreOf({ chain, place, telling }: Card, id: string, step: Step): string {
  const trigger = triggerOf(step);
  const dated = isHeld(step) && 'notBefore' in step.within;
  const begins = dated || trigger === undefined ? 'vanzelf' : triggerInWords(chain, id, trigger, telling);
  const opens = trigger === undefined ? '' : ` (begint ${begins})`;
  if (step.kind !== 'wait') return opens;
  const seats = step.ready === undefined ? '' : `; vanaf ${place.knobs?.[`${id}.n`] ?? step.ready.n.knob} deelnemers`;
  return ` (wachten op ${step.waitsFor}${seats})${opens}`;
}

function withinOf({ chain, telling, messages }: Card, id: string, step: Step): string {
  if (!isHeld(step)) return 'meteen';
  const missed = step.missed === undefined ? '' : ` (te laat: ✉${messages.get(step.missed) ?? ''})`;
  const done = `${termInWords(chain, id, step.within, telling)}${missed}`;
  return step.kind === 'handoff' ? `${acceptOf(chain, id, step, telling)}, dan ${done}` : done;
}

function acceptOf(chain: AnyChain, id: string, step: HeldStep & { kind: 'handoff' }, telling: Telling): string {
  return `aannemen: ${dayInWords(chain, step.accept, `${id}.accept`, telling)}`;
}

/** 'Laag risico ✉1 → 3': a choice, what the referrer is told, and the step with which it goes on. */
function choiceOf(card: Card, { label, to, inform }: Outcome): string {
  const message = inform === undefined ? '' : ` ✉${card.messages.get(inform) ?? ''}`;
  return `${cell(label)}${message} → ${leadsTo(card, to)}`;
}

function leadsTo(card: Card, to: Target): string {
  if (typeof to !== 'string' && 'all' in to) return to.all.map((each) => plainOf(card, each)).join(' + ');
  return plainOf(card, targetHere(card, to));
}

function plainOf({ numbers }: Card, target: PlainTarget): string {
  const step = stepAfter(target);
  if (step === undefined) return typeof target !== 'string' && 'end' in target ? 'einde' : 'klaar';
  const number = String(numbers.get(step) ?? step);
  return typeof target !== 'string' && 'gap' in target
    ? `${number} (de gewone route ontbreekt hier: ${cell(target.gap)})`
    : number;
}

/** The target that holds in this place. @throws when a switch is set to what the chain does not know. */
function targetHere({ chain, place }: Card, to: Exclude<Target, { readonly all: unknown }>): PlainTarget {
  if (typeof to === 'string' || !('byKnob' in to)) return to;
  const set = Object.hasOwn(place.knobs ?? {}, to.byKnob) ? place.knobs?.[to.byKnob] : undefined;
  const value = set ?? chain.knobs[to.byKnob]?.default ?? '';
  const chosen = Object.hasOwn(to.cases, value) ? to.cases[value] : undefined;
  if (chosen === undefined) throw new Error(`knob ${to.byKnob} has no target for ${value}`);
  return chosen;
}
