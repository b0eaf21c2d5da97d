import { everyone, inTurns, type Someone } from './people.ts';
import { kindsOf, type Listed, type Try, triesOf } from './tries.ts';
import type { World } from './world.ts';

/** What everyone is shown in one state of one case. */
export interface Seen {
  readonly views: ReadonlyMap<Someone, ReadonlyMap<string, Try> | null>;
  /** Everything that anybody is shown. */
  readonly all: ReadonlyMap<string, Try>;
}

/** Asks everyone what they can do in a case. */
export async function look(world: World, caseId: string): Promise<Seen> {
  const views = await inTurns(everyone, 8, async (by) => {
    const { status, json, text } = await world.ask(by, 'GET', `/cases/${caseId}/actions`);
    // Some see the case and have no actions in it: for them as for strangers nothing is allowed.
    if (status === 404 || status === 403) return [by, null] as const;
    if (status !== 200) throw new Error(`${by.handle}: ${status} ${text}`);
    return [by, triesOf(json.items as readonly Listed[], kindsOf(world.routes))] as const;
  });
  const all = new Map<string, Try>();
  for (const [, view] of views) for (const [name, one] of view ?? []) all.set(name, one);
  return { views: new Map(views), all };
}

export async function seqOf(world: World, caseId: string, { views }: Seen): Promise<number | null> {
  const [seer] = [...views].find(([, view]) => view !== null) ?? [];
  return seer === undefined ? null : (await world.ask(seer, 'GET', `/cases/${caseId}`)).json.seq;
}

/** All of those who see the case, and of each stranger one of each kind: they are all refused by one and the same line. */
export function thinned<T extends { by: Someone; one: Try }>(chances: readonly T[], { views }: Seen): readonly T[] {
  const had = new Set<string>();
  return chances.filter(({ by, one }) => {
    if (views.get(by) !== null) return true;
    const name = `${by.handle} ${one.kind}`;
    if (had.has(name)) return false;
    had.add(name);
    return true;
  });
}

/** Most of those who see the case: of strangers everything is refused by one and the same line. */
export function sample<T extends { by: Someone }>(chances: readonly T[], { views }: Seen, n: number): readonly T[] {
  const seers = chances.filter(({ by }) => views.get(by) !== null);
  const strangers = chances.filter(({ by }) => views.get(by) === null);
  const every = (items: readonly T[], most: number): readonly T[] =>
    items.filter((_, index) => index % Math.max(1, Math.ceil(items.length / most)) === 0);
  return [...every(seers, Math.ceil(n * 0.75)), ...every(strangers, Math.ceil(n * 0.25))];
}
