import type { LoggedEvent } from '../../audit/traces.ts';
import type { ColumnsAsked } from './columns.ts';
import { LogProblem } from './log-problem.ts';
import { type ObjectCounts, type OcelForm, readOcel } from './ocel.ts';
import { ocelJson } from './ocel-json.ts';
import { ocelXml } from './ocel-xml.ts';
import { type OpenLog, openLog } from './open-log.ts';
import { readCsv } from './read-csv.ts';
import { readXes } from './read-xes.ts';
import { type Room, roomForLog } from './room.ts';
import { insistOnZone } from './zone-offset.ts';

export interface LogAsked {
  readonly path: string;
  readonly columns: ColumnsAsked;
  /** For moments without an offset. */
  readonly zone: string;
}

export interface LogRead {
  readonly format: 'csv' | 'xes' | 'ocel';
  readonly events: readonly LoggedEvent[];
  /** Only of an object-centric log. */
  readonly objects?: ObjectCounts;
}

/** Reads a whole log, or nothing. @throws LogProblem that says what is wrong, and where. */
export async function readLog(asked: LogAsked, room: Room = roomForLog()): Promise<LogRead> {
  insistOnZone(asked.zone);
  try {
    return await read(asked, await openLog(asked.path), room);
  } catch (error) {
    throw asLogProblem(error);
  }
}

async function read({ columns, zone }: LogAsked, log: OpenLog, room: Room): Promise<LogRead> {
  const asObjects = async (form: OcelForm): Promise<LogRead> => ({
    format: 'ocel',
    ...(await readOcel(form, log.text, { type: columns.case, zone, room })),
  });
  const options = { asked: columns, zone };
  switch (log.format) {
    case 'csv':
      return { format: 'csv', events: await gathered(readCsv(log.text(), log.firstLine, options), room) };
    case 'xes':
      return { format: 'xes', events: await gathered(readXes(log.text(), options), room) };
    case 'ocel-json':
      return asObjects(ocelJson);
    case 'ocel-xml':
      return asObjects(ocelXml);
  }
}

async function gathered(events: AsyncIterable<LoggedEvent>, { once, takeEvent }: Room): Promise<LoggedEvent[]> {
  const all: LoggedEvent[] = [];
  for await (const event of events) {
    takeEvent();
    all.push({
      case: once(event.case),
      activity: once(event.activity),
      at: event.at,
      ...(event.resource === undefined ? {} : { resource: once(event.resource) }),
      ...(event.instance === undefined || event.stage === undefined
        ? {}
        : { instance: once(event.instance), stage: event.stage }),
    });
  }
  if (all.length === 0) throw new LogProblem('the log has no events');
  return all;
}

function asLogProblem(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof LogProblem) return error;
  const { code } = error as { code?: unknown };
  if (code === 'Z_BUF_ERROR') return new LogProblem('the gzip is cut off: fetch or pack the file again');
  if (code === 'EACCES' || code === 'EPERM') return new LogProblem('the file may not be read');
  if (typeof code === 'string' && code.startsWith('Z_'))
    return new LogProblem('the gzip is damaged, or something else follows it: fetch or pack the file again');
  return error;
}
