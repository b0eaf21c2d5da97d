import type { AnyChain, PlainTarget, SwitchKnob, Target, Trigger } from './define.ts';
import { type Drawing, escaped, extraNode, nodeOf } from './diagram-nodes.ts';
import { variantInWords } from './in-words.ts';
import { isAll, triggerOf } from './targets.ts';
import { type Telling, triggerInWords } from './terms-in-words.ts';
import { valueOf } from './lengths.ts';

const briefly: Telling = { value: (length) => valueOf(length), note: () => '', whole: false };

/** The edges of one outcome, and the nodes on its way. */
export function edgesOf(chain: AnyChain, drawing: Drawing, from: string, label: string, to: Target): string[] {
  if (isAll(to)) return severalEdges(drawing, from, label, to.all);
  if (typeof to === 'string' || !('byKnob' in to)) return [edge(from, labelOf(label, to), plainNode(drawing, to))];
  const { byKnob, cases } = to;
  const node = extraNode(
    drawing,
    'keuze',
    [from, label, String(drawing.extra.size)],
    (id) => `${id}{"${escaped(questionOf(byKnob, chain.knobs[byKnob]))}"}`,
  );
  const options = Object.entries(cases).map(([option, plain]) =>
    edge(node, labelOf(option, plain), plainNode(drawing, plain)),
  );
  return [edge(from, label, node), ...options];
}

/** What opens a step otherwise: a trigger, an event, a limit that is reached, or a place that lacks another. */
export function branchesOf(chain: AnyChain, drawing: Drawing): string[] {
  const triggers = Object.entries(chain.steps).flatMap(([id, step]) => {
    const trigger = triggerOf(step);
    return trigger === undefined ? [] : [triggerEdge(chain, drawing, id, trigger)];
  });
  const limits = Object.values(chain.limits ?? {}).map(({ label, from, opens }) =>
    dotted(nodeOf(drawing.steps, from), label, nodeOf(drawing.steps, opens)),
  );
  const lacks = Object.entries(chain.mayLack ?? {}).flatMap(([id, lack]) =>
    lack === undefined
      ? []
      : [
          dotted(
            nodeOf(drawing.steps, id),
            `waar deze stap ontbreekt: ${lack.gap}`,
            nodeOf(drawing.steps, lack.fallback),
          ),
        ],
  );
  return [...triggers, ...limits, ...lacks];
}

function triggerEdge(chain: AnyChain, drawing: Drawing, id: string, trigger: Trigger): string {
  const step = nodeOf(drawing.steps, id);
  const words = triggerInWords(chain, id, trigger, briefly);
  if (!('on' in trigger)) {
    return dotted(nodeOf(drawing.steps, 'at' in trigger ? trigger.opening : trigger.from), words, step);
  }
  const { on } = trigger;
  const event = chain.events?.[on]?.label ?? on;
  return dotted(
    extraNode(drawing, 'gebeurtenis', [on], (node) => `${node}>"${escaped(event)}"]`),
    words,
    step,
  );
}

/** A circle from which several steps begin at once; the first goes on where the branch was. */
function severalEdges(drawing: Drawing, from: string, label: string, all: readonly PlainTarget[]): string[] {
  const node = extraNode(drawing, 'samen', [from, label, String(drawing.extra.size)], (id) => `${id}(("en"))`);
  const branches = all.map((each, index) =>
    edge(node, labelOf(index === 0 ? 'verder' : 'daarnaast', each), plainNode(drawing, each)),
  );
  return [edge(from, label, node), ...branches];
}

function labelOf(label: string, to: PlainTarget): string {
  return typeof to !== 'string' && 'with' in to ? `${label} (${variantInWords(to.with)})` : label;
}

function questionOf(name: string, knob: SwitchKnob | undefined): string {
  return knob === undefined ? name : `${name}: ${knob.label}`;
}

/** The node of a target; a gap gets a node of its own, from which it goes on to the fallback. */
function plainNode(drawing: Drawing, target: PlainTarget): string {
  if (typeof target === 'string') return nodeOf(drawing.steps, target);
  if ('end' in target) return nodeOf(drawing.endings, target.end);
  if ('step' in target) return nodeOf(drawing.steps, target.step);
  if ('leave' in target) return extraNode(drawing, 'klaar', [], (node) => `${node}(["Deze tak is klaar"])`);
  const fallback = nodeOf(drawing.steps, target.fallback);
  const missing = escaped(`Ontbreekt hier: ${target.gap}`);
  return extraNode(
    drawing,
    'gat',
    [target.gap, target.fallback],
    (node) => `${node}[/"${missing}"\\] -.-> ${fallback}`,
  );
}

function edge(from: string, label: string, to: string): string {
  return `${from} -->|"${escaped(label)}"| ${to}`;
}

function dotted(from: string, label: string, to: string): string {
  return `${from} -.->|"${escaped(label)}"| ${to}`;
}
