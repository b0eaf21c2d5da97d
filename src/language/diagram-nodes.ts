/** Turns the parts of one chain into nodes; the same thing always gets the same node. */
export interface Drawing {
  readonly steps: ReadonlyMap<string, string>;
  readonly endings: ReadonlyMap<string, string>;
  /** Nodes that are no step and no ending, by what they stand for: switches, gaps, events, forks. */
  readonly extra: Map<string, string>;
}

/** Ids of nodes: readable where the name allows it, never a word that Mermaid keeps for itself, never the same twice. */
export function idsFor(kind: string, names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    names.map((name, index) => {
      const plain = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
      return [name, plain ? `${kind}_${name.replaceAll('-', '_')}` : `${kind}${index}`];
    }),
  );
}

/** @throws when a target names what the chain does not have: `check` refuses such a chain. */
export function nodeOf(ids: ReadonlyMap<string, string>, name: string): string {
  const node = ids.get(name);
  if (node === undefined) throw new Error(`there is no ${name} to draw`);
  return node;
}

/** The node that stands for something; `draw` says how it looks when it is not there yet. */
export function extraNode(
  { extra }: Drawing,
  kind: string,
  what: readonly string[],
  draw: (node: string) => string,
): string {
  const key = JSON.stringify([kind, ...what]);
  const found = [...extra.keys()].indexOf(key);
  const node = `${kind}${found === -1 ? extra.size : found}`;
  if (found === -1) extra.set(key, draw(node));
  return node;
}

/**
 * Everything but letters, digits and plain punctuation as a character code: Mermaid and Markdown leave that alone. A
 * label without text becomes a space, since Mermaid refuses an empty one.
 */
export function escaped(label: string): string {
  const line = label.replaceAll(/\s+/g, ' ').trim();
  if (line === '') return '#160;';
  return line.replaceAll(/[^\p{L}\p{M}\p{N} .,:?!()'/-]/gu, (sign) => `#${sign.codePointAt(0) ?? 0};`);
}
