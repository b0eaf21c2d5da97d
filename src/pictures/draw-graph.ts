import type { BottleneckItem } from '../audit/figures/items.ts';
import { drawArrow, drawLoop } from './draw-arrow.ts';
import { stepLook, stepLooks, stepText } from './step-look.ts';
import type { ChainGraph } from './graph.ts';
import { type Box, layered, type Point } from './layered.ts';
import { textLines, tidy, widthOf, wrapped } from './letters.ts';
import { colours } from './look.ts';

const WIDTH = 178;
const PAD = 10;
const LETTER = 13;
const LEADING = 17;
const NARROWEST = 720;

interface Node extends Box {
  readonly label: readonly string[];
  readonly facts: readonly string[];
  readonly item: BottleneckItem | undefined;
  readonly isEnd: boolean;
}

/** The graph with a legend above it, as SVG. A step that no item speaks of has no figures. */
export function drawGraph(
  graph: ChainGraph,
  items: readonly BottleneckItem[],
): { readonly svg: string; readonly width: number; readonly height: number } {
  const nodes = nodesOf(graph, items);
  const labels = new Map<string, string[]>();
  for (const { from, to, label } of graph.edges) {
    const key = JSON.stringify([from, to]);
    labels.set(key, [...(labels.get(key) ?? []), label]);
  }
  const { at, arrows, width, height } = layered(nodes, graph.edges);
  const aside = Math.max(0, (NARROWEST - width) / 2);
  const lines = arrows.map(({ from, to, points }) => drawArrow(points, labels.get(JSON.stringify([from, to])) ?? []));
  const boxes = nodes.flatMap((node) => {
    const middle = at.get(node.id);
    if (middle === undefined) return [];
    const again = labels.get(JSON.stringify([node.id, node.id]));
    const loop = again === undefined ? '' : drawLoop({ x: middle.x + node.width / 2, y: middle.y }, again);
    return [`${loop}${drawNode(node, middle)}`];
  });
  const legend = drawLegend();
  return {
    svg: [legend, `<g transform="translate(${tidy(aside)} 40)">`, ...lines, ...boxes, '</g>'].join('\n'),
    width: Math.max(NARROWEST, width),
    height: height + 44,
  };
}

function nodesOf({ steps, ends }: ChainGraph, items: readonly BottleneckItem[]): readonly Node[] {
  const inner = WIDTH - 2 * PAD;
  const sized = (id: string, label: readonly string[], item: BottleneckItem | undefined, isEnd: boolean): Node => {
    const facts = isEnd ? [] : stepText(item).flatMap((line) => wrapped(line, inner, LETTER));
    return {
      id,
      label,
      facts,
      item,
      isEnd,
      width: WIDTH,
      height: 2 * PAD + (label.length + facts.length) * LEADING - 3,
    };
  };
  return [
    ...steps.map(({ id, label }) =>
      sized(
        id,
        wrapped(label, inner, LETTER, 'bold'),
        items.find(({ step }) => step === id),
        false,
      ),
    ),
    ...ends.map(({ id, label }) => sized(id, wrapped(label, inner, LETTER), undefined, true)),
  ];
}

function drawNode({ width, height, label, facts, item, isEnd }: Node, middle: Point): string {
  const { fill, ink, dashed } = isEnd ? { fill: colours.wash, ink: colours.muted, dashed: false } : stepLook(item);
  const [left, top] = [middle.x - width / 2, middle.y - height / 2];
  const text = { x: middle.x, size: LETTER, anchor: 'middle', fill: ink, leading: LEADING } as const;
  const first = top + PAD + LETTER - 2;
  return [
    `<rect x="${tidy(left)}" y="${tidy(top)}" width="${width}" height="${tidy(height)}" rx="${isEnd ? tidy(height / 2) : 6}" fill="${fill}" stroke="${isEnd ? colours.line : colours.accent}"${dashes(dashed)}/>`,
    textLines(label, { ...text, y: first, weight: isEnd ? 'normal' : 'bold' }),
    textLines(facts, { ...text, y: first + label.length * LEADING }),
  ].join('\n');
}

function drawLegend(): string {
  let x = 1;
  return stepLooks
    .map(({ words, fill, dashed }) => {
      const here = x;
      x += widthOf(words, LETTER) + 44;
      return [
        `<rect x="${tidy(here)}" y="2" width="18" height="14" rx="3" fill="${fill}" stroke="${colours.accent}"${dashes(dashed)}/>`,
        textLines([words], { x: here + 25, y: 14, size: LETTER }),
      ].join('\n');
    })
    .join('\n');
}

function dashes(dashed: boolean): string {
  return dashed ? ' stroke-dasharray="4 3"' : '';
}
