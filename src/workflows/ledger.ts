import { apply } from '../engine/apply.ts';
import type { AnyChain } from '../language/define.ts';
import type { Fact } from '../engine/facts.ts';
import type { Answer, Command, Envelope } from '../engine/messages.ts';
import { migrate } from '../engine/migrate.ts';
import type { Versions } from '../engine/move-version.ts';
import { Refused } from '../engine/refused.ts';
import { type CaseState, nextWakeAt } from '../engine/state.ts';
import { tick } from '../engine/tick.ts';
import type { Carried, Reply } from './protocol.ts';

/** Answers kept after everything is projected: commands of one case run in order, so an open one is never older. */
const ANSWERS_KEPT = 100;

/** The memory of one case between Updates: its state, what PostgreSQL may not know yet, and the answers given. */
export class Ledger {
  private readonly versions: Readonly<Record<number, AnyChain>>;
  private current: CaseState | null;
  private facts: readonly Fact[];
  private projectedTo: number;
  private readonly answers: Map<string, Answer>;

  constructor(versions: Readonly<Record<number, AnyChain>>, carried: Carried | undefined) {
    this.versions = versions;
    // What an earlier build carried may be of an older schema.
    this.current = carried === undefined ? null : migrate(carried.state);
    this.facts = carried?.unprojected ?? [];
    this.projectedTo = carried?.projectedTo ?? 0;
    this.answers = new Map(carried?.answers ?? []);
  }

  get state(): CaseState | null {
    return this.current;
  }

  get wakeAt(): number | null {
    return this.current === null ? null : nextWakeAt(this.current);
  }

  /** @throws Refused when the command would be refused now. Changes nothing. */
  rehearse(envelope: Envelope, now: number): void {
    if (this.answers.has(envelope.id)) return;
    apply(this.chainFor(envelope.command), this.current, envelope.id, envelope.command, now, this.versionOf);
  }

  /** Carries out a command, or gives the answer that its id got before. A refusal is an answer too: the id is spent. */
  execute(envelope: Envelope, now: number): Reply {
    this.learn(envelope.knownSeq);
    const answer = this.answers.get(envelope.id) ?? this.decide(envelope, now);
    if (this.current === null) throw new Error('the case has not started');
    return { answer, facts: this.facts.filter((fact) => fact.seq > envelope.knownSeq), head: this.current };
  }

  tick(now: number): void {
    if (this.current === null) return;
    this.take(tick(this.chainOf(this.current.version), this.current, now));
  }

  /** Everything that is not known to be in PostgreSQL. */
  unprojected(): { readonly facts: readonly Fact[]; readonly head: CaseState } | null {
    return this.current === null || this.facts.length === 0 ? null : { facts: this.facts, head: this.current };
  }

  /** PostgreSQL holds everything up to this fact. */
  learn(seq: number): void {
    if (seq <= this.projectedTo) return;
    this.projectedTo = seq;
    this.facts = this.facts.filter((fact) => fact.seq > seq);
  }

  carry(): Carried {
    if (this.current === null) throw new Error('the case has not started');
    return {
      state: this.current,
      unprojected: this.facts,
      projectedTo: this.projectedTo,
      answers: [...this.answers],
    };
  }

  private decide(envelope: Envelope, now: number): Answer {
    let answer: Answer;
    this.tick(now);
    try {
      const chain = this.chainFor(envelope.command);
      const result = apply(chain, this.current, envelope.id, envelope.command, now, this.versionOf);
      this.take(result);
      answer = { seq: result.state.seq };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      answer = { refused: { code: error.code, detail: error.message } };
    }
    this.answers.set(envelope.id, answer);
    this.forgetOldAnswers();
    return answer;
  }

  private take(result: { readonly state: CaseState; readonly facts: readonly Fact[] }): void {
    this.current = result.state;
    this.facts = [...this.facts, ...result.facts];
  }

  private forgetOldAnswers(): void {
    const unprojected = new Set(this.facts.map((fact) => fact.command));
    for (const id of this.answers.keys()) {
      if (this.answers.size <= ANSWERS_KEPT) return;
      if (!unprojected.has(id)) this.answers.delete(id);
    }
  }

  private readonly versionOf: Versions = (version) => this.versions[version];

  private chainFor(command: Command): AnyChain {
    return this.chainOf(this.current?.version ?? (command.kind === 'refer' ? command.version : 0));
  }

  private chainOf(version: number): AnyChain {
    const chain = this.versions[version];
    if (chain === undefined) throw new Error(`no version ${version} of this chain`);
    return chain;
  }
}
