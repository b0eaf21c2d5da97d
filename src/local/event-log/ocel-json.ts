import { Readable } from 'node:stream';
import { parser } from 'stream-json';
import { pick } from 'stream-json/filters/pick.js';
import { streamArray } from 'stream-json/streamers/stream-array.js';
import { z } from 'zod';
import { LogProblem } from './log-problem.ts';
import type { OcelForm } from './ocel.ts';

const related = z.array(z.object({ objectId: z.string() })).default([]);
const objectSchema = z.object({ id: z.string(), type: z.string(), relationships: related });
const eventSchema = z.object({ id: z.string(), type: z.string(), time: z.string(), relationships: related });

/** OCEL 2.0 as JSON. JSON has no lines that say anything: a place is the number of an item. */
export const ocelJson: OcelForm = {
  async *objects(text) {
    for await (const { value, place } of itemsOf(text, 'objects')) {
      const { id, type, relationships } = checked(objectSchema, value, place);
      yield { id, type, related: relationships.map(({ objectId }) => objectId), place };
    }
  },
  async *events(text) {
    for await (const { value, place } of itemsOf(text, 'events')) {
      const { type, time, relationships } = checked(eventSchema, value, place);
      yield { type, time, related: relationships.map(({ objectId }) => objectId), place };
    }
  },
};

/** Longer than any value of a log: one without end must not fill the memory. */
const LONGEST_VALUE = 10_000_000;

interface Item {
  readonly value: unknown;
  readonly place: string;
}

async function* itemsOf(text: Readable, filter: string): AsyncGenerator<Item> {
  const parsed = parser.asStream({ streamValues: false });
  const items = parsed.pipe(pick.asStream({ filter, once: false })).pipe(streamArray.asStream());
  const bounded = Readable.from(withoutEndlessValues(text));
  for (const part of [bounded, parsed]) part.once('error', (error) => items.destroy(error));
  bounded.pipe(parsed);
  try {
    for await (const { key, value } of items as AsyncIterable<{ key: number; value: unknown }>) {
      yield { value, place: `${filter}, item ${key + 1}` };
    }
  } catch (error) {
    throw asProblem(error, filter);
  }
}

async function* withoutEndlessValues(text: Readable): AsyncGenerator<string> {
  let sinceQuote = 0;
  for await (const chunk of text as AsyncIterable<string>) {
    const quote = chunk.lastIndexOf('"');
    sinceQuote = quote < 0 ? sinceQuote + chunk.length : chunk.length - quote;
    if (sinceQuote > LONGEST_VALUE) throw new LogProblem('a value is longer than ten million characters');
    yield chunk;
  }
}

function asProblem(error: unknown, filter: string): unknown {
  if (!(error instanceof Error) || error instanceof LogProblem) return error;
  if (/top-level object should be an array/i.test(error.message))
    return new LogProblem(`the file is no OCEL 2.0: its "${filter}" is no list`);
  if (!/parser|JSON/i.test(error.message)) return error;
  return new LogProblem('the JSON is cut off or damaged, or more follows after its end: give one whole log per file');
}

function checked<T>(schema: z.ZodType<T>, value: unknown, place: string): T {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const [issue] = error.issues;
  throw new LogProblem(`${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is not as OCEL 2.0 says'}`.trim(), place);
}
