import { randomUUID } from 'node:crypto';
import { ageOn } from '../../src/cases/resident/age.ts';
import { addDays, parseLocalDate } from '../../src/engine/calendar/local-date.ts';
import { localDateOf } from '../../src/engine/calendar/amsterdam.ts';
import { residentAccounts } from '../../src/local/demo-region/resident-accounts.ts';
import type { Answer } from '../harness/api.ts';
import { type Form, formFor, type JsonSchema, mended } from './json-form.ts';
import { everyone, type Someone, someoneNamed } from './people.ts';
import type { World } from './world.ts';

/** Everyone works in Enschede, some in Losser as well; the others have organisations and nobody with an account. */
const PLACES: readonly (readonly [municipality: string, kern?: string])[] = [
  ['enschede'],
  ['enschede', 'glanerbrug'],
  ['enschede', 'lonneker'],
  ['enschede'],
  ['losser'],
  ['borne'],
  ['hellendoorn', 'haarle'],
];

function resident(world: World): Record<string, unknown> {
  const { random, chain } = world;
  const { minAge, maxAge } =
    chain.inclusion.find((each) => each.minAge !== undefined || each.maxAge !== undefined) ?? {};
  const age =
    maxAge !== undefined ? random.below(maxAge + 1) : minAge === undefined ? 30 : minAge + 1 + random.below(20);
  const year = Number(localDateOf(world.now()).slice(0, 4)) - age;
  return {
    name: { given: 'Wandel', family: `Proef${randomUUID().slice(0, 8)}` },
    birthDate: `${year}-01-02`,
    sex: 'vrouw',
    postalCode: '7511AB',
    houseNumber: String(1 + random.below(9_000)),
    phone: `06${String(1e7 + random.below(8e7))}`,
  };
}

/** Who consents for someone of this age in this chain: the first whom it names. */
function giverFor(world: World, { birthDate }: Readonly<Record<string, unknown>>): string {
  const age = ageOn(parseLocalDate(String(birthDate)), localDateOf(world.now()));
  return world.chain.consentBy.find(({ under = Infinity }) => age < under)?.by[0] ?? 'inwoner';
}

/** Who may begin a case, and where: each entry of each role that someone has. */
function beginnings({ chain }: World): readonly { readonly by: Someone; readonly entry: string }[] {
  return everyone
    .filter(({ organisation }) => organisation !== null)
    .flatMap((by) => by.roles.flatMap((role) => (chain.entries[role] ?? []).map((entry) => ({ by, entry }))));
}

export interface Begun {
  readonly id: string;
  readonly municipality: string;
}

interface Beginning {
  readonly by: Someone;
  readonly entry: string;
  readonly place: readonly [municipality: string, kern?: string];
}

/** Refers someone, by someone, somewhere. `known`: the resident who has an account of their own. */
export async function begin(world: World, known: boolean): Promise<Begun> {
  const { random } = world;
  const beginning = { ...random.pick(beginnings(world)), place: random.pick(PLACES) };
  // Often one of another resident stands beside it, seen by the same people: it can be coupled.
  if (random.chance(0.4)) world.parked.push((await beginAs(world, beginning, false)).id);
  return beginAs(world, beginning, known);
}

async function beginAs(world: World, beginning: Beginning, known: boolean): Promise<Begun> {
  const { random, chain } = world;
  const { by, entry, place } = beginning;
  const [municipality, kern] = place;
  const account = residentAccounts.values().next().value;
  const today = localDateOf(world.now());
  const person = known && account !== undefined ? account : resident(world);
  const agb = by.headers['on-behalf-of'];
  const anchors = Object.hasOwn(chain.anchors, 'aterme')
    ? { aterme: addDays(today, 90 + random.below(120)) }
    : undefined;
  const body = {
    chain: chain.id,
    municipality,
    ...(kern === undefined ? {} : { kern }),
    resident: person,
    entry,
    consent: { given: true, at: new Date(world.now() - 1_000).toISOString(), by: giverFor(world, person) },
    ...(anchors === undefined ? {} : { anchors }),
    ...(agb === undefined ? {} : { onBehalfOf: { agb, role: by.roles[0], name: 'x' } }),
  };
  const form = chain.steps.find((step) => step.id === entry)?.form;
  const made = await referred(world, by, body, chain.forms[form ?? '']);
  if (made.status === 201) return { id: made.json.id, municipality };
  if (known && ['already-referred', 'not-in-target-group'].includes(made.json?.code))
    return beginAs(world, beginning, false);
  throw new Error(`no case for ${by.handle} at ${entry}: ${made.status} ${made.text}`);
}

/** An entry with one possible outcome is done with the referral: then its form is asked for. */
async function referred(world: World, by: Someone, body: object, schema: JsonSchema | undefined): Promise<Answer> {
  let form: Form | undefined;
  for (let turn = 0; ; turn += 1) {
    const made = await world.ask(by, 'POST', '/referrals', form === undefined ? body : { ...body, form });
    const wrong: readonly { pointer: string }[] = made.json?.errors ?? [];
    const pointers = wrong.map(({ pointer }) => pointer).filter((pointer) => pointer.startsWith('/form'));
    if (made.status !== 422 || schema === undefined || pointers.length === 0 || turn > 5) return made;
    const today = localDateOf(world.now());
    form = mended(
      schema,
      form ?? formFor(schema, world.random, today),
      form === undefined ? [] : pointers,
      world.random,
      today,
    );
  }
}

/** Lets the coordinator place a case in a group: some outcomes are there only then. */
export async function placeInGroup(world: World, { id, municipality }: Begun): Promise<boolean> {
  const coordinator = someoneNamed('valpreventie-coordinator');
  const today = localDateOf(world.now());
  const formed = await world.ask(coordinator, 'POST', '/groups', {
    chain: world.chain.id,
    area: { municipality },
    organisation: someoneNamed('fysio').organisation,
    startsOn: addDays(today, 7),
    endsOn: addDays(today, 98),
    cases: [id],
  });
  return formed.status === 201;
}
