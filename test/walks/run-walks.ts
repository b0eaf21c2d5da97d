import { requestToken } from '../../src/local/request-token.ts';
import { type Ask, askWith } from '../harness/api.ts';
import { everyone } from './people.ts';
import { type Kind, kinds } from './tries.ts';
import { type WalkResult, walk, type Wrong } from './walk.ts';
import { openWorld } from './world.ts';

export interface WalksSettings {
  readonly url: string;
  readonly home: string;
  readonly seed: number;
  readonly states: number;
  readonly lanes: number;
  readonly refusals?: number;
  /** All chains that there are, unless these are named. */
  readonly chains?: readonly string[];
  readonly log: (text: string) => void;
  readonly signal?: AbortSignal;
}

export interface WalksResult {
  readonly seed: number;
  readonly states: number;
  readonly users: number;
  readonly cases: number;
  readonly orphans: number;
  /** Over all chains; `shown` says how many kinds of outcome, event, question and so on succeeded. */
  readonly tried: Readonly<Record<Kind, { allowed: number; refused: number; shown: number }>>;
  /** Kinds of action that never succeeded. */
  readonly missing: readonly Kind[];
  readonly chains: Readonly<
    Record<string, { states: number; cases: number; covered: Readonly<Record<string, number>> }>
  >;
  readonly unfilled: readonly string[];
  readonly wrong: readonly Wrong[];
}

/** A token of a machine is good for five minutes. */
const TOKENS_KEPT_MS = 3 * 60_000;

/** Walks through every chain of a system that runs; the first, which is whole, gets most of it. */
export async function runWalks(settings: WalksSettings): Promise<WalksResult> {
  const { seed, states, lanes, refusals, log, signal } = settings;
  const api = askingAt(settings);
  const chains = settings.chains ?? (await chainsOf(api));
  const results: WalkResult[] = [];
  for (const [index, chain] of chains.entries()) {
    const share = chains.length === 1 ? 1 : index === 0 ? 0.6 : 0.4 / (chains.length - 1);
    log(`${chain}: ${Math.round(states * share)} states`);
    const world = await openWorld({ system: { api }, seed: seed + index, chain });
    results.push(
      await walk(world, {
        states: Math.round(states * share),
        lanes,
        log,
        ...(refusals === undefined ? {} : { refusals }),
        ...(signal === undefined ? {} : { signal }),
      }),
    );
  }
  return together(seed, results);
}

function askingAt({ url, home }: WalksSettings): Ask {
  const fresh = (): Ask =>
    askWith(
      (path, init) => fetch(url + path, init),
      (user) => requestToken(home, user),
    );
  let ask = fresh();
  let until = Date.now() + TOKENS_KEPT_MS;
  return (...asked) => {
    if (Date.now() > until) {
      ask = fresh();
      until = Date.now() + TOKENS_KEPT_MS;
    }
    return ask(...asked);
  };
}

/** Valpreventie first: it is whole, and everyone who can be in a group is in it. */
async function chainsOf(api: Ask): Promise<readonly string[]> {
  const { json } = await api('huisarts', 'GET', '/chains');
  const all = json.items.map(({ id }: { id: string }) => id) as string[];
  return ['valpreventie', ...all.filter((id) => id !== 'valpreventie')];
}

function together(seed: number, results: readonly WalkResult[]): WalksResult {
  const sum = (of: (result: WalkResult) => number): number => results.reduce((total, result) => total + of(result), 0);
  const shown = new Set(results.flatMap(({ covered }) => Object.keys(covered)));
  const tried = Object.fromEntries(
    kinds.map((kind) => [
      kind,
      {
        allowed: sum((result) => result.tried[kind].allowed),
        refused: sum((result) => result.tried[kind].refused),
        shown: [...shown].filter((name) => name.split(' ')[0] === kind).length,
      },
    ]),
  ) as WalksResult['tried'];
  return {
    seed,
    states: sum(({ states }) => states),
    users: everyone.length,
    cases: sum(({ cases }) => cases),
    orphans: sum(({ orphans }) => orphans),
    tried,
    missing: kinds.filter((kind) => tried[kind].allowed === 0),
    chains: Object.fromEntries(results.map(({ chain, states, cases, covered }) => [chain, { states, cases, covered }])),
    unfilled: [...new Set(results.flatMap(({ unfilled }) => unfilled))],
    wrong: results.flatMap(({ wrong }) => wrong),
  };
}
