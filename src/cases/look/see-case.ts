import { type Content, permitCase, type Relation } from '../../access/permit.ts';
import { definitionOf } from '../../chains/index.ts';
import { mayTake } from '../../engine/actions.ts';
import { localDateOf } from '../../engine/calendar/amsterdam.ts';
import { currentFact } from '../../engine/migrate.ts';
import type { CaseState } from '../../engine/state.ts';
import { PREVIOUS } from '../../language/define.ts';
import { readFacts, stateAt } from '../../reading/state-at.ts';
import type { CaseContext } from '../context.ts';
import { type Asking, visit, type Visit } from '../visit.ts';
import { readShadows } from '../../reading/shadows.ts';
import { readStatuses } from '../../reading/statuses.ts';
import { type ActionView, standingActions, viewAction } from './action-view.ts';
import { basisFor } from './basis.ts';
import { withAlternatives } from './came-back.ts';
import { type CaseView, viewCase } from './case-view.ts';
import { linksShownTo } from './links-shown.ts';
import { nobody, onOffer, openPersonal, readerOf } from './personal.ts';
import { coordinates, relationsOf } from './relations.ts';
import { recordLook } from './record-look.ts';
import { withTakers } from './takers.ts';
import { type TrailItem, trailOf } from './trail.ts';

/** Shows a case. @throws CaseError `not-found` when this person may not see it. */
export async function seeCase(context: CaseContext, asking: Asking, caseId: string): Promise<CaseView> {
  const seen = await visit(context, asking, caseId, 'case.read');
  const content = seen.verdict.content ?? 'contribution';
  await recordLook(context, asking, seen);
  const view = await drawCase(context, asking, seen, seen.state, content, context.clock.now());
  return content === 'whole' ? withShadows(context, seen, view) : view;
}

type Seen = Pick<Visit, 'row' | 'chain' | 'state'>;

/** Other practices referred this person to the same confidential chain: only who has the regie of the first case learns it. */
async function withShadows(
  { db }: CaseContext,
  { row, chain }: Pick<Visit, 'row' | 'chain'>,
  view: CaseView,
): Promise<CaseView> {
  if (chain.confidentialExistence !== true) return view;
  const { shadows } = await readShadows(db, row.id);
  const links = shadows.map(({ case: id, chain: other, status }) => ({
    type: 'zelfde-inwoner',
    chain: other,
    case: id,
    status,
  }));
  return { ...view, links: [...view.links, ...links] };
}

/** A case as it stood after one of its facts. `head` saves rebuilding it. */
export async function stateAfter(
  context: CaseContext,
  seen: Seen,
  seq: number,
  head: CaseState | null,
): Promise<CaseState> {
  const known = [head, seen.state].find((candidate) => candidate?.seq === seq);
  return known ?? stateAt(context.db, seen.row.id, seq);
}

/**
 * A case as it stood then, drawn for whoever this person was to it: a request is answered with it the first time, and
 * every time that it is repeated.
 */
export async function drawAfter(
  context: CaseContext,
  asking: Asking,
  seen: Seen,
  state: CaseState,
  own: readonly Relation[] = [],
): Promise<CaseView> {
  const { subject } = asking;
  // Since then, or with this very request, the case may have gone on with another version of its chain.
  const chain = definitionOf(state.chain, state.version);
  const verdict = permitCase([...own, ...relationsOf(chain, state, subject)], 'case.read');
  const content = verdict.allowed ? verdict.content : undefined;
  // Whether this person took part is told by what is stored now, which at the first answer was less.
  const then = { ...seen, chain, row: { ...seen.row, took_part: false } };
  return drawCase(context, asking, then, state, content ?? (coordinates(subject, state) ? 'stuck' : 'contribution'), 0);
}

/** The same, by the number of the fact. */
export async function drawCaseAt(
  context: CaseContext,
  asking: Asking,
  seen: Seen,
  seq: number,
  head: CaseState | null,
  own: readonly Relation[] = [],
): Promise<CaseView> {
  return drawAfter(context, asking, seen, await stateAfter(context, seen, seq, head), own);
}

async function drawCase(
  context: CaseContext,
  { subject }: Asking,
  { row, chain }: Pick<Visit, 'row' | 'chain'>,
  state: CaseState,
  content: Content,
  now: number,
): Promise<CaseView> {
  const [names, reader] = await Promise.all([context.directory.names(), readerOf(context, subject)]);
  const basis = basisFor(state, content, subject, row.took_part);
  const shows = await linksShownTo(context, subject, state.links);
  const shown = { ...state, links: state.links.filter(shows) };
  const linked = await statusesOf(context, shown, content);
  if (content !== 'offer') {
    const personal = basis === null ? nobody : openPersonal(context.ring, row, reader);
    return viewCase(chain, shown, subject, content, basis, personal, names, now, linked);
  }
  const offered = onOffer(openPersonal(context.ring, row), localDateOf(Math.max(now, state.startedAt)));
  return viewCase(chain, shown, subject, content, basis, offered, names, now, linked);
}

/** Of a case that it is coupled with, someone sees where it stands; what is in it stays there. */
async function statusesOf(
  { db }: CaseContext,
  { links }: CaseState,
  content: Content,
): Promise<ReadonlyMap<string, string>> {
  const ids = links.flatMap((link) => link.case ?? []);
  if (ids.length === 0 || (content !== 'whole' && content !== 'step')) return new Map();
  return readStatuses(db, ids);
}

/**
 * Every action that stands open, and whether this person may take it; who may not is told why. What is not theirs is
 * listed for who has the regie and for the referrer only.
 */
export async function seeActions(context: CaseContext, asking: Asking, caseId: string): Promise<readonly ActionView[]> {
  const seen = await visit(context, asking, caseId, 'case.actions');
  await recordLook(context, asking, seen);
  const { chain, state, verdict } = seen;
  const { subject } = asking;
  const all = verdict.content === 'whole' || verdict.content === 'status';
  const standing = { chain, state, subject, now: context.clock.now() };
  const listed = standingActions(standing).filter((action) => all || mayTake(action, subject));
  return Promise.all(
    listed.map(async (action) => {
      const view = await withTakers(context.directory, standing, action, viewAction(standing, action));
      return withAlternatives(context, standing, view);
    }),
  );
}

/** The facts of a case in order, as far as this person may see. */
export async function seeTrail(context: CaseContext, asking: Asking, caseId: string): Promise<readonly TrailItem[]> {
  const seen = await visit(context, asking, caseId, 'case.trail');
  await recordLook(context, asking, seen);
  const { row, chain, state, verdict } = seen;
  const facts = (await readFacts(context.db, row.id, state.seq)).map(currentFact);
  const shows = await linksShownTo(context, asking.subject, state.links);
  const whole = verdict.content === 'whole';
  const known = facts.filter((fact) => {
    if (fact.fact === 'followed') return shows({ chain: fact.chain, case: fact.from });
    return fact.fact !== 'linked' || (shows(fact) && (whole || fact.type !== PREVIOUS));
  });
  return trailOf(chain, known, asking.subject, verdict.content ?? 'contribution');
}
