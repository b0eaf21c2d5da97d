import type { AnyChain } from '../language/define.ts';
import { localDateOf } from './calendar/amsterdam.ts';
import type { LocalDate } from './calendar/local-date.ts';
import { evolve } from './evolve.ts';
import type { Fact, FactBody } from './facts.ts';
import type { CaseState } from './state.ts';

export interface Result {
  readonly state: CaseState;
  readonly facts: readonly Fact[];
}

/** One change in the making: facts are added one by one, each applied at once, so that later rules see it. */
export class Draft {
  readonly now: number;
  readonly today: LocalDate;
  readonly command: string | null;
  /** The linked cases that this change came through. */
  private readonly via: readonly string[] | undefined;
  private definition: AnyChain;
  private current: CaseState | null;
  private readonly added: Fact[] = [];

  constructor(chain: AnyChain, state: CaseState | null, now: number, command: string | null, via?: readonly string[]) {
    this.definition = chain;
    this.current = state;
    this.now = now;
    this.today = localDateOf(now);
    this.command = command;
    this.via = via;
  }

  get chain(): AnyChain {
    return this.definition;
  }

  /** From here on another version of the chain holds. */
  goOnWith(chain: AnyChain): void {
    this.definition = chain;
  }

  get state(): CaseState {
    if (this.current === null) throw new Error('the case has not started');
    return this.current;
  }

  get ended(): boolean {
    return this.state.status === 'ended';
  }

  get facts(): readonly Fact[] {
    return this.added;
  }

  add(body: FactBody): void {
    const origin = this.via === undefined ? {} : { via: this.via };
    const seq = (this.current?.seq ?? 0) + 1;
    const fact: Fact = { seq, at: this.now, command: this.command, ...origin, ...body };
    this.current = evolve(this.current, fact);
    this.added.push(fact);
  }

  /** Tells the referrer, unless nothing may be sent any more. */
  inform(step: string, milestone: string | undefined): void {
    if (milestone === undefined || this.state.silenced) return;
    this.add({ fact: 'informed', step, milestone });
  }

  result(): Result {
    return { state: this.state, facts: this.added };
  }
}
