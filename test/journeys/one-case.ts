import { apply } from '../../src/engine/apply.ts';
import { startOfLocalDay } from '../../src/engine/calendar/amsterdam.ts';
import { parseLocalDate } from '../../src/engine/calendar/local-date.ts';
import type { Fact, FactKind } from '../../src/engine/facts.ts';
import type { Actor, Command, Decision, Refer, RefusalCode } from '../../src/engine/messages.ts';
import type { Versions } from '../../src/engine/move-version.ts';
import { Refused } from '../../src/engine/refused.ts';
import { type CaseState, nextWakeAt, type OpenStep } from '../../src/engine/state.ts';
import { tick } from '../../src/engine/tick.ts';
import type { AnyChain } from '../../src/language/define.ts';
import { holder, HOUR, MONDAY, referral } from './start-case.ts';

/** One case in the pure engine, for a test to hold: it lives on from command to command, at its own clock. */
export class OneCase {
  /** The version that the case is on. */
  chain: AnyChain;
  state: CaseState;
  now: number;
  /** Every fact, and those of the last thing that happened. */
  readonly facts: Fact[];
  last: readonly Fact[];
  /** Other versions of the chain, for a case that goes on with one. */
  versions: Versions = () => undefined;
  private commands = 1;

  constructor(chain: AnyChain, entry: string, differs: Partial<Refer> = {}, at: number = MONDAY) {
    const { state, facts } = apply(chain, null, 'c1', referral(chain, entry, differs), at);
    this.chain = chain;
    this.state = state;
    this.now = at;
    this.facts = [...facts];
    this.last = facts;
  }

  /** Sends a command now. @throws Refused. */
  send(command: Command): this {
    this.take(apply(this.chain, this.state, `c${(this.commands += 1)}`, command, this.now, this.versions));
    return this;
  }

  /** A decision by a role, at the organisation that the referral gave it. */
  decide(role: string, step: string, outcome: string, differs: Partial<Decision> & { actor?: Actor } = {}): this {
    return this.send({ kind: 'decide', actor: holder(role), openStep: this.open(step).id, outcome, ...differs });
  }

  /** Why a command would be refused; undefined when it would not. The case stays as it is. */
  refusal(act: (copy: OneCase) => unknown): { code: RefusalCode; message: string } | undefined {
    const copy = Object.assign(Object.create(OneCase.prototype) as OneCase, this, { facts: [...this.facts] });
    try {
      act(copy);
      return undefined;
    } catch (error) {
      if (error instanceof Refused) return { code: error.code, message: error.message };
      throw error;
    }
  }

  /** Lives on to ten in the morning of a local day, woken at each of its moments. */
  until(date: string): this {
    return this.liveTo(startOfLocalDay(parseLocalDate(date)) + 10 * HOUR);
  }

  liveTo(moment: number): this {
    const seen: Fact[] = [];
    for (let wake = nextWakeAt(this.state); wake !== null && wake <= moment; wake = nextWakeAt(this.state)) {
      this.take(tick(this.chain, this.state, wake));
      if ((nextWakeAt(this.state) ?? Infinity) <= wake) throw new Error('the clock stands still');
      seen.push(...this.last);
    }
    this.now = moment;
    this.last = seen;
    return this;
  }

  /** Time passes unseen, as in an outage: the clock is found at this moment, all at once. */
  sleepTo(date: string): this {
    this.now = startOfLocalDay(parseLocalDate(date)) + 10 * HOUR;
    this.take(tick(this.chain, this.state, this.now));
    return this;
  }

  /** The opening of a step that stands open; of an item where it stands once per item. */
  open(step: string, item?: string): OpenStep {
    const found = this.state.open.find((each) => each.step === step && (item === undefined || each.item === item));
    if (found === undefined) throw new Error(`${step} is not open`);
    return found;
  }

  get openSteps(): string[] {
    return this.state.open.map(({ step }) => step);
  }

  /** What kind of facts the last thing that happened left. */
  get kinds(): FactKind[] {
    return this.last.map(({ fact }) => fact);
  }

  private take(result: { readonly state: CaseState; readonly facts: readonly Fact[] }): void {
    this.state = result.state;
    this.chain = result.state.version === this.chain.version ? this.chain : this.versions(result.state.version)!;
    this.facts.push(...result.facts);
    this.last = result.facts;
  }
}
