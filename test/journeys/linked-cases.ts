import { type FollowUp, followUpsOf } from '../../src/engine/follow-ups.ts';
import type { Couple, Refer } from '../../src/engine/messages.ts';
import { Refused } from '../../src/engine/refused.ts';
import type { AnyChain } from '../../src/language/define.ts';
import { OneCase } from './one-case.ts';
import { holder } from './start-case.ts';

interface OnItsWay extends FollowUp {
  readonly from: string;
}

/** Some cases in the pure engine, and what goes from one to another: in the order of its sender, at any moment. */
export class LinkedCases {
  readonly cases: Readonly<Record<string, OneCase>>;
  onTheWay: readonly OnItsWay[] = [];
  /** What arrived, and which of it was refused because the case had ended. */
  arrived = 0;
  refused = 0;

  constructor(chain: AnyChain, entry: string, names: readonly string[], differs: Partial<Refer> = {}) {
    this.cases = Object.fromEntries(names.map((name) => [name, new OneCase(chain, entry, { ...differs, case: name })]));
  }

  one(name: string): OneCase {
    const found = this.cases[name];
    if (found === undefined) throw new Error(`no case ${name}`);
    return found;
  }

  /** Links two cases, as the request does it: the first, and the mirror of it in the second. */
  link(type: string, first: string, second: string, differs: Partial<Couple> = {}): this {
    const told = { kind: 'link', actor: holder('tester'), type, chain: 'klein' } as const;
    this.act(first, (one) => one.send({ ...told, case: second, side: 'first', ...differs }));
    return this.act(second, (one) => one.send({ ...told, case: first, side: 'second', mirrored: true }));
  }

  /** Something happens in a case; what follows is on its way. */
  act(name: string, happens: (one: OneCase) => unknown): this {
    const one = this.one(name);
    const before = one.facts.length;
    happens(one);
    const ups = followUpsOf(one.chain, one.facts.slice(before), one.state);
    this.onTheWay = [...this.onTheWay, ...ups.map((up) => ({ ...up, from: name }))];
    return this;
  }

  /** One of the things under way arrives: the oldest of the sender and receiver that this number picks. */
  deliver(number = 0): boolean {
    const picked = this.onTheWay[number % Math.max(1, this.onTheWay.length)];
    const next = this.onTheWay.find(({ from, to }) => from === picked?.from && to === picked.to);
    if (next === undefined) return false;
    this.onTheWay = this.onTheWay.filter((each) => each !== next);
    this.arrived += 1;
    try {
      this.act(next.to, (one) => one.send(next.command));
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'ended') throw error;
      this.refused += 1;
    }
    return true;
  }

  /** Until nothing is under way. @throws when that does not come about. */
  settle(pick: () => number = () => 0): this {
    for (let times = 0; this.onTheWay.length > 0; times += 1) {
      if (times > 1000) throw new Error('what follows goes on for ever');
      this.deliver(pick());
    }
    return this;
  }
}
