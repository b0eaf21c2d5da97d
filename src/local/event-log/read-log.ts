import type { LoggedEvent } from '../../audit/traces.ts';
import type { ColumnsAsked } from './columns.ts';
import { LogProblem } from './log-problem.ts';
import { insistOnZone } from './moment.ts';
import { openLog } from './open-log.ts';
import { readCsv } from './read-csv.ts';
import { readObjects, readOcel } from './read-ocel.ts';
import { readXes } from './read-xes.ts';

export interface LogAsked {
  readonly path: string;
  readonly columns: ColumnsAsked;
  /** For moments without an offset. */
  readonly zone: string;
}

export interface LogRead {
  readonly format: 'csv' | 'xes' | 'ocel';
  readonly events: readonly LoggedEvent[];
  /** Of an object-centric log: what it holds before it was told as cases of one type. */
  readonly objects?: {
    readonly events: number;
    readonly activities: number;
    readonly objects: number;
    readonly types: Readonly<Record<string, number>>;
    readonly eventToObject: number;
    readonly objectToObject: number;
    readonly caseIs: string;
  };
}

/** All events are held in memory, some 200 bytes each. */
const MOST_EVENTS = 3_000_000;

/** Reads a whole log, or nothing. @throws LogProblem that says what is wrong, and in which line. */
export async function readLog(asked: LogAsked): Promise<LogRead> {
  insistOnZone(asked.zone);
  try {
    return await read(asked);
  } catch (error) {
    throw asLogProblem(error);
  }
}

async function read({ path, columns, zone }: LogAsked): Promise<LogRead> {
  const { format, firstLine, text } = await openLog(path);
  if (format === 'json') return readObjectLog(path, columns.case, zone);
  const options = { asked: columns, zone };
  const events = await gathered(format === 'csv' ? readCsv(text, firstLine, options) : readXes(text, options));
  if (events.length === 0) throw new LogProblem('the log has no events');
  return { format: format === 'csv' ? 'csv' : 'xes', events };
}

async function gathered(events: AsyncIterable<LoggedEvent>): Promise<LoggedEvent[]> {
  const all: LoggedEvent[] = [];
  // The same words come back in every line: each is kept once.
  const words = new Map<string, string>();
  const once = (word: string): string => {
    const known = words.get(word);
    if (known !== undefined) return known;
    words.set(word, word);
    return word;
  };
  for await (const event of events) {
    const { resource } = event;
    const kept = { ...event, case: once(event.case), activity: once(event.activity) };
    all.push(resource === undefined ? kept : { ...kept, resource: once(resource) });
    refuseTooMany(all);
  }
  return all;
}

function refuseTooMany(events: readonly LoggedEvent[]): void {
  if (events.length <= MOST_EVENTS) return;
  throw new LogProblem(
    `the log has more than ${MOST_EVENTS} events. Split it, for instance by year or by the first letter of the case`,
  );
}

/** The events of an object-centric log in two passes: which object is what, and then what happened to those asked for. */
async function readObjectLog(path: string, asked: string | undefined, zone: string): Promise<LogRead> {
  const objects = await readObjects((await openLog(path)).text);
  const names = Object.keys(objects.types);
  const type = asked ?? names.toSorted((a, b) => (objects.types[b] ?? 0) - (objects.types[a] ?? 0))[0] ?? '';
  if (!names.includes(type))
    throw new LogProblem(`there are no objects of type "${type}". The types are: ${names.join(', ')}`);
  const events: LoggedEvent[] = [];
  const activities = new Set<string>();
  let count = 0;
  let eventToObject = 0;
  for await (const { event, relations, seen } of readOcel((await openLog(path)).text, objects, { type, zone })) {
    count += 1;
    activities.add(event);
    eventToObject += relations;
    events.push(...seen);
    refuseTooMany(events);
  }
  if (events.length === 0) throw new LogProblem(`no event is about an object of type "${type}". Say --case <type>`);
  return {
    format: 'ocel',
    events,
    objects: {
      events: count,
      activities: activities.size,
      objects: objects.typeOf.size,
      types: objects.types,
      eventToObject,
      objectToObject: objects.relations,
      caseIs: type,
    },
  };
}

function asLogProblem(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof LogProblem) return error;
  const { code } = error as { code?: unknown };
  if (code === 'Z_BUF_ERROR') return new LogProblem('the gzip is cut off: fetch or pack the file again');
  if (typeof code === 'string' && code.startsWith('Z_'))
    return new LogProblem('the gzip is damaged: fetch or pack the file again');
  return error;
}
