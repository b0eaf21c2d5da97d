import { type LogCase, type LogCases, type LogEvent, momentOf } from './log-shape.ts';

const TYPES = {
  Person: [],
  Case: ['chain', 'municipality'],
  Step: ['name'],
  Organisation: [],
} as const satisfies Record<string, readonly string[]>;
const EVENT_ATTRIBUTES = ['lifecycle', 'outcome', 'role'] as const;
/** What holds for an object from the beginning is given for this moment. */
const ALWAYS = '1970-01-01T00:00:00Z';

interface Relation {
  readonly objectId: string;
  readonly qualifier: string;
}

/**
 * A log as OCEL 2.0 JSON. The cases are gone through twice, and must be the same both times: first for the objects, then
 * for the events. A person with cases in several chains is one object. Only the ids of people and organisations and the
 * names of activities stay in memory.
 */
export async function* ocelLog(cases: () => LogCases): AsyncGenerator<string> {
  yield '{"objects":[\n';
  yield* listed(objectsOf(cases()));
  const activities = new Set<string>();
  yield '],"events":[\n';
  yield* listed(eventsOf(cases(), activities));
  const objectTypes = Object.entries(TYPES).map(([name, attributes]) => typeOf(name, attributes));
  const eventTypes = [...activities].toSorted().map((name) => typeOf(name, EVENT_ATTRIBUTES));
  yield `],"objectTypes":${JSON.stringify(objectTypes)},"eventTypes":${JSON.stringify(eventTypes)}}\n`;
}

function typeOf(name: string, attributes: readonly string[]): object {
  return { name, attributes: attributes.map((attribute) => ({ name: attribute, type: 'string' })) };
}

/** Items of a JSON list, one part of text per group. */
async function* listed(groups: AsyncIterable<readonly object[]>): AsyncGenerator<string> {
  let first = true;
  for await (const group of groups) {
    if (group.length === 0) continue;
    yield `${first ? '' : ',\n'}${group.map((item) => JSON.stringify(item)).join(',\n')}`;
    first = false;
  }
}

async function* objectsOf(cases: LogCases): AsyncGenerator<readonly object[]> {
  const known = new Set<string>();
  const isNew = (id: string | null): id is string => {
    if (id === null || known.has(id)) return false;
    known.add(id);
    return true;
  };
  for await (const own of cases) {
    yield [
      ...[own.person].filter(isNew).map((id) => objectOf('Person', id, {}, [])),
      ...own.events.flatMap(({ organisation }) =>
        isNew(organisation) ? [objectOf('Organisation', organisation, {}, [])] : [],
      ),
      caseObject(own),
      ...stepObjects(own),
    ];
  }
}

function caseObject({ id, person, chain, municipality, linked }: LogCase): object {
  return objectOf('Case', id, { chain, municipality }, [
    ...related(person, 'person'),
    ...linked.map((link) => ({ objectId: link.case, qualifier: link.type })),
  ]);
}

function stepObjects({ id, events }: LogCase): readonly object[] {
  const steps = new Map(events.flatMap(({ step, activity }) => (step === null ? [] : [[step, activity] as const])));
  return [...steps].map(([step, name]) => objectOf('Step', step, { name }, related(id, 'case')));
}

async function* eventsOf(cases: LogCases, activities: Set<string>): AsyncGenerator<readonly object[]> {
  let count = 0;
  for await (const own of cases) {
    yield own.events.map((event) => {
      activities.add(event.activity);
      count += 1;
      return eventObject(`e${count}`, own, event);
    });
  }
}

function eventObject(id: string, own: LogCase, event: LogEvent): object {
  const values = EVENT_ATTRIBUTES.map((name) => ({ name, value: event[name] }));
  return {
    id,
    type: event.activity,
    time: momentOf(event),
    attributes: values.filter(({ value }) => value !== null),
    relationships: [
      ...related(own.id, 'case'),
      ...related(own.person, 'person'),
      ...related(event.step, 'step'),
      ...related(event.organisation, 'organisation'),
    ],
  };
}

function objectOf(
  type: keyof typeof TYPES,
  id: string,
  values: Readonly<Record<string, string | null>>,
  relationships: readonly Relation[],
): object {
  const attributes = Object.entries(values).filter(([, value]) => value !== null);
  return { id, type, attributes: attributes.map(([name, value]) => ({ name, time: ALWAYS, value })), relationships };
}

function related(objectId: string | null, qualifier: string): readonly Relation[] {
  return objectId === null ? [] : [{ objectId, qualifier }];
}
