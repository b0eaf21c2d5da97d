import type { AnyChain, Step } from './define.ts';
import { branchesOf, edgesOf } from './diagram-edges.ts';
import { type Drawing, escaped, idsFor, nodeOf } from './diagram-nodes.ts';
import { holderInWords, roleInWords, shortStepInWords } from './in-words.ts';

/**
 * A Mermaid flowchart of a chain, the same text for the same chain. A step has a shape for its kind, with label and
 * role: a box is an assessment, a double box a hand-off, a hexagon a wait, a slanted box a message, a round box a rule.
 * Endings are stadiums, a switch is a diamond with an edge per option, a gap is a trapezium before its fallback, a
 * circle begins several steps at once, a flag points at every step where a referral may start; what opens a step by
 * itself is dotted. The steps that every chain has are left out.
 */
export function diagramOf(chain: AnyChain): string {
  const drawing: Drawing = {
    steps: idsFor('stap', Object.keys(chain.steps)),
    endings: idsFor('einde', Object.keys(chain.endings)),
    extra: new Map(),
  };
  const edges = Object.entries(chain.steps).flatMap(([id, step]) =>
    Object.values(step.outcomes).flatMap(({ label, to }) =>
      edgesOf(chain, drawing, nodeOf(drawing.steps, id), label, to),
    ),
  );
  const begun = branchesOf(chain, drawing);
  const steps = Object.entries(chain.steps).map(([id, step]) => shapeOf(chain, nodeOf(drawing.steps, id), step));
  const endings = Object.entries(chain.endings).map(
    ([id, label]) => `${nodeOf(drawing.endings, id)}(["${escaped(label)}"])`,
  );
  const lines = [
    ...entriesOf(chain, drawing),
    ...steps,
    ...endings,
    ...drawing.extra.values(),
    ...edges,
    ...begun,
    ...classesOf(chain, drawing),
  ];
  return ['flowchart TD', ...lines.map((line) => `  ${line}`), ''].join('\n');
}

function shapeOf(chain: AnyChain, node: string, step: Step): string {
  const label = `"${linesOf(chain, step).map(escaped).join('<br/>')}"`;
  switch (step.kind) {
    case 'assess':
      return `${node}[${label}]`;
    case 'handoff':
      return `${node}[[${label}]]`;
    case 'wait':
      return `${node}{{${label}}}`;
    case 'inform':
      return `${node}[/${label}/]`;
    case 'rule':
      return `${node}(${label})`;
  }
}

/** The label of a step, who does it, and what else has to be seen of it. */
function linesOf(chain: AnyChain, step: Step): string[] {
  const joined = (step.join ?? []).filter((branch) => branch !== 'main');
  const warm = step.kind === 'handoff' && step.warm === true ? ', samen met de inwoner' : '';
  return [
    step.label,
    holderInWords(chain, step),
    ...(step.kind === 'handoff' ? [`aangeboden, aangenomen${warm}; geweigerd: terug naar de afzender`] : []),
    ...(step.kind !== 'rule' && step.each !== undefined ? [`voor elk van: ${step.each}`] : []),
    ...(joined.length === 0 ? [] : [`wacht op: ${joined.map((id) => shortStepInWords(chain, id)).join(', ')}`]),
  ];
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
