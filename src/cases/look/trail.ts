import type { Content } from '../../access/permit.ts';
import type { Subject } from '../../access/subject.ts';
import type { Fact, FactActor } from '../../engine/messages.ts';
import { stepOf } from '../../engine/go.ts';
import type { AnyChain } from '../../language/define.ts';
import { instant } from '../../reading/instant.ts';

export interface TrailItem {
  readonly seq: number;
  readonly at: string;
  readonly fact: string;
  readonly step?: string;
  readonly label?: string;
  readonly outcome?: string;
  /** What the rule proposed, and the coded reason for another choice. */
  readonly proposed?: string;
  readonly reason?: string;
  readonly ending?: string;
  readonly actor: FactActor;
}

/**
 * The facts of a case in order, as far as this person may see. Outcomes are seen by the organisation whose step it
 * was; the ladder's rungs by holders only.
 */
export function trailOf(
  chain: AnyChain,
  facts: readonly Fact[],
  subject: Subject,
  content: Content,
): readonly TrailItem[] {
  const sender = facts.find((fact) => fact.fact === 'started')?.actor.organisation ?? null;
  const own = new Set(
    facts.flatMap((fact) => ('openStep' in fact && isOwn(fact, subject, sender) ? [fact.openStep] : [])),
  );
  const isSender = sender !== null && sender === subject.organisation;
  return facts.filter((fact) => isShown(fact, content, own, isSender)).map((fact) => itemOf(chain, fact, own));
}

/** Where no organisation fulfils a role, the step is the sender's. */
function isOwn(fact: Fact, subject: Subject, sender: string | null): boolean {
  if (fact.fact === 'opened') return (fact.organisation ?? sender) === subject.organisation;
  return fact.fact === 'decided' && fact.actor.organisation === subject.organisation;
}

function isShown(fact: Fact, content: Content, own: ReadonlySet<string>, isSender: boolean): boolean {
  switch (fact.fact) {
    case 'started':
    case 'ended':
      return true;
    case 'opened':
    case 'decided':
      return content !== 'contribution' || own.has(fact.openStep);
    case 'reminded':
    case 'late':
    case 'escalated':
      return own.has(fact.openStep);
    case 'informed':
      return isSender;
    case 'consented':
    case 'gap':
      return content === 'step';
  }
}

function itemOf(chain: AnyChain, fact: Fact, own: ReadonlySet<string>): TrailItem {
  const step = 'step' in fact ? { step: fact.step, label: stepOf(chain, fact.step).label } : {};
  const outcome = fact.fact === 'decided' && own.has(fact.openStep) ? decisionOf(fact) : {};
  const ending = fact.fact === 'ended' ? { ending: fact.ending } : {};
  return { seq: fact.seq, at: instant(fact.at), fact: fact.fact, ...step, ...outcome, ...ending, actor: actorOf(fact) };
}

function decisionOf({ outcome, proposed, reason }: Extract<Fact, { fact: 'decided' }>): Partial<TrailItem> {
  return {
    outcome,
    ...(proposed === undefined ? {} : { proposed }),
    ...(reason === undefined ? {} : { reason }),
  };
}

function actorOf(fact: Fact): FactActor {
  if ('actor' in fact) return fact.actor;
  return { system: fact.command === null ? 'clock' : 'engine' };
}
