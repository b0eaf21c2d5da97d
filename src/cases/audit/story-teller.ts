import type { CaseStory, StoryLink, StoryOutcome } from '../../audit/story.ts';
import { startOfLocalDay } from '../../engine/calendar/amsterdam.ts';
import { isLocalDate } from '../../engine/calendar/local-date.ts';
import { type Fact, isAnswer } from '../../engine/facts.ts';
import { COUPLING } from '../../language/define.ts';
import { StoryOfHandoffs } from './story-handoffs.ts';
import { linksAfter, withoutPromise } from './story-links.ts';
import { isSecret, leadsToSecret, tellableEnding } from './story-secrets.ts';
import { StoryOfSteps } from './story-steps.ts';

type Started = Extract<Fact, { fact: 'started' }>;
type Decided = Extract<Fact, { fact: 'decided' }>;

/** Hears the facts of one case in order, and tells what the figures need of them. */
export class StoryTeller {
  readonly #started: Started;
  readonly #steps = new StoryOfSteps();
  readonly #handoffs = new StoryOfHandoffs();
  readonly #pauses: { from: number; to: number | null }[] = [];
  /** The link that an open question asks for: per opening its type and chain. */
  readonly #asked = new Map<string, { readonly type: string; readonly chain: string }>();
  #outcomes: StoryOutcome[] = [];
  #gaps: CaseStory['gaps'] = [];
  #informed: CaseStory['informed'] = [];
  #links: readonly StoryLink[] = [];
  #version: number;
  #left: { readonly command: string | null; readonly reason: string; readonly step: string | null } | null = null;
  #ended: Pick<CaseStory, 'endedAt' | 'ending' | 'dropout'> = { endedAt: null, ending: null, dropout: null };

  constructor(started: Started) {
    this.#started = started;
    this.#version = started.version;
  }

