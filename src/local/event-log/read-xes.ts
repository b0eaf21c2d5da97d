import { SaxesParser } from 'saxes';
import type { Readable } from 'node:stream';
import type { LoggedEvent } from '../../audit/traces.ts';
import type { ColumnsAsked } from './columns.ts';
import { LogProblem } from './log-problem.ts';
import { momentReader } from './moment.ts';
import { stageOf } from './read-csv.ts';

/** What an attribute of XES is called, unless the caller says so (IEEE 1849). */
const KEYS = {
  case: 'concept:name',
  activity: 'concept:name',
  timestamp: 'time:timestamp',
  resource: 'org:resource',
  instance: 'concept:instance',
  lifecycle: 'lifecycle:transition',
} as const;

/** The events of an XES file (log > trace > event), in the order of the file. */
export async function* readXes(
  text: Readable,
  { asked, zone }: { readonly asked: ColumnsAsked; readonly zone: string },
): AsyncGenerator<LoggedEvent> {
  const keyOf = (what: keyof typeof KEYS): string => asked[what] ?? KEYS[what];
  const momentOf = momentReader(zone);
  const parser = new SaxesParser();
  let found: LoggedEvent[] = [];
  let traces = 0;
  let trace: Map<string, string> | null = null;
  let event: Map<string, string> | null = null;
  let depth = 0;
  parser.on('error', (error) => {
    throw new LogProblem(`this is no sound XML: ${error.message.replace(/^\d+:\d+: /, '')}`, parser.line);
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth === 1 && name !== 'log')
      throw new LogProblem('the file is XML, and no XES: its first element is not <log>');
    if (name === 'object-types') throw new LogProblem('this is OCEL as XML. Give the log as OCEL 2.0 JSON');
    if (name === 'trace') {
      traces += 1;
      trace = new Map();
    } else if (name === 'event') event = new Map();
    else if (attributes['key'] !== undefined && attributes['value'] !== undefined) {
      // Attributes of attributes are a level deeper, and are not of the event.
      const own = event === null ? 3 : 4;
      if (trace !== null && depth === own) (event ?? trace).set(attributes['key'], attributes['value']);
    }
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    if (name === 'trace') trace = null;
    if (name !== 'event' || event === null) return;
    found.push(eventOf(trace, event, traces, parser.line));
    event = null;
  });

  const eventOf = (
    of: Map<string, string> | null,
    attributes: Map<string, string>,
    number: number,
    line: number,
  ): LoggedEvent => {
    const at = (what: keyof typeof KEYS): string | undefined => attributes.get(keyOf(what));
    const activity = at('activity');
    if (activity === undefined) throw new LogProblem(`an event has no "${keyOf('activity')}"`, line);
    const written = at('timestamp');
    if (written === undefined) throw new LogProblem(`an event has no "${keyOf('timestamp')}"`, line);
    const [resource, instance, stage] = [at('resource'), at('instance'), stageOf(at('lifecycle'))];
    return {
      case: of?.get(keyOf('case')) ?? `${number}`,
      activity,
      at: momentOf(written, line),
      ...(resource === undefined ? {} : { resource }),
      ...(stage === undefined || instance === undefined ? {} : { instance, stage }),
    };
  };

  for await (const chunk of text as AsyncIterable<string>) {
    parser.write(chunk);
    yield* found;
    found = [];
  }
  parser.close();
}
