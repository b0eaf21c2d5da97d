import { addDays } from '../../src/engine/calendar/local-date.ts';
import { localDateOf } from '../../src/engine/calendar/amsterdam.ts';
import type { Someone } from './people.ts';
import type { World } from './world.ts';

/** The kinds of action of contract 3. */
export const kinds = [
  'decide',
  'assign',
  'attempt',
  'pause',
  'resume',
  'withdraw',
  'event',
  'link',
  'move',
  'ask',
  'answer',
  'consent',
  'correct',
] as const;
export type Kind = (typeof kinds)[number];

interface Possible {
  readonly id: string;
  readonly allowed: boolean;
  readonly form?: string;
  readonly reasons?: readonly { readonly code: string }[];
  readonly of?: readonly string[];
}

/** One item of `GET /cases/{id}/actions`. */
export interface Listed {
  readonly action: Kind;
  readonly openStep?: string;
  readonly step?: string;
  readonly allowed: boolean;
  readonly outcomes?: readonly Possible[];
  readonly events?: readonly Possible[];
  readonly reasons?: readonly { readonly code: string }[];
  readonly to?: readonly { readonly role: string; readonly organisation: string | null }[];
  readonly purposes?: readonly { readonly id: string; readonly given: boolean }[];
  readonly types?: readonly { readonly id: string }[];
  readonly asked?: readonly { readonly type: string; readonly chain: string }[];
  readonly versions?: readonly number[];
  readonly seq?: number;
  readonly candidates?: readonly { readonly organisation: string }[];
}

/** Something that can be tried: named the same for everyone who is shown it. */
export interface Try {
  readonly kind: Kind;
  readonly name: string;
  /** The place under `/cases/{id}` that takes it. */
  readonly to: string;
  readonly allowed: boolean;
  /** Of a decision: whose form and which outcome. */
  readonly form?: { readonly name: string; readonly step: string; readonly outcome: string };
  /** What to send; null where this person has nothing that fits. */
  readonly body: (by: Someone, world: World, caseId: string) => Promise<object | null> | object | null;
}

const dayFrom = (world: World, days: number): string => addDays(localDateOf(world.now()), days);
/** A moment ago, for what has happened. */
const just = (world: World): string => new Date(world.now() - 1_000).toISOString();
const reasonOf = (reasons: readonly { readonly code: string }[] | undefined, world: World): string =>
  world.random.pick(reasons === undefined || reasons.length === 0 ? [{ code: 'ziekte' }] : reasons).code;

type Row = (item: Listed) => readonly Omit<Try, 'kind'>[];

