import type { Answer } from '../harness/api.ts';
import { begin, type Begun, placeInGroup } from './begin.ts';
import { look, sample, type Seen, seqOf, thinned } from './look.ts';
import { everyone, inTurns, someoneNamed } from './people.ts';
import { succeed } from './succeed.ts';
import { type Kind, kinds, type Try } from './tries.ts';
import type { World } from './world.ts';

/** What was found to be otherwise than the list of actions said. */
export interface Wrong {
  readonly state: number;
  readonly case: string;
  readonly user: string;
  readonly tried: string;
  readonly said: 'allowed' | 'not allowed' | 'not shown';
  readonly what: string;
}

export interface WalkResult {
  readonly seed: number;
  readonly chain: string;
  readonly states: number;
  readonly cases: number;
  /** All cases that were begun. */
  readonly ids: readonly string[];
  readonly users: number;
  readonly tried: Readonly<Record<Kind, { allowed: number; refused: number }>>;
  /** How often each outcome of each step, and each event, was tried and succeeded. */
  readonly covered: Readonly<Record<string, number>>;
  /** What nobody could fill in: an action that is shown allowed, with nothing to choose that fits. */
  readonly unfilled: readonly string[];
  readonly orphans: number;
  readonly wrong: readonly Wrong[];
}

export interface WalkSettings {
  readonly states: number;
  /** How many cases are walked at once. */
  readonly lanes: number;
  /** Refusals to try in each state; without it all of those who see the case, and one of each kind of every stranger. */
  readonly refusals?: number;
  readonly log?: (text: string) => void;
  readonly signal?: AbortSignal;
}

/** How often each kind, about: a walk is mostly decisions, and seldom a withdrawal. */
const WEIGHTS: Readonly<Record<Kind, number>> = {
  decide: 16,
  attempt: 3,
  assign: 3,
  pause: 2,
  resume: 2,
  withdraw: 0.6,
  event: 1.5,
  link: 1.5,
  move: 1,
  ask: 2,
  answer: 2,
  consent: 2.5,
  correct: 2,
};

interface Lane {
  begun: Begun;
  steps: number;
  /** What could be tried in the state before: what is gone since must be refused. */
  before: ReadonlyMap<string, Try>;
}

const LONGEST = 60;

