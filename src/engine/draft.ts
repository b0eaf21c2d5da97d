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
  readonly chain: AnyChain;
  readonly now: number;
  readonly today: LocalDate;
  readonly command: string | null;
  private current: CaseState | null;
  private readonly added: Fact[] = [];

  constructor(chain: AnyChain, state: CaseState | null, now: number, command: string | null) {
    this.chain = chain;
    this.current = state;
    this.now = now;
    this.today = localDateOf(now);
    this.command = command;
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
    const fact: Fact = { seq: (this.current?.seq ?? 0) + 1, at: this.now, command: this.command, ...body };
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