/** One row for each kind of action: what there is to try of it. A new kind needs a row here and nothing else. */
const rows: Readonly<Record<Kind, Row>> = {
  decide: ({ openStep, step = '', outcomes = [], reasons }) =>
    outcomes.map(({ id, allowed, form, reasons: own }) => ({
      name: `decide ${openStep} ${id}`,
      to: 'decisions',
      allowed,
      ...(form === undefined ? {} : { form: { name: form, step, outcome: id } }),
      body: (_by, world) => {
        const given = own ?? (form === undefined ? undefined : reasons);
        // Where an assessment may depart from a proposal, the reason to do so is the chain's own.
        const override = world.overrides.get(step);
        const code = own === undefined && override !== undefined ? override : reasonOf(given, world);
        return {
          openStep,
          outcome: id,
          ...(form === undefined ? {} : { form: world.formFor(form, `${step} ${id}`) }),
          ...(own === undefined && override === undefined ? {} : { reason: { code } }),
        };
      },
    })),
  assign: ({ openStep, allowed, candidates = [] }) => [
    {
      name: `assign ${openStep}`,
      to: 'assignments',
      allowed,
      body: async (by, world, caseId) => {
        const seen = await world.ask(by, 'GET', `/cases/${caseId}`);
        const open = (seen.json?.openSteps ?? []) as { id: string; role: string; organisation: string | null }[];
        const step = open.find(({ id }) => id === openStep);
        const own = step !== undefined && step.organisation === by.organisation && by.roles.includes(step.role);
        // Who may assign, and has nobody to give it to, divides the work.
        if ((allowed && candidates.length === 0) || (own && world.random.chance(0.6)))
          return { openStep, practitioner: by.practitioner === null || world.random.chance(0.3) ? null : 'me' };
        if (candidates.length > 0) return { openStep, organisation: world.random.pick(candidates).organisation };
        const others = world.whoFulfil(step?.role ?? 'tester').filter((id) => id !== step?.organisation);
        return {
          openStep,
          ...(others.length === 0 ? { practitioner: 'me' } : { organisation: world.random.pick(others) }),
        };
      },
    },
  ],
  attempt: ({ openStep, allowed }) => [
    {
      name: `attempt ${openStep}`,
      to: 'attempts',
      allowed,
      body: (_by, world) => ({
        openStep,
        at: just(world),
        channel: world.random.pick(['telefoon', 'brief', 'bericht', 'huisbezoek']),
        result: world.random.pick(['niet-bereikt', 'bereikt']),
      }),
    },
  ],
  pause: ({ allowed, reasons }) => [
    {
      name: 'pause',
      to: 'pauses',
      allowed,
      body: (_by, world) => ({
        reason: reasonOf(reasons, world),
        until: dayFrom(world, 1 + world.random.below(40)),
        comment: 'x',
      }),
    },
  ],
  resume: ({ allowed }) => [{ name: 'resume', to: 'resumptions', allowed, body: () => ({}) }],
  withdraw: ({ allowed, reasons }) => [
    {
      name: 'withdraw',
      to: 'withdrawal',
      allowed,
      body: (_by, world) => ({ reason: { code: reasonOf(reasons, world), comment: 'x' } }),
    },
  ],
  event: ({ events = [] }) =>
    events.flatMap(({ id, of, allowed }) =>
      (of ?? [undefined]).map((whose) => ({
        name: `event ${id}${whose === undefined ? '' : ` ${whose}`}`,
        to: 'events',
        allowed,
        body: (_by: Someone, world: World) => ({
          event: id,
          at: dayFrom(world, 0),
          ...(whose === undefined ? {} : { data: { of: whose } }),
        }),
      })),
    ),
  link: ({ allowed, types = [], asked = [] }) =>
    types.map(({ id }) => ({
      name: `link ${id}`,
      to: 'links',
      allowed,
      body: async (by, world, caseId) => {
        // Two cases of two residents are of one family; of one resident there is one case in each chain.
        const other = id === 'zelfde-gezin' ? await world.besideCase(by, caseId) : null;
        const consent = { given: true, at: just(world), by: 'inwoner', purposes: ['overdracht'] };
        if (other !== null) return { type: id, case: other, consent };
        const only = asked.flatMap(({ type, chain }) => (type === id ? [chain] : []));
        // Two cases share an intake that was done; an outcome that asks for it comes after it.
        if (id === 'deel-intake' && only.length === 0) return null;
        const begins = await world.otherChain(by, caseId, only);
        return begins === null ? null : { type: id, ...begins, consent };
      },
    })),
  move: ({ allowed, versions = [] }) =>
    versions.map((to) => ({ name: `move ${to}`, to: 'version', allowed, body: () => ({ to }) })),
  ask: ({ allowed, to = [] }) =>
    to.map(({ role, organisation }) => ({
      name: `ask ${role} ${organisation}`,
      to: 'questions',
      allowed,
      body: () => ({ text: 'Hoe gaat het?', to: { role, organisation } }),
    })),
  answer: ({ openStep, allowed }) => [
    { name: `answer ${openStep}`, to: `questions/${openStep}/answer`, allowed, body: () => ({ text: 'Goed.' }) },
  ],
  consent: ({ allowed, purposes = [] }) =>
    purposes.map(({ id, given }) => ({
      name: `consent ${id} ${given ? 'withdrawn' : 'given'}`,
      to: 'consents',
      allowed,
      body: (_by, world) => ({ purpose: id, given: !given, by: 'inwoner', at: just(world) }),
    })),
  correct: ({ seq, allowed, reasons }) => [
    {
      name: `correct ${seq}`,
      to: 'corrections',
      allowed,
      body: (_by, world) => {
        const code = reasons === undefined || reasons.length === 0 ? 'vergissing' : reasonOf(reasons, world);
        return { seq, reason: code };
      },
    },
  ],
};

/** Where each kind of action is asked, as the document names it. */
const routeOf: Readonly<Record<Kind, string>> = {
  decide: 'decisions',
  assign: 'assignments',
  attempt: 'attempts',
  pause: 'pauses',
  resume: 'resumptions',
  withdraw: 'withdrawal',
  event: 'events',
  link: 'links',
  move: 'version',
  ask: 'questions',
  answer: 'questions/{q}/answer',
  consent: 'consents',
  correct: 'corrections',
};

/** The kinds of action that have a route. */
export function kindsOf(routes: ReadonlySet<string>): ReadonlySet<Kind> {
  return new Set(kinds.filter((kind) => routes.has(routeOf[kind])));
}

/** Everything that a list of actions speaks of, each once: allowed when any of its mentions is. */
export function triesOf(items: readonly Listed[], among: ReadonlySet<Kind> = new Set(kinds)): ReadonlyMap<string, Try> {
  const found = new Map<string, Try>();
  for (const item of items.filter(({ action }) => among.has(action))) {
    for (const each of rows[item.action](item)) {
      if (found.get(each.name)?.allowed !== true) found.set(each.name, { kind: item.action, ...each });
    }
  }
  return found;
}
