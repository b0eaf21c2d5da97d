import { Graph, layout } from '@dagrejs/dagre';

export interface Box {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where boxes and arrows lie; the point of a box is its middle. */
export interface Layered {
  readonly width: number;
  readonly height: number;
  readonly at: ReadonlyMap<string, Point>;
  readonly arrows: readonly { readonly from: string; readonly to: string; readonly points: readonly Point[] }[];
}

/** What is used of dagre's graph: its own types do not resolve here. */
interface Laid {
  setGraph(options: object): unknown;
  setDefaultEdgeLabel(label: () => object): unknown;
  setNode(id: string, size: object): unknown;
  setEdge(from: string, to: string): unknown;
  hasNode(id: string): boolean;
  node(id: string): Point;
  edge(from: string, to: string): { readonly points: readonly Point[] };
  edges(): readonly { readonly v: string; readonly w: string }[];
}

const MARGIN = 4;

/**
 * In layers from top to bottom, with as few crossings as dagre finds; the same for the same input.
 * Arrows from a box to itself are left out.
 */
export function layered(
  boxes: readonly Box[],
  edges: readonly { readonly from: string; readonly to: string }[],
): Layered {
  const graph: Laid = new Graph({ multigraph: false });
  graph.setGraph({ rankdir: 'TB', nodesep: 22, ranksep: 44, edgesep: 12, marginx: 0, marginy: MARGIN });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height });
  const drawable = edges.filter(({ from, to }) => from !== to && graph.hasNode(from) && graph.hasNode(to));
  for (const { from, to } of drawable) graph.setEdge(from, to);
  layout(graph);
  const arrows = graph.edges().map(({ v, w }) => ({ from: v, to: w, points: graph.edge(v, w).points }));
  const placed = boxes.map((box) => ({ ...box, x: graph.node(box.id).x, y: graph.node(box.id).y }));
  // What dagre says of the width leaves out arrows that go around.
  const xs = [
    ...arrows.flatMap(({ points }) => points.map(({ x }) => x)),
    ...placed.flatMap(({ x, width }) => [x - width / 2, x + width / 2]),
  ];
  const left = Math.min(0, ...xs) - MARGIN;
  const bottom = Math.max(0, ...placed.map(({ y, height }) => y + height / 2));
  const shifted = ({ x, y }: Point): Point => ({ x: x - left, y });
  return {
    width: Math.ceil(Math.max(0, ...xs) - left + MARGIN),
    height: Math.ceil(bottom + MARGIN),
    at: new Map(placed.map(({ id, x, y }) => [id, shifted({ x, y })])),
    arrows: arrows.map((arrow) => ({ ...arrow, points: arrow.points.map(shifted) })),
  };
}
