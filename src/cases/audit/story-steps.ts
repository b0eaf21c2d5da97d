import type { StepEnd, StoryStep } from '../../audit/story.ts';
import { type Fact, isAnswer } from '../../engine/facts.ts';

type Opened = Extract<Fact, { fact: 'opened' }>;
type Decided = Extract<Fact, { fact: 'decided' }>;
type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
type Line = Writable<StoryStep>;

/** The openings of one case, in order. The stages of one hand-off are one opening: from its first offer to its outcome. */
export class StoryOfSteps {
  readonly #lines: Line[] = [];
  readonly #open = new Map<string, { readonly line: Line; readonly item: string | undefined }>();
  /** Hand-offs of which the next stage opens at once. */
  #answered: { readonly line: Line; readonly item: string | undefined }[] = [];

  get lines(): readonly StoryStep[] {
    return this.#lines;
  }

  opened({ step, openStep, round, role, at, dueAt, item }: Opened): void {
    const goesOn = this.#answered.find((each) => each.line.step === step && each.item === item);
    if (goesOn !== undefined) {
      this.#answered = this.#answered.filter((each) => each !== goesOn);
      goesOn.line.dueAt = dueAt;
      this.#open.set(openStep, goesOn);
      return;
    }
    const line: Line = {
      step,
      round,
      role,
      openedAt: at,
      dueAt,
      takenAt: null,
      endedAt: null,
      end: null,
      outcome: null,
      escalations: 0,
      overridden: false,
    };
    this.#lines.push(line);
    this.#open.set(openStep, { line, item });
  }

  /** `isTold`: the outcome may be known. */
  decided(fact: Decided, isTold: boolean): void {
    const { openStep, at, outcome, proposed } = fact;
    const open = this.#open.get(openStep);
    if (open === undefined) return;
    const { line } = open;
    this.#open.delete(openStep);
    if (isAnswer(fact)) {
      if (outcome === 'aanvaard') line.takenAt ??= at;
      this.#answered.push(open);
      return;
    }
    line.endedAt = at;
    line.end = 'decided';
    line.outcome = isTold ? outcome : null;
    line.overridden = proposed !== undefined && proposed !== outcome;
  }

  taken(openStep: string, at: number): void {
    const open = this.#open.get(openStep);
    if (open !== undefined) open.line.takenAt ??= at;
  }

  moved(openStep: string, dueAt: number): void {
    const open = this.#open.get(openStep);
    if (open !== undefined) open.line.dueAt = dueAt;
  }

  escalated(openStep: string, count: number): void {
    const open = this.#open.get(openStep);
    if (open !== undefined) open.line.escalations = Math.max(open.line.escalations, count);
  }

  stopped(openStep: string, at: number, end: StepEnd): void {
    const open = this.#open.get(openStep);
    if (open === undefined) return;
    this.#open.delete(openStep);
    open.line.endedAt = at;
    open.line.end = end;
  }

  caseEnded(at: number, end: StepEnd): void {
    for (const openStep of this.#open.keys()) this.stopped(openStep, at, end);
  }

  renamed(named: (step: string) => string): void {
    for (const line of this.#lines) line.step = named(line.step);
  }
}
