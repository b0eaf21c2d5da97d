import { setTimeout as pause } from 'node:timers/promises';
import type { LocalSystem } from '../../src/local/local-system.ts';
import type { Random } from './random.ts';

export const victims = ['api', 'worker', 'temporal', 'postgres'] as const;
export type Victim = (typeof victims)[number];

interface Blow {
  readonly victim: Victim;
  /** It falls when so many operations have been answered, and some time later. */
  readonly after: number;
  readonly laterMs: number;
}

/** Kills with -9, in turn and at moments that the seed decides, and starts again what does not start by itself. */
export class Nemesis {
  readonly kills: Record<Victim, number> = { api: 0, worker: 0, temporal: 0, postgres: 0 };
  private readonly plan: Blow[];
  private readonly system: LocalSystem;
  private readonly log: (text: string) => void;
  private answered = 0;
  private waiting: (() => void)[] = [];

  constructor(system: LocalSystem, random: Random, operations: number, kills: number, log: (text: string) => void) {
    this.system = system;
    this.log = log;
    const rounds = Array.from({ length: Math.ceil(kills / victims.length) }, () => random.shuffled(victims)).flat();
    const stretch = (operations * 0.9) / rounds.length;
    this.plan = rounds.map((victim, index) => ({
      victim,
      after: Math.floor((index + random.next()) * stretch),
      laterMs: random.below(400),
    }));
  }

  /** An operation got its answer. */
  count(): void {
    this.answered += 1;
    this.wake();
  }

  /** Lets the load begin another operation; it waits for a blow that is overdue, so that every blow falls under load. */
  async admit(begun: number, slack: number, signal: AbortSignal): Promise<void> {
    while (!signal.aborted && (this.plan[0]?.after ?? Number.POSITIVE_INFINITY) + slack < begun) await this.changed();
  }

  /** Resolves when every planned blow has fallen, and what was struck is up again. */
  async run(signal: AbortSignal): Promise<void> {
    signal.addEventListener('abort', () => this.wake());
    for (let blow = this.plan[0]; blow !== undefined; blow = this.plan[0]) {
      while (this.answered < blow.after && !signal.aborted) await this.changed();
      if (signal.aborted) return;
      await pause(blow.laterMs);
      this.plan.shift();
      this.wake();
      await this.strike(blow.victim);
    }
  }

  private async strike(victim: Victim): Promise<void> {
    const { system } = this;
    this.log(`kill -9 ${victim}`);
    this.kills[victim] += 1;
    switch (victim) {
      case 'api':
      case 'worker':
        system[victim].kill();
        await system[victim].ready;
        return;
      case 'temporal':
      case 'postgres':
        await system.servers[victim]?.kill();
        await system.servers.restart(victim);
    }
  }

  private changed(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private wake(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }
}
