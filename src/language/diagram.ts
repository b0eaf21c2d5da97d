import type { AnyChain, PlainTarget, SwitchKnob, Target } from './define.ts';
import { roleInWords } from './in-words.ts';

/** Turns the parts of one chain into nodes and edges; the same thing always gets the same node. */
interface Drawing {
  readonly steps: ReadonlyMap<string, string>;
  readonly endings: ReadonlyMap<string, string>;
  readonly gaps: Map<string, string>;
  readonly switches: Map<string, string>;
}

/**
 * A Mermaid flowchart of a chain, the same text for the same chain: steps are boxes with label and role, endings are
 * stadiums, a switch is a diamond with an edge per option, a gap is a trapezium before its fallback, and a flag points
 * at every step where a referral may start.
 */
export function diagramOf(chain: AnyChain): string {
  const drawing: Drawing = {
    steps: idsFor('stap', Object.keys(chain.steps)),
    endings: idsFor('einde', Object.keys(chain.endings)),
    gaps: new Map(),
    switches: new Map(),
  };
  const edges = Object.entries(chain.steps).flatMap(([id, step]) =>
    Object.values(step.outcomes).flatMap(({ label, to }) =>
      edgesOf(chain, drawing, nodeOf(drawing.steps, id), label, to),
    ),
  );
  const steps = Object.entries(chain.steps).map(
    ([id, step]) =>
      `${nodeOf(drawing.steps, id)}["${escaped(step.label)}<br/>${escaped(roleInWords(chain, step.by))}"]`,
  );
  const endings = Object.entries(chain.endings).map(
    ([id, label]) => `${nodeOf(drawing.endings, id)}(["${escaped(label)}"])`,
  );
  const lines = [
    ...entriesOf(chain, drawing),
    ...steps,
    ...endings,
    ...drawing.switches.values(),
    ...drawing.gaps.values(),
    ...edges,
    ...classesOf(chain, drawing),
  ];
  return ['flowchart TD', ...lines.map((line) => `  ${line}`), ''].join('\n');
}

/** One flag per step where roles may start, with the names of those roles. */
function entriesOf(chain: AnyChain, { steps }: Drawing): string[] {
  return Object.keys(chain.steps).flatMap((step, index) => {
    const roles = Object.entries(chain.entries).flatMap(([role, starts]) => (starts.includes(step) ? [role] : []));
    if (roles.length === 0) return [];
    const names = roles.map((role) => roleInWords(chain, role)).join(', ');
    return [`begin${index}>"${escaped(`Begin: ${names}`)}"] -.-> ${nodeOf(steps, step)}`];
  });
}

function classesOf(chain: AnyChain, { steps }: Drawing): string[] {
  const starts = new Set(Object.values(chain.entries).flat());
  const nodes = Object.keys(chain.steps).flatMap((step) => (starts.has(step) ? [nodeOf(steps, step)] : []));
  return nodes.length === 0 ? [] : ['classDef begin stroke-width:3px', `class ${nodes.join(',')} begin`];
}

function edgesOf(chain: AnyChain, drawing: Drawing, from: string, label: string, to: Target): string[] {
  if (typeof to === 'string' || !('byKnob' in to)) return [edge(from, label, plainNode(drawing, to))];
  const knob = chain.knobs[to.byKnob];
  const node = `keuze${drawing.switches.size}`;
  drawing.switches.set(node, `${node}{"${escaped(questionOf(to.byKnob, knob))}"}`);
  const options = Object.entries(to.cases).map(([option, plain]) => edge(node, option, plainNode(drawing, plain)));
  return [edge(from, label, node), ...options];
}

function questionOf(name: string, knob: SwitchKnob | undefined): string {
  return knob === undefined ? name : `${name}: ${knob.label}`;
}

/** The node of a target; a gap gets a node of its own, from which it goes on to the fallback. */
function plainNode(drawing: Drawing, target: PlainTarget<string, string>): string {
  if (typeof target === 'string') return nodeOf(drawing.steps, target);
  if ('end' in target) return nodeOf(drawing.endings, target.end);
  const key = JSON.stringify([target.gap, target.fallback]);
  const known = drawing.gaps.get(key);
  if (known !== undefined) return known.slice(0, known.indexOf('['));
  const node = `gat${drawing.gaps.size}`;
  const fallback = nodeOf(drawing.steps, target.fallback);
  drawing.gaps.set(key, `${node}[/"${escaped(`Ontbreekt hier: ${target.gap}`)}"\\] -.-> ${fallback}`);
  return node;
}

function edge(from: string, label: string, to: string): string {
  return `${from} -->|"${escaped(label)}"| ${to}`;
}

/** Ids of nodes: readable where the name allows it, never a word that Mermaid keeps for itself, never the same twice. */
function idsFor(kind: string, names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    names.map((name, index) => {
      const plain = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
      return [name, plain ? `${kind}_${name.replaceAll('-', '_')}` : `${kind}${index}`];
    }),
  );
}

/** @throws when a target names what the chain does not have: `check` refuses such a chain. */
function nodeOf(ids: ReadonlyMap<string, string>, name: string): string {
  const node = ids.get(name);
  if (node === undefined) throw new Error(`there is no ${name} to draw`);
  return node;
}

/**
 * Everything but letters, digits and plain punctuation as a character code: Mermaid and Markdown leave that alone. A
 * label without text becomes a space, since Mermaid refuses an empty one.
 */
function escaped(label: string): string {
  const line = label.replaceAll(/\s+/g, ' ').trim();
  if (line === '') return '#160;';
  return line.replaceAll(/[^\p{L}\p{M}\p{N} .,:?!()'/-]/gu, (sign) => `#${sign.codePointAt(0) ?? 0};`);
}
