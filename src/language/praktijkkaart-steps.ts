import { type AnyChain, type HeldStep, type Phase, presenceKnob, type Step } from './define.ts';
import { cell, holderInWords, regieInWords, shortRoleInWords } from './in-words.ts';
import { valueOf } from './lengths.ts';
import { messagesOf, toldBy } from './praktijkkaart-messages.ts';
import { isHeld, triggerOf } from './targets.ts';
import { dayInWords, type Telling, termInWords, triggerInWords } from './terms-in-words.ts';

/** Where the card is for. */
export interface Place {
  /** The name as people write it: 'Hof van Twente'. */
  readonly municipality: string;
  /** Its id, where the card is for one kern: 'de-lutte'. */
  readonly kern?: string;
  /** What was set here, by the names of `knobsOf`; what is absent is as the chain has it. */
  readonly knobs?: Readonly<Record<string, string>>;
}

/** A table of steps per phase, numbered from 1: who, what, within what time, and what the referrer hears. */
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
    '| Wie | Wat | Binnen | ✉ |',
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
  const told = toldBy(step).map((milestone) => String(card.messages.get(milestone) ?? ''));
  const what = `${card.numbers.get(id) ?? ''}. ${literal(`${step.label}${moreOf(card, id, step)}${lackedAt(card, id)}`)}`;
  const cells = [
    cell(holderInWords(card.chain, step, shortRoleInWords)),
    what,
    literal(withinOf(card, id, step)),
    told.join(', '),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** A cell in which a star is a star. */
function literal(text: string): string {
  return cell(text).replaceAll('*', '\\*');
}

function lackedAt({ place }: Card, id: string): string {
  return place.knobs?.[presenceKnob(id)] === 'nee' ? ' (ontbreekt hier)' : '';
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

function withinOf({ chain, telling }: Card, id: string, step: Step): string {
  if (!isHeld(step)) return 'meteen';
  const done = termInWords(chain, id, step.within, telling);
  return step.kind === 'handoff' ? `${acceptOf(chain, id, step, telling)}, dan ${done}` : done;
}

function acceptOf(chain: AnyChain, id: string, step: HeldStep & { kind: 'handoff' }, telling: Telling): string {
  return `aannemen: ${dayInWords(chain, step.accept, `${id}.accept`, telling)}`;
}