/** Walks through states of cases; in each tries what is refused and one thing that is allowed. */
export async function walk(world: World, settings: WalkSettings): Promise<WalkResult> {
  const tried = Object.fromEntries(kinds.map((kind) => [kind, { allowed: 0, refused: 0 }])) as Record<
    Kind,
    { allowed: number; refused: number }
  >;
  const covered: Record<string, number> = {};
  const unfilled = new Set<string>();
  const wrong: Wrong[] = [];
  const { random } = world;
  let states = 0;
  const ids = new Set<string>();

  const start = async (known: boolean): Promise<Lane> => {
    const begun = await begin(world, known);
    ids.add(begun.id);
    return { begun, steps: 0, before: new Map() };
  };

  const refuse = async (lane: Lane, seen: Seen, state: number): Promise<boolean> => {
    const candidates = new Map([...lane.before, ...seen.all]);
    const chances = [...candidates.values()].flatMap((one) =>
      everyone.filter((by) => seen.views.get(by)?.get(one.name)?.allowed !== true).map((by) => ({ by, one })),
    );
    const some =
      settings.refusals === undefined
        ? thinned(random.shuffled(chances), seen)
        : sample(random.shuffled(chances), seen, settings.refusals);
    let kept = true;
    await inTurns(some, 6, async ({ by, one }) => {
      const body = await one.body(by, world, lane.begun.id);
      if (body === null) return;
      const answer = await world.ask(by, 'POST', `/cases/${lane.begun.id}/${one.to}`, body);
      tried[one.kind].refused += 1;
      if ([403, 404, 409, 422].includes(answer.status)) return;
      kept = false;
      const view = seen.views.get(by);
      const said = view?.has(one.name) === true ? 'not allowed' : 'not shown';
      wrong.push({
        state,
        case: lane.begun.id,
        user: by.handle,
        tried: `${one.name} ${JSON.stringify(body)}`,
        said,
        what: whatOf(answer),
      });
    });
    return kept;
  };

  const allow = async (lane: Lane, seen: Seen, state: number): Promise<boolean> => {
    const chances = [...seen.views].flatMap(([by, view]) =>
      [...(view?.values() ?? [])].filter(({ allowed }) => allowed).map((one) => ({ by, one })),
    );
    for (const { by, one } of rarestFirst(random.shuffled(chances), tried, covered)) {
      const done = await succeed(world, lane.begun.id, by, one);
      if (done === null) {
        unfilled.add(`${by.handle}: ${shape(one)}`);
        continue;
      }
      if (one.kind === 'link') {
        const { chain, case: other } = done.body as { chain?: string; case?: string };
        world.coupled.add(`${lane.begun.id} ${chain ?? other}`);
      }
      // A new case in another chain is a referral, which that chain may have reasons to refuse.
      if (one.kind === 'link' && ['already-referred', 'not-in-target-group'].includes(done.answer.json?.code)) continue;
      if (done.answer.status === 200 || done.answer.status === 201) {
        if (one.kind === 'link' && typeof done.answer.json?.case === 'string') ids.add(done.answer.json.case);
        tried[one.kind].allowed += 1;
        covered[shape(one)] = (covered[shape(one)] ?? 0) + 1;
      } else {
        const what = whatOf(done.answer);
        wrong.push({
          state,
          case: lane.begun.id,
          user: by.handle,
          tried: `${one.name} ${JSON.stringify(done.body)}`,
          said: 'allowed',
          what,
        });
      }
      return true;
    }
    return false;
  };

  /** One state of one case. @returns whether there is a next one. */
  const visit = async (lane: Lane): Promise<boolean> => {
    const state = (states += 1);
    const seen = await look(world, lane.begun.id);
    const seq = await seqOf(world, lane.begun.id, seen);
    const kept = await refuse(lane, seen, state);
    const after = await seqOf(world, lane.begun.id, seen);
    if (kept && after !== seq) {
      wrong.push({
        state,
        case: lane.begun.id,
        user: '',
        tried: 'refusals',
        said: 'not allowed',
        what: `${seq} became ${after}`,
      });
    }
    lane.before = seen.all;
    lane.steps += 1;
    const done = kept ? await allow(lane, seen, state) : seen.all.size > 0;
    return done && lane.steps < LONGEST;
  };

  const lanes = await inTurns([...Array.from({ length: settings.lanes }).keys()], settings.lanes, (lane) =>
    start(lane === 0),
  );
  while (states < settings.states) {
    settings.signal?.throwIfAborted();
    const ended = await inTurns(lanes.slice(0, settings.states - states), settings.lanes, async (lane) =>
      (await visit(lane)) ? [] : [lane],
    );
    for (const lane of ended.flat()) {
      world.parked.push(lane.begun.id);
      lanes[lanes.indexOf(lane)] = await start(random.chance(0.3));
    }
    for (const lane of lanes) if (waitsForGroup(lane) && random.chance(0.4)) await placeInGroup(world, lane.begun);
    if (random.chance(0.3)) await world.moveClock(`P${1 + random.below(random.chance(0.2) ? 90 : 12)}D`);
    if (states % 50 < settings.lanes) settings.log?.(`${states} states, ${ids.size} cases, ${wrong.length} wrong`);
  }
  const orphans = await world.ask(someoneNamed('beheerder'), 'GET', '/orphans');
  return {
    seed: world.seed,
    chain: world.chain.id,
    states,
    cases: ids.size,
    ids: [...new Set([...ids, ...world.parked])],
    users: everyone.length,
    tried,
    covered,
    unfilled: [...unfilled],
    orphans: orphans.json.items.length,
    wrong,
  };
}

/** Without the numbers of this case. */
function shape({ kind, name, form }: Try): string {
  if (form !== undefined) return `decide ${form.step} ${form.outcome}`;
  const bare = name.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}\.?/g, '').replaceAll(/ ([a-z0-9-]+)\.[0-9.]+/g, ' $1');
  return kind === 'correct' ? 'correct' : bare;
}

function rarestFirst<T extends { one: Try }>(
  chances: readonly T[],
  tried: Readonly<Record<Kind, { allowed: number }>>,
  covered: Readonly<Record<string, number>>,
): readonly T[] {
  const rank = ({ one }: T): number => (tried[one.kind].allowed + 0.5) / WEIGHTS[one.kind];
  return chances.toSorted((a, b) => rank(a) - rank(b) || (covered[shape(a.one)] ?? 0) - (covered[shape(b.one)] ?? 0));
}

function waitsForGroup({ before }: Lane): boolean {
  return [...before.keys()].some((name) => name.endsWith(' groep-vol'));
}

function whatOf({ status, json, text }: Answer): string {
  return `${status} ${json?.code ?? ''} ${json?.detail ?? text.slice(0, 200)} ${JSON.stringify(json?.errors ?? '')}`;
}
