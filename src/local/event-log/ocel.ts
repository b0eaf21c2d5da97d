import type { Readable } from 'node:stream';
import type { LoggedEvent } from '../../audit/traces.ts';
import { LogProblem, type Place } from './log-problem.ts';
import { momentReader } from './moment.ts';
import type { Room } from './room.ts';

export interface OcelObject {
  readonly id: string;
  readonly type: string;
  readonly related: readonly string[];
  readonly place: Place;
}

export interface OcelEvent {
  readonly type: string;
  readonly time: string;
  readonly related: readonly string[];
  readonly place: Place;
}

/** How one form of OCEL 2.0 (JSON, XML) is read. */
export interface OcelForm {
  readonly objects: (text: Readable) => AsyncIterable<OcelObject>;
  readonly events: (text: Readable) => AsyncIterable<OcelEvent>;
}

/** What an object-centric log holds, before it is told as cases of one type. */
export interface ObjectCounts {
  readonly events: number;
  readonly activities: number;
  readonly objects: number;
  /** How many objects there are of each type. */
  readonly types: Readonly<Record<string, number>>;
  readonly eventToObject: number;
  readonly objectToObject: number;
  readonly caseIs: string;
}

interface OcelAsked {
  readonly type: string | undefined;
  readonly zone: string;
  readonly room: Room;
}

/**
 * An object-centric log in two passes: which object is what, and then the events as each object of one type sees them.
 * An event of two such objects is in both their cases. The type that is not asked for is that of which there are most.
 */
export async function readOcel(
  form: OcelForm,
  text: () => Readable,
  { type, zone, room }: OcelAsked,
): Promise<{ readonly events: readonly LoggedEvent[]; readonly objects: ObjectCounts }> {
  const { typeOf, types, relations } = await objectsOf(form.objects(text()), room);
  const caseIs = type ?? [...types].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? '';
  if (!types.has(caseIs))
    throw new LogProblem(`there are no objects of type "${caseIs}". The types are: ${[...types.keys()].join(', ')}`);
  const momentOf = momentReader(zone);
  const events: LoggedEvent[] = [];
  const activities = new Set<string>();
  let count = 0;
  let eventToObject = 0;
  for await (const event of form.events(text())) {
    count += 1;
    eventToObject += event.related.length;
    const activity = room.once(event.type);
    activities.add(activity);
    const at = momentOf(event.time, event.place);
    for (const id of event.related) {
      const its = typeOf.get(id);
      if (its === undefined) throw new LogProblem('this event is about an object that is not in the log', event.place);
      if (its !== caseIs) continue;
      room.takeEvent();
      events.push({ case: room.once(id), activity, at });
    }
  }
  if (events.length === 0) throw new LogProblem(`no event is about an object of type "${caseIs}". Say --case <type>`);
  const objects = typeOf.size;
  const counts = { events: count, activities: activities.size, objects, types: Object.fromEntries(types) };
  return { events, objects: { ...counts, eventToObject, objectToObject: relations, caseIs } };
}

async function objectsOf(
  objects: AsyncIterable<OcelObject>,
  room: Room,
): Promise<{ typeOf: Map<string, string>; types: Map<string, number>; relations: number }> {
  const typeOf = new Map<string, string>();
  const types = new Map<string, number>();
  const notSeen = new Map<string, Place>();
  let relations = 0;
  for await (const { id, type, related, place } of objects) {
    if (typeOf.has(id)) throw new LogProblem('an object of this id was there already', place);
    typeOf.set(room.once(id), room.once(type));
    notSeen.delete(id);
    types.set(type, (types.get(type) ?? 0) + 1);
    relations += related.length;
    for (const other of related) if (!typeOf.has(other)) notSeen.set(room.once(other), place);
  }
  if (typeOf.size === 0) throw new LogProblem('the file is no OCEL 2.0: it has no objects');
  for (const place of notSeen.values())
    throw new LogProblem('this object has a relation to an object that is not in the log', place);
  return { typeOf, types, relations };
}
