import type { Content } from '../../access/permit.ts';
import type { Subject } from '../../access/subject.ts';
import type { Fact, FactActor } from '../../engine/facts.ts';
import { roleAmong } from '../../engine/parties.ts';
import { type AnyChain, silentEndings, stepNamed } from '../../language/define.ts';
import { instant } from '../../reading/instant.ts';
import { chainThen } from './chain-then.ts';
import { detailsOf, type TrailDetails } from './trail-details.ts';

export interface TrailItem extends TrailDetails {
  readonly seq: number;
  readonly at: string;
  readonly fact: string;
  readonly step?: string;
  readonly label?: string;
  readonly actor: FactActor;
}

interface Reader {
  readonly subject: Subject;
  readonly content: Content;
  /** Openings that are or were this organisation's. */
  readonly own: ReadonlySet<string>;
  /** Openings that do not exist for this person. */
  readonly hidden: ReadonlySet<string>;
  readonly isSender: boolean;
}

/**
 * The facts of a case in order, as far as this person may see. Outcomes are seen by the organisation whose step it
 * was and by who has the regie; the ladder's rungs by holders; what is confidential by the accountable and by who
 * recorded it.
 */
export function trailOf(
  chain: AnyChain,
  facts: readonly Fact[],
  subject: Subject,
  content: Content,
): readonly TrailItem[] {
  const sender = facts.find((fact) => fact.fact === 'started')?.actor.organisation ?? null;
  const reader: Reader = {
    subject,
    content,
    own: new Set(facts.flatMap((fact) => ('openStep' in fact && isOwn(fact, subject, sender) ? [fact.openStep] : []))),
    hidden: content === 'whole' ? new Set() : hiddenFrom(facts, subject),
    isSender: sender !== null && sender === subject.organisation,
  };
  const shown = facts.filter((fact) => isShown(fact, reader));
  return shown
    .filter((fact) => isKnown(fact, facts, shown))
    .map((fact) => itemOf(chainThen(chain, facts, fact), fact, reader, shown));
}

/** That something was taken back is for who saw anything of it. */
function isKnown(fact: Fact, facts: readonly Fact[], shown: readonly Fact[]): boolean {
  if (fact.fact !== 'corrected') return true;
  const command = facts.find(({ seq }) => seq === fact.undoes)?.command ?? null;
  return shown.some((each) => each.seq === fact.undoes || (command !== null && each.command === command));
}

/** Where no organisation fulfils a role, the step is the sender's. */
function isOwn(fact: Fact, { organisation }: Subject, sender: string | null): boolean {
  if (fact.fact === 'opened') {
    const from = fact.from === undefined ? undefined : (fact.from.organisation ?? sender);
    return organisation === (fact.organisation ?? from ?? sender) || organisation === from;
  }
  return fact.fact === 'decided' && fact.actor.organisation === organisation;
}

function hiddenFrom(facts: readonly Fact[], subject: Subject): ReadonlySet<string> {
  const confidential = facts.flatMap((fact) =>
    fact.fact === 'opened' && fact.confidential === true && roleAmong([fact], subject) === undefined
      ? [fact.openStep]
      : [],
  );
  const recorded = new Set(
    facts.flatMap((fact) =>
      'openStep' in fact && 'actor' in fact && isMine(fact.actor, subject) ? [fact.openStep] : [],
    ),
  );
  return new Set(confidential.filter((id) => !recorded.has(id)));
}

/** Whether this person did it, not only a colleague. */
export function isMine(actor: FactActor, { organisation, practitioner, roles }: Subject): boolean {
  if ('system' in actor || actor.organisation !== organisation) return false;
  return actor.practitioner === null ? roles.includes(actor.role) : actor.practitioner === practitioner;
}

function isShown(fact: Fact, { subject, content, own, hidden, isSender }: Reader): boolean {
  if ('openStep' in fact && hidden.has(fact.openStep)) return false;
  if (content === 'whole') return true;
  const wide = content === 'step' || content === 'status' || content === 'own';
  switch (fact.fact) {
    case 'started':
    case 'ended':
      return content !== 'offer';
    case 'opened':
    case 'decided':
      return wide || own.has(fact.openStep);
    case 'reminded':
    case 'late':
    case 'escalated':
    case 'expired':
    case 'attempted':
    case 'rescheduled':
    case 'lapsed':
    case 'assigned':
      return own.has(fact.openStep);
    case 'asked':
      return own.has(fact.openStep) || isMine(fact.actor, subject);
    case 'corrected':
    case 'amended':
    case 'agreed':
    case 'moved':
      return wide || isMine(fact.actor, subject);
    case 'informed':
      return isSender;
    case 'paused':
    case 'resumed':
      return wide;
    case 'withdrawn':
      return wide || isMine(fact.actor, subject);
    case 'happened':
      return isMine(fact.actor, subject) || (wide && fact.confidential !== true);
    case 'consented':
    case 'elsewhere':
    case 'gap':
    case 'ruled':
    case 'linked':
    case 'followed':
    case 'paid-by':
    case 'grouped':
    case 'ungrouped':
    case 'anchored':
      return content === 'step';
    // How the engine keeps its own books; and what silenced a case is not for everyone.
    case 'scheduled':
    case 'unscheduled':
    case 'arrived':
    case 'joined':
    case 'restarted':
    case 'marked':
    case 'silenced':
    case 'withheld':
    case 'released':
      return false;
  }
}

function itemOf(chain: AnyChain, fact: Fact, { subject, content, own }: Reader, shown: readonly Fact[]): TrailItem {
  const step = 'step' in fact && fact.step !== '' ? labelled(chain, fact.step) : {};
  const mine =
    content === 'whole' ||
    ('openStep' in fact && own.has(fact.openStep)) ||
    ('actor' in fact && isMine(fact.actor, subject));
  const knows = content === 'whole' || fact.fact !== 'ended' || !silentEndings.includes(fact.ending);
  const { undoes, ...details } = detailsOf(fact, mine, knows);
  const named = undoes !== undefined && shown.some(({ seq }) => seq === undoes) ? { undoes } : {};
  return { seq: fact.seq, at: instant(fact.at), fact: fact.fact, ...step, ...details, ...named, actor: actorOf(fact) };
}

function labelled(chain: AnyChain, step: string): { step: string; label: string } {
  return { step, label: stepNamed(chain, step)?.label ?? step };
}

function actorOf(fact: Fact): FactActor {
  if ('actor' in fact) return fact.actor;
  if (fact.fact === 'ruled') return { system: 'engine' };
  return { system: fact.command === null ? 'clock' : 'engine' };
}
