import { localDateOf } from '../../src/engine/calendar/amsterdam.ts';
import type { Answer } from '../harness/api.ts';
import { type Form, formFor, mended } from './json-form.ts';
import type { Someone } from './people.ts';
import type { Try } from './tries.ts';
import type { World } from './world.ts';

/** Answers to what is refused are found by chance: where three values hang together, one in four fits. */
const MENDED_AT_MOST = 60;

/** Tries what is allowed, and does what a refusal of the form says until it is taken. */
export async function succeed(
  world: World,
  caseId: string,
  by: Someone,
  one: Try,
): Promise<{ readonly answer: Answer; readonly body: object } | null> {
  const first = await one.body(by, world, caseId);
  if (first === null) return null;
  let body: Body = { ...first };
  for (let turn = 0; ; turn += 1) {
    const answer = await world.ask(by, 'POST', `/cases/${caseId}/${one.to}`, body);
    const next = answer.status === 422 && turn < MENDED_AT_MOST ? bettered(world, one, body, answer) : null;
    if (next !== null) {
      body = next;
      continue;
    }
    if (answer.status === 200 && one.form !== undefined) {
      world.keepForm(`${one.form.step} ${one.form.outcome}`, body['form'] as Form);
    }
    return { answer, body };
  }
}

type Body = Record<string, unknown>;

function bettered(world: World, one: Try, body: Body, { json }: Answer): Body | null {
  const pointers: readonly string[] = (json.errors ?? []).map(({ pointer }: { pointer: string }) => pointer);
  const schema =
    one.form === undefined
      ? world.entryForms.get(`${String(body['chain'])} ${String(body['entry'])}`)
      : world.chain.forms[one.form.name];
  if (schema !== undefined && pointers.length > 0 && pointers.every((pointer) => pointer.startsWith('/form'))) {
    const today = localDateOf(world.now());
    const form = body['form'] as Form | undefined;
    const better =
      form === undefined ? formFor(schema, world.random, today) : mended(schema, form, pointers, world.random, today);
    return { ...body, form: better };
  }
  const giver = /Kies uit: ([a-z-]+)/.exec(json.errors?.[0]?.detail ?? '')?.[1];
  if (giver !== undefined && pointers.includes('/by')) return { ...body, by: giver };
  if (giver !== undefined && pointers.includes('/consent/by')) {
    return { ...body, consent: { ...(body['consent'] as object), by: giver } };
  }
  if (pointers.includes('/data/confirmation')) {
    const { confirmation } = json.allowed[0];
    return { ...body, data: { ...(body['data'] as object | undefined), confirmation } };
  }
  if (pointers.includes('/at') && one.to === 'events') {
    const [day] = /\d{4}-\d\d-\d\d(?=\. Controleer)/.exec(json.detail) ?? [];
    return day === undefined ? null : { ...body, at: day };
  }
  if (pointers.some((pointer) => pointer.startsWith('/to')) && json.allowed?.length > 0) {
    const { organisation } = world.random.pick(json.allowed as { organisation: string }[]);
    return { ...body, to: { organisation } };
  }
  return null;
}
