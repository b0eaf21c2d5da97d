import type { Readable } from 'node:stream';
import { LogProblem, type Place } from './log-problem.ts';
import type { OcelForm } from './ocel.ts';
import { type Element, readXml } from './read-xml.ts';

interface Told {
  readonly attributes: Element['attributes'];
  readonly related: string[];
  readonly place: Place;
}

/** OCEL 2.0 as XML: log > objects > object, log > events > event, with its relations as log > . > . > objects > relationship. */
export const ocelXml: OcelForm = {
  async *objects(text) {
    for await (const { attributes, related, place } of elementsOf(text, 'object')) {
      yield { id: needed(attributes, 'id', place), type: needed(attributes, 'type', place), related, place };
    }
  },
  async *events(text) {
    for await (const { attributes, related, place } of elementsOf(text, 'event')) {
      yield { type: needed(attributes, 'type', place), time: needed(attributes, 'time', place), related, place };
    }
  },
};

const DEPTH = 3;

function elementsOf(text: Readable, wanted: 'object' | 'event'): AsyncIterable<Told> {
  return readXml<Told>(text, (found) => {
    let told: Told | null = null;
    return {
      open({ name, attributes, depth, line }) {
        if (name === wanted && depth === DEPTH) told = { attributes, related: [], place: line };
        if (name === 'relationship') told?.related.push(needed(attributes, 'object-id', line));
      },
      close(name) {
        if (name !== wanted || told === null) return;
        found(told);
        told = null;
      },
    };
  });
}

function needed(attributes: Element['attributes'], name: string, place: Place): string {
  const value = attributes[name];
  if (value === undefined) throw new LogProblem(`"${name}" is missing`, place);
  return value;
}
