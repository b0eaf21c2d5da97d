import type { Readable } from 'node:stream';
import type { LoggedEvent } from '../../audit/traces.ts';
import type { Columns, ColumnsAsked } from './columns.ts';
import { LogProblem } from './log-problem.ts';
import { momentReader } from './moment.ts';
import { stageOf } from './read-csv.ts';
import { readXml, type Visitor } from './read-xml.ts';

/** What an attribute of XES is called, unless the caller says so (IEEE 1849). */
const KEYS = {
  case: 'concept:name',
  activity: 'concept:name',
  timestamp: 'time:timestamp',
  resource: 'org:resource',
  instance: 'concept:instance',
  lifecycle: 'lifecycle:transition',
} as const satisfies Record<keyof Columns, string>;

interface Asked {
  readonly asked: ColumnsAsked;
  readonly zone: string;
}

type Attributes = ReadonlyMap<string, string>;

/** The events of an XES file (log > trace > event), in the order of the file. A trace without a name gets its number. */
export async function* readXes(text: Readable, { asked, zone }: Asked): AsyncGenerator<LoggedEvent> {
  const eventOf = eventReader({ asked, zone });
  const { resource } = asked;
  let known = resource === undefined;
  for await (const event of readXml<LoggedEvent>(text, (found) => visitor(found, eventOf, new Set(keysOf(asked))))) {
    known ||= event.resource !== undefined;
    yield event;
  }
  if (!known) throw new LogProblem(`no event has "${resource}", which is asked for as --resource`);
}

function visitor(
  found: (event: LoggedEvent) => void,
  eventOf: ReturnType<typeof eventReader>,
  wanted: ReadonlySet<string>,
): Visitor {
  let traces = 0;
  let trace: Map<string, string> | null = null;
  let event: Map<string, string> | null = null;
  return {
    open({ name, attributes: { key, value }, depth }) {
      if (depth === 1 && name !== 'log')
        throw new LogProblem('the file is XML, and no XES: its first element is not <log>');
      if (name === 'trace') {
        traces += 1;
        trace = new Map();
      } else if (name === 'event') event = new Map();
      else if (key !== undefined && value !== undefined && wanted.has(key)) {
        // Attributes of attributes are a level deeper, and are not of the event.
        const own = event === null ? 3 : 4;
        if (trace !== null && depth === own) (event ?? trace).set(key, value);
      }
    },
    close(name, line) {
      if (name === 'event' && event !== null) {
        found(eventOf(trace, event, `trace ${traces}`, line));
        event = null;
      }
      if (name === 'trace') trace = null;
    },
  };
}

function eventReader({ asked, zone }: Asked) {
  const momentOf = momentReader(zone);
  const keyOf = (what: keyof Columns): string => asked[what] ?? KEYS[what];
  return (trace: Attributes | null, event: Attributes, unnamed: string, line: number): LoggedEvent => {
    const at = (what: keyof Columns): string | undefined => event.get(keyOf(what));
    const needed = (what: keyof Columns): string => {
      const value = at(what);
      if (value === undefined) throw new LogProblem(`this event has no "${keyOf(what)}". Say --${what} <key>`, line);
      return value;
    };
    const own = trace?.get(keyOf('case'));
    if (own === undefined && asked.case !== undefined)
      throw new LogProblem(`the trace of this event has no "${asked.case}", which is asked for as --case`, line);
    const [resource, instance, stage] = [at('resource'), at('instance'), stageOf(at('lifecycle'))];
    return {
      case: own ?? unnamed,
      activity: needed('activity'),
      at: momentOf(needed('timestamp'), line),
      ...(resource === undefined ? {} : { resource }),
      ...(stage === undefined || instance === undefined ? {} : { instance, stage }),
    };
  };
}

function keysOf(asked: ColumnsAsked): readonly string[] {
  return Object.entries(KEYS).map(([what, key]) => asked[what as keyof Columns] ?? key);
}
