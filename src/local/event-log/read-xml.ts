import { SaxesParser } from 'saxes';
import type { Readable } from 'node:stream';
import { LogProblem } from './log-problem.ts';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The root is 1. */
  readonly depth: number;
  readonly line: number;
}

export interface Visitor {
  readonly open: (element: Element) => void;
  readonly close: (name: string, line: number) => void;
}

const MORE_FOLLOWS = 'the log ends here, and more follows: give one log per file';

/** Longer than anything between two tags of a log: one endless value must not fill the memory. */
const LONGEST_VALUE = 10_000_000;

/** Walks through XML piece by piece; what the visitor hands to `found` comes out in order. @throws LogProblem with the line. */
export async function* readXml<Found>(
  text: Readable,
  visitorOf: (found: (item: Found) => void) => Visitor,
): AsyncGenerator<Found> {
  const parser = new SaxesParser();
  let items: Found[] = [];
  let depth = 0;
  let ended: number | null = null;
  let sinceTag = 0;
  const visitor = visitorOf((item) => items.push(item));
  parser.on('error', (error) => {
    const says = error.message.replace(/^\d+:\d+: /, '');
    throw ended === null ? new LogProblem(reasonOf(says), parser.line) : new LogProblem(MORE_FOLLOWS, ended);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (ended !== null) throw new LogProblem(MORE_FOLLOWS, ended);
    depth += 1;
    sinceTag = 0;
    visitor.open({ name: local(name), attributes, depth, line: parser.line });
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    if (depth === 0) ended = parser.line;
    sinceTag = 0;
    visitor.close(local(name), parser.line);
  });
  for await (const chunk of text as AsyncIterable<string>) {
    sinceTag += chunk.length;
    if (sinceTag > LONGEST_VALUE) throw new LogProblem('a value is longer than ten million characters', parser.line);
    parser.write(chunk);
    yield* items;
    items = [];
  }
  parser.close();
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function reasonOf(says: string): string {
  return /unclosed|unexpected end/i.test(says)
    ? 'the XML is cut off: fetch the file again'
    : `this is no sound XML: ${says}`;
}