  hear(fact: Fact): void {
    const { at } = fact;
    if ('step' in fact && fact.step !== undefined && this.#isSecret(fact.step)) return;
    switch (fact.fact) {
      case 'opened':
        if (fact.confidential === true) return;
        this.#steps.opened(fact);
        this.#handoffs.opened(fact);
        if (fact.step === COUPLING) this.#ask(fact.openStep, fact.variant['type'], fact.item);
        return;
      case 'decided':
        return this.#decided(fact);
      case 'ruled':
        return this.#came({ step: fact.step, outcome: fact.outcome, at, how: 'ruled', reason: null, kept: {} });
      case 'elsewhere': {
        const { step, outcome, on, kept = {} } = fact;
        const then = isLocalDate(on) ? startOfLocalDay(on) : at;
        return this.#came({ step, outcome, at: then, how: 'elsewhere', reason: null, kept });
      }
      case 'escalated':
        return this.#steps.escalated(fact.openStep, fact.rung.count - 1);
      case 'expired':
        return this.#handoffs.expired(fact.openStep, at);
      case 'attempted':
        return this.#steps.taken(fact.openStep, at);
      case 'assigned':
        this.#handoffs.assigned(fact.openStep, fact.organisation);
        if (fact.practitioner !== null) this.#steps.taken(fact.openStep, at);
        return;
      case 'rescheduled':
        return this.#steps.moved(fact.openStep, fact.dueAt);
      case 'lapsed':
        this.#steps.stopped(fact.openStep, at, 'lapsed');
        return this.#handoffs.stopped(fact.openStep, at);
      case 'withheld':
        for (const openStep of fact.openSteps) {
          this.#steps.stopped(openStep, at, 'withdrawn');
          this.#handoffs.stopped(openStep, at);
        }
        return;
      case 'gap':
        this.#gaps = [...this.#gaps, { step: fact.step, gap: fact.gap, at }];
        return;
      case 'informed':
        this.#informed = [...this.#informed, { milestone: fact.milestone, at }];
        return;
      case 'linked':
        this.#links = linksAfter(this.#links, fact, this.#started.at);
        return;
      case 'paused':
        this.#pauses.push({ from: at, to: null });
        return;
      case 'resumed':
        return this.#resume(at);
      case 'moved':
        return this.#move(fact);
      case 'withdrawn':
        this.#left = { command: fact.command, reason: fact.reason, step: null };
        return;
      case 'ended':
        return this.#end(fact);
      case 'started':
      case 'reminded':
      case 'late':
      case 'scheduled':
      case 'unscheduled':
      case 'arrived':
      case 'joined':
      case 'restarted':
      case 'consented':
      case 'marked':
      case 'followed':
      case 'paid-by':
      case 'grouped':
      case 'ungrouped':
      case 'anchored':
      case 'happened':
      case 'asked':
      case 'agreed':
      case 'released':
      case 'corrected':
      case 'amended':
      case 'silenced':
        return;
    }
  }

  /** All that was heard, but for the resident and the last moment. */
  story(): Omit<CaseStory, 'resident' | 'lastAt'> {
    const { chain, municipality, kern, actor, at } = this.#started;
    return {
      case: this.#started.case,
      chain,
      version: this.#version,
      municipality,
      kern,
      referrer: { role: actor.role, organisation: actor.organisation },
      startedAt: at,
      herinstroom: this.#started.herinstroom === true,
      ...this.#ended,
      pauses: this.#pauses,
      steps: this.#steps.lines,
      outcomes: this.#outcomes,
      handoffs: this.#handoffs.lines,
      gaps: this.#gaps,
      links: this.#links,
      informed: this.#informed,
    };
  }

  #decided(fact: Decided): void {
    const { step, outcome, at, reason, proposed, kept = {}, command, openStep } = fact;
    const isTold = !leadsToSecret(this.#started.chain, this.#version, step);
    this.#steps.decided(fact, isTold);
    this.#handoffs.decided(fact, this.#started.chain, this.#version);
    const asked = this.#asked.get(openStep);
    if (asked !== undefined) this.#links = withoutPromise(this.#links, asked.type, asked.chain);
    if (isAnswer(fact)) return;
    if (!isTold) return;
    const departs = proposed !== undefined && proposed !== outcome;
    if (reason !== undefined && !departs) this.#left = { command, reason, step };
    this.#came({ step, outcome, at, how: 'decided', reason: reason ?? null, kept });
  }

  #came(outcome: StoryOutcome): void {
    if (leadsToSecret(this.#started.chain, this.#version, outcome.step)) return;
    this.#outcomes.push(outcome);
  }

  #ask(openStep: string, type: string | undefined, chain: string | undefined): void {
    if (type !== undefined && chain !== undefined) this.#asked.set(openStep, { type, chain });
  }

  #resume(at: number): void {
    const last = this.#pauses.at(-1);
    if (last !== undefined) last.to ??= at;
  }

  #move({ to, steps }: Extract<Fact, { fact: 'moved' }>): void {
    const named = (step: string): string => (Object.hasOwn(steps, step) ? (steps[step] ?? step) : step);
    this.#version = to;
    this.#steps.renamed(named);
    this.#handoffs.renamed(named);
    this.#outcomes = this.#outcomes.map((each) => ({ ...each, step: named(each.step) }));
    this.#gaps = this.#gaps.map((each) => ({ ...each, step: named(each.step) }));
  }

  #end({ at, ending, command }: Extract<Fact, { fact: 'ended' }>): void {
    this.#resume(at);
    const left = this.#left !== null && this.#left.command === command && command !== null ? this.#left : null;
    this.#steps.caseEnded(at, left !== null && left.step === null ? 'withdrawn' : 'lapsed');
    this.#handoffs.caseEnded(at);
    const dropout = left === null ? null : { reason: left.reason, step: left.step };
    this.#ended = { endedAt: at, ending: tellableEnding(ending), dropout };
  }

  #isSecret(step: string): boolean {
    return isSecret(this.#started.chain, this.#version, step);
  }
}
