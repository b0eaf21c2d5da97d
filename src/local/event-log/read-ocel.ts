import type { Readable } from 'node:stream';
import { parser } from 'stream-json';
import { pick } from 'stream-json/filters/pick.js';
import { streamArray } from 'stream-json/streamers/stream-array.js';
import { z } from 'zod';
import type { LoggedEvent } from '../../audit/traces.ts';
import { LogProblem } from './log-problem.ts';
import { momentReader } from './moment.ts';

const related = z.array(z.object({ objectId: z.string(), qualifier: z.string().optional() })).default([]);
const objectSchema = z.object({ id: z.string(), type: z.string(), relationships: related });
const eventSchema = z.object({ id: z.string(), type: z.string(), time: z.string(), relationships: related });

export interface ObjectsIn {
  readonly typeOf: ReadonlyMap<string, string>;
  /** How many objects there are of each type. */
  readonly types: Readonly<Record<string, number>>;
  /** Relations between objects. */
  readonly relations: number;
}

/** The objects of an OCEL 2.0 JSON file: only their ids and types are kept. */
export async function readObjects(text: Readable): Promise<ObjectsIn> {
  const typeOf = new Map<string, string>();
  const types: Record<string, number> = {};
  let relations = 0;
  for await (const { key, value } of itemsOf(text, 'objects')) {
    const { id, type, relationships } = checked(objectSchema, value, `objects, item ${key + 1}`);
    typeOf.set(id, type);
    types[type] = (types[type] ?? 0) + 1;
    relations += relationships.length;
  }
  if (typeOf.size === 0) throw new LogProblem('the file is JSON, and no OCEL 2.0: it has no "objects"');
  return { typeOf, types, relations };
}

export interface OcelEvent {
  readonly event: string;
  /** How many objects it is about. */
  readonly relations: number;
  /** The event as each object of the chosen type sees it: its case. */
  readonly seen: readonly LoggedEvent[];
}

/** The events of an OCEL 2.0 JSON file, told as cases of one type of object: an event of two such objects is in both. */
export async function* readOcel(
  text: Readable,
  { typeOf }: ObjectsIn,
  { type, zone }: { readonly type: string; readonly zone: string },
): AsyncGenerator<OcelEvent> {
  const momentOf = momentReader(zone);
  for await (const { key, value } of itemsOf(text, 'events')) {
    const event = checked(eventSchema, value, `events, item ${key + 1}`);
    const at = momentOf(event.time, null);
    const own = event.relationships.filter(({ objectId }) => typeOf.get(objectId) === type);
    yield {
      event: event.type,
      relations: event.relationships.length,
      seen: own.map(({ objectId }) => ({ case: objectId, activity: event.type, at })),
    };
  }
}

async function* itemsOf(
  text: Readable,
  filter: string,
): AsyncGenerator<{ readonly key: number; readonly value: unknown }> {
  const parsed = parser.asStream();
  const items = parsed.pipe(pick.asStream({ filter, once: false })).pipe(streamArray.asStream());
  for (const part of [text, parsed]) part.once('error', (error) => items.destroy(error));
  text.pipe(parsed);
  try {
    for await (const item of items as AsyncIterable<{ key: number; value: unknown }>) yield item;
  } catch (error) {
    if (error instanceof Error && /parser|JSON/i.test(error.message)) {
      throw new LogProblem(`this is no sound JSON: ${error.message}`);
    }
    throw error;
  }
}

function checked<T>(schema: z.ZodType<T>, value: unknown, where: string): T {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const [issue] = error.issues;
  throw new LogProblem(`${where}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is not as OCEL 2.0 says'}`);
}
