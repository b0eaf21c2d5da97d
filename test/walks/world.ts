import { localDateOf } from '../../src/engine/calendar/amsterdam.ts';
import { namesResident } from '../../src/language/define.ts';
import { directory } from '../../src/local/demo-region/directory.ts';
import { Random } from '../chaos/random.ts';
import { type Form, formFor, type JsonSchema } from './json-form.ts';
import { type AskAs, type Asked, askingAs, askingUntil, type Someone, someoneNamed } from './people.ts';

/** As much of `GET /chains/{id}` as a walk needs. */
export interface ChainSaid {
  readonly id: string;
  readonly entries: Readonly<Record<string, readonly string[]>>;
  readonly inclusion: readonly { readonly minAge?: number; readonly maxAge?: number }[];
  readonly anchors: Readonly<Record<string, string>>;
  readonly consentBy: readonly { readonly under?: number; readonly by: readonly string[] }[];
  readonly forms: Readonly<Record<string, JsonSchema>>;
  readonly steps: readonly {
    readonly id: string;
    readonly kind: string;
    readonly form?: string;
    readonly override?: { readonly reason: string };
  }[];
}

/** What a walk knows of where it walks; all of it was asked over HTTP, or is public in the demo region. */
export interface World {
  readonly ask: AskAs;
  readonly random: Random;
  readonly seed: number;
  readonly chain: ChainSaid;
  /** The time of the cases, in milliseconds. */
  now(): number;
  moveClock(duration: string): Promise<void>;
  /** Per step: the reason for departing from what its rule proposes. */
  readonly overrides: ReadonlyMap<string, string>;
  /** A form for an outcome: the last one that was taken, else the least that the schema asks. */
  formFor(form: string, outcome: string): Form;
  keepForm(outcome: string, form: Form): void;
  /** The organisations that fulfil a role in this chain somewhere. */
  whoFulfil(role: string): readonly string[];
  /** A live case of another resident that this person sees, and that nobody walks on. */
  besideCase(by: Someone, caseId: string): Promise<string | null>;
  /**
   * Another chain into which this person can refer, where the resident of this case was not referred yet; one of `only`
   * where that is not empty.
   */
  otherChain(
    by: Someone,
    caseId: string,
    only?: readonly string[],
  ): Promise<{ readonly chain: string; readonly entry: string } | null>;
  /** Of a step where a case can begin in another chain: the form that may be asked there. */
  readonly entryForms: Map<string, JsonSchema>;
  /** What can be asked already: the last part of each route of a case in the document. */
  readonly routes: ReadonlySet<string>;
  /** A case and what it was coupled with: a case, or a chain. */
  readonly coupled: Set<string>;
  /** Cases on which nobody walks. */
  readonly parked: string[];
}

export interface WorldSettings {
  readonly system: Asked;
  readonly seed: number;
  readonly chain: string;
}

export async function openWorld({ system, seed, chain: id }: WorldSettings): Promise<World> {
  const ask = askingUntil(askingAs(system));
  const random = new Random(seed);
  const admin = someoneNamed('beheerder');
  const said = await ask(someoneNamed('huisarts'), 'GET', `/chains/${id}`);
  if (said.status !== 200) throw new Error(`no chain: ${said.status} ${said.text}`);
  const chain = said.json as ChainSaid;
  const document = await system.api(null, 'GET', '/openapi.json');
  if (document.json?.paths === undefined)
    throw new Error(`no document: ${document.status} ${document.text.slice(0, 300)}`);
  const paths = Object.entries<object>(document.json.paths).flatMap(([path, item]) => ('post' in item ? [path] : []));
  const taken = new Map<string, Form[]>();
  let ahead = 0;
  const move = async (duration: string): Promise<void> => {
    const moved = await ask(admin, 'POST', '/dev/clock', { advance: duration });
    if (moved.status !== 200) throw new Error(`time does not move: ${moved.status} ${moved.text}`);
    ahead = Date.parse(moved.json.now) - Date.now();
  };
  await move('P0D');
  const world: World = {
    ask,
    random,
    seed,
    chain,
    now: () => Date.now() + ahead,
    moveClock: move,
    overrides: new Map(
      chain.steps.flatMap(({ id: step, override }) =>
        override === undefined ? [] : [[step, override.reason] as const],
      ),
    ),
    formFor: (name, outcome) => {
      const kept = taken.get(outcome) ?? [];
      // Half of the time a new one: the same answers every time would lead the same way.
      if (kept.length > 0 && random.chance(0.5)) return random.pick(kept);
      return formFor(chain.forms[name] ?? {}, random, localDateOf(world.now()));
    },
    keepForm: (outcome, form) => {
      const kept = taken.get(outcome) ?? [];
      if (kept.length < 10) taken.set(outcome, [...kept, form]);
    },
    whoFulfil: (role) => [
      ...new Set(
        directory.filter((row) => row.chain === id && row.role === role).map(({ organisation }) => organisation),
      ),
    ],
    besideCase: async (by, caseId) => {
      for (const other of random.shuffled(world.parked.slice(-12))) {
        if (other === caseId || world.coupled.has(`${caseId} ${other}`)) continue;
        const { status, json } = await ask(by, 'GET', `/cases/${other}`);
        if (status === 200 && json.status !== 'ended') return other;
      }
      return null;
    },
    otherChain: async (by, caseId, only = []) => {
      const { json } = await ask(by, 'GET', '/chains');
      const others = (json.items as Pick<ChainSaid, 'id' | 'entries'>[])
        .filter((each) => each.id !== id && !world.coupled.has(`${caseId} ${each.id}`))
        .filter((each) => only.length === 0 || only.includes(each.id))
        // There it is about somebody else, such as the child: a walk knows nobody's child.
        .filter((each) => !namesResident('vervolg', id, each.id))
        .flatMap((each) =>
          Object.values(each.entries).flatMap((all) => all.map((entry) => ({ chain: each.id, entry }))),
        );
      if (others.length === 0) return null;
      const other = random.pick(others);
      const name = `${other.chain} ${other.entry}`;
      if (!world.entryForms.has(name)) {
        const there = (await ask(by, 'GET', `/chains/${other.chain}`)).json as ChainSaid;
        const form = there.steps.find((step) => step.id === other.entry)?.form;
        world.entryForms.set(name, there.forms[form ?? ''] ?? {});
      }
      return other;
    },
    entryForms: new Map(),
    coupled: new Set(),
    routes: new Set(paths.filter((path) => path.startsWith('/cases/{id}/')).map((path) => path.slice(12))),
    parked: [],
  };
  return world;
}
