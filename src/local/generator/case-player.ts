import { v5 } from '../../cases/derived-id.ts';
import { apply } from '../../engine/apply.ts';
import type { Result } from '../../engine/draft.ts';
import type { Fact } from '../../engine/facts.ts';
import type { Command } from '../../engine/messages.ts';
import { type CaseState, nextWakeAt } from '../../engine/state.ts';
import { tick } from '../../engine/tick.ts';
import type { AnyChain } from '../../language/define.ts';
import type { Beginning, Written } from './begin.ts';
import type { Habits } from './habits.ts';
import type { Happening } from './life.ts';
import { atWork, DAY_MS } from './office-hours.ts';
import type { Person } from './person.ts';
import { type Doing, plansFor, possibleOn } from './plan.ts';
import type { Random } from './random.ts';

/** A command as it came in: who did it is in it, and what they wrote stands beside it. */
export interface PlayedCommand {
  readonly id: string;
  readonly at: number;
  readonly command: Command;
  readonly form: Written | null;
}

const POSTPONED_DAYS = 10;
const TRIES = 6;

/** One case being played: its state and facts, and what people are going to do in it. */
export class CasePlayer {
  readonly chain: AnyChain;
  readonly person: Person;
  readonly habits: Habits;
  readonly random: Random;
  readonly consent: Beginning['consent'];
  readonly commands: PlayedCommand[] = [];
  readonly facts: Fact[] = [];
  readonly happenings: Happening[] = [];
  /** How well someone is at first, and how much that may change. */
  readonly level: number;
  private readonly gain: number;
  private current: CaseState;
  private readonly plans = new Map<string, Doing[]>();
  private readonly tried = new Map<string, number>();

  constructor(
    who: { chain: AnyChain; person: Person; habits: Habits; random: Random; level: number },
    { command, form, consent }: Beginning,
    now: number,
  ) {
    this.chain = who.chain;
    this.person = who.person;
    this.habits = who.habits;
    this.random = who.random;
    this.level = who.level;
    this.gain = who.random.next() * 0.5 - 0.08;
    this.consent = consent;
    const id = v5(command.case, 'command:0');
    const started = apply(this.chain, null, id, command, now);
    this.current = started.state;
    this.facts.push(...started.facts);
    this.commands.push({ id, at: now, command, form });
  }

  get state(): CaseState {
    return this.current;
  }

  get ended(): boolean {
    return this.current.status === 'ended';
  }

  /** How well someone is now: it changes with what was measured and done. */
  get levelNow(): number {
    const done = Math.min(1, this.commands.filter(({ form }) => form !== null).length / 6);
    return Math.min(1, Math.max(0, this.level + this.gain * done));
  }

  /** The moment of the next thing that happens; infinite once it has ended. */
  nextAt(namespace: string): number {
    if (this.ended) return Number.POSITIVE_INFINITY;
    this.planAhead(namespace);
    const plans = [...this.plans.values()].flatMap(([first]) => (first === undefined ? [] : [first.at]));
    const life = this.happenings.map(({ at }) => at);
    return Math.min(nextWakeAt(this.current) ?? Number.POSITIVE_INFINITY, ...plans, ...life);
  }

  /** What happens at this moment: time itself first, then life, then what somebody does. */
  takeNext(moment: number): Happening | { readonly openStep: string; readonly doing: Doing } | null {
    const wake = nextWakeAt(this.current);
    if (wake !== null && wake <= moment) {
      this.store(tick(this.chain, this.current, wake));
      return null;
    }
    const index = this.happenings.findIndex(({ at }) => at <= moment);
    const [happening] = index < 0 ? [] : this.happenings.splice(index, 1);
    if (happening !== undefined) return happening;
    for (const [openStep, doings] of this.plans) {
      const [first] = doings;
      if (first === undefined || first.at > moment) continue;
      doings.shift();
      return { openStep, doing: first };
    }
    return null;
  }

  /** What a command would come to. @throws Refused */
  rehearse(command: Command, now: number): Result {
    return apply(this.chain, this.current, this.nextId(command), command, now);
  }

  /** Carries out a command. @returns the facts that it left. @throws Refused, and then nothing has changed. */
  carryOut(command: Command, now: number, form: Written | null = null): readonly Fact[] {
    const id = this.nextId(command);
    const result = apply(this.chain, this.current, id, command, now);
    this.commands.push({ id, at: now, command, form });
    this.store(result);
    return result.facts;
  }

  /** Nothing can be decided there now: it is tried again later, and given up after some tries. */
  postpone(openStep: string, outcome: string, moment: number): void {
    const tries = (this.tried.get(openStep) ?? 0) + 1;
    this.tried.set(openStep, tries);
    const at = atWork(moment + POSTPONED_DAYS * tries * DAY_MS, this.random);
    this.plans.set(openStep, tries > TRIES ? [] : [{ does: 'decide', at, outcome }]);
  }

  private nextId(command: Command): string {
    // The id of what follows from another case derives from the fact that it follows from (src/cases/project.ts).
    if (command.kind === 'follow') return v5(command.from, `follow:${command.cause}:${this.current.case}`);
    return v5(this.current.case, `command:${this.commands.length}`);
  }

  private store({ state, facts }: Result): void {
    this.current = state;
    this.facts.push(...facts);
    for (const id of this.plans.keys()) if (!state.open.some((opened) => opened.id === id)) this.plans.delete(id);
  }

  private planAhead(namespace: string): void {
    const { chain, current: state, habits, random } = this;
    for (const opened of state.open) {
      if (this.plans.has(opened.id) || possibleOn(chain, state, opened.id).length === 0) continue;
      const now = Math.max(opened.openedAt, this.facts.at(-1)?.at ?? opened.openedAt);
      this.plans.set(opened.id, [...plansFor({ chain, state, habits, random, namespace }, opened, now)]);
    }
  }
}
