import type { StoryHandoff } from '../../audit/story.ts';
import { definitionOf } from '../../chains/definitions.ts';
import type { Fact } from '../../engine/facts.ts';
import { stepNamed } from '../../language/define.ts';

type Opened = Extract<Fact, { fact: 'opened' }>;
type Decided = Extract<Fact, { fact: 'decided' }>;
type Answer = StoryHandoff['answer'];
type Line = { -readonly [Key in keyof StoryHandoff]: StoryHandoff[Key] };

/** The offers of one case, in order: each offer to each organisation is one. */
export class StoryOfHandoffs {
  readonly #lines: Line[] = [];
  readonly #offered = new Map<string, Line>();

  get lines(): readonly StoryHandoff[] {
    return this.#lines;
  }

  opened({ step, openStep, stage, from, role, organisation, at }: Opened): void {
    if (stage !== 'offered') return;
    const line: Line = {
      step,
      from: from?.role ?? role,
      to: role,
      fromOrganisation: from?.organisation ?? null,
      toOrganisation: organisation,
      offeredAt: at,
      answer: null,
      answeredAt: null,
      reason: null,
      expiredAt: null,
      warmAt: null,
    };
    this.#lines.push(line);
    this.#offered.set(openStep, line);
  }

  decided({ step, openStep, outcome, reason, stage, at }: Decided, chain: string, version: number): void {
    if (stage === 'contact' && outcome === 'contact-bevestigd') {
      const accepted = this.#lines.findLast((line) => line.step === step && line.answer === 'accepted');
      if (accepted !== undefined) accepted.warmAt ??= at;
    }
    this.#answer(openStep, answerOf(outcome, step, chain, version), at, reason ?? null);
  }

  expired(openStep: string, at: number): void {
    const line = this.#offered.get(openStep);
    if (line !== undefined) line.expiredAt ??= at;
  }

  assigned(openStep: string, organisation: string | null): void {
    const line = this.#offered.get(openStep);
    if (line !== undefined) line.toOrganisation = organisation;
  }

  stopped(openStep: string, at: number): void {
    this.#answer(openStep, 'lapsed', at, null);
  }

  caseEnded(at: number): void {
    for (const openStep of this.#offered.keys()) this.stopped(openStep, at);
  }

  renamed(named: (step: string) => string): void {
    for (const line of this.#lines) line.step = named(line.step);
  }

  #answer(openStep: string, answer: Answer, at: number, reason: string | null): void {
    const line = this.#offered.get(openStep);
    if (line === undefined) return;
    this.#offered.delete(openStep);
    line.answer = answer;
    line.answeredAt = at;
    line.reason = answer === 'declined' ? reason : null;
  }
}

/** What an answer means for the offer. Who is not there accepts by what the sender records of it. */
function answerOf(outcome: string, step: string, chain: string, version: number): Answer {
  if (outcome === 'aanvaard') return 'accepted';
  if (outcome === 'geweigerd') return 'declined';
  if (outcome === 'omleiden') return 'redirected';
  const chosen = stepNamed(definitionOf(chain, version), step)?.outcomes[outcome];
  return chosen?.by === 'sender' ? 'lapsed' : 'accepted';
}
