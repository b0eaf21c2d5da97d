import { permitRole, type Verdict } from '../../access/permit.ts';
import { EVERY_CHAIN } from '../../audit/every-chain.ts';
import type { Definition } from '../../audit/figures/definitions.ts';
import type { Route } from '../../audit/figures/items.ts';
import { kindOf } from '../../audit/periods.ts';
import { REGION } from '../../audit/protect/block.ts';
import { definitions } from '../../chains/index.ts';
import { readFigures, readReleases, type ReleaseRow } from '../../reading/figures.ts';
import { CaseError } from '../case-error.ts';
import type { CaseContext } from '../context.ts';
import { refuseUnknownMunicipality } from '../municipality-asked.ts';
import { refusedParameter } from '../refused-parameter.ts';
import { type Asking, recordAccess, refusing } from '../visit.ts';
import { figureDefinitions } from './figure-definitions.ts';
import { type FiguresAsked, figuresAsked, type FiguresQuery } from './figures-query.ts';

/** An item as it was published. */
export type PublishedItem = Readonly<Record<string, unknown>>;

export interface FiguresView {
  /** The moment up to which facts count. */
  readonly asOf: string;
  readonly release: string;
  readonly period: string;
  /** null: the whole region. */
  readonly municipality: string | null;
  readonly definitions: readonly Definition[];
  readonly items: readonly PublishedItem[];
}

const NOTHING_HERE = 'Deze cijfers bestaan niet, of u mag ze niet zien.';
const NOT_THERE = 'Deze cijfers zijn er niet.';
export const NOTHING_YET = 'Er is nog niets gepubliceerd.';

/** What one route of the audit says of a place and a period, as it was published. Nothing in it is about a person. */
export async function seeFigures(
  context: CaseContext,
  asking: Asking,
  route: Route,
  query: FiguresQuery,
): Promise<FiguresView> {
  return refusing(context, asking, null, async () => {
    const verdict = insistOnAuditor(asking);
    asking.insist();
    await insistOnPlace(context, asking, query);
    insistOnChain(query);
    const asked = figuresAsked(route, query);
    if (asked === undefined) throw refusedParameter(NOT_THERE, 'by', 'Zo worden deze cijfers niet gesplitst.');
    const { items, ...found } = await published(context, route, query, asked);
    await recordAccess(context, asking, 'R', null, verdict);
    return { ...found, items: items.filter((item) => isInSight(asking, item)) };
  });
}

export async function seeReleases(context: CaseContext, asking: Asking): Promise<readonly ReleaseRow[]> {
  return refusing(context, asking, null, async () => {
    const verdict = insistOnAuditor(asking);
    asking.insist();
    const releases = await readReleases(context.db);
    await recordAccess(context, asking, 'R', null, verdict);
    return releases;
  });
}

async function published(
  { db }: CaseContext,
  route: Route,
  { chain, municipality, release }: FiguresQuery,
  { period, by, periods }: FiguresAsked,
): Promise<FiguresView> {
  const place = municipality ?? REGION;
  const rows = await readFigures(db, { release: release ?? null, route, by, place, periods });
  const [first] = rows;
  if (first === undefined) throw await notPublished(db, release, period);
  const items = rows.flatMap((row) => {
    const own = itemsIn(row.body).filter((item) => chain === undefined || isOf(item, chain));
    return periods.length === 1 ? own : own.map((item) => ({ period: row.period, ...item }));
  });
  return {
    asOf: first.asOf,
    release: first.release,
    period,
    municipality: municipality ?? null,
    definitions: figureDefinitions(route),
    items,
  };
}

/** What is told of one municipality beside the others is for who may see that municipality. */
function isInSight({ subject }: Asking, { municipality }: PublishedItem): boolean {
  const isOwn = municipality === undefined || municipality === subject.municipality;
  return isOwn || subject.roles.includes('regiocoordinator');
}

function itemsIn(body: unknown): readonly PublishedItem[] {
  return Array.isArray(body) ? (body as readonly PublishedItem[]) : [];
}

function isOf(item: PublishedItem, chain: string): boolean {
  return item['chain'] === chain || item['from'] === chain || item['to'] === chain;
}

async function notPublished(db: CaseContext['db'], release: string | undefined, period: string): Promise<CaseError> {
  const releases = await readReleases(db);
  const [last] = releases;
  const ids = releases.map(({ id }) => id);
  if (release !== undefined && !ids.includes(release)) {
    return refusedParameter(NOT_THERE, 'release', last === undefined ? NOTHING_YET : ids);
  }
  const kind = kindOf(period);
  if (last === undefined) return refusedParameter(NOT_THERE, kind, NOTHING_YET);
  const known = last.periods.filter((each) => kindOf(each) === kind);
  return refusedParameter(NOT_THERE, kind, `Over deze periode is niets gepubliceerd. Kies uit: ${known.join(', ')}.`);
}

/** @throws CaseError `not-found` for who has nothing to do with figures. */
export function insistOnAuditor({ subject }: Asking): Extract<Verdict, { allowed: true }> {
  const verdict = permitRole(subject, 'audit.read');
  if (!verdict.allowed) throw new CaseError('not-found', NOTHING_HERE);
  return verdict;
}

/** A ketencoordinator sees the region and the own municipality; for them there is no other. */
async function insistOnPlace(
  { directory }: CaseContext,
  { subject }: Asking,
  { municipality }: Pick<FiguresQuery, 'municipality'>,
): Promise<void> {
  if (municipality === undefined) return;
  if (!subject.roles.includes('regiocoordinator') && subject.municipality !== municipality) {
    throw new CaseError('not-found', NOTHING_HERE);
  }
  await refuseUnknownMunicipality(directory, municipality);
}

function insistOnChain({ chain }: FiguresQuery): void {
  const known = [...Object.keys(definitions), EVERY_CHAIN];
  if (chain !== undefined && !known.includes(chain)) throw refusedParameter(NOT_THERE, 'chain', known);
}
