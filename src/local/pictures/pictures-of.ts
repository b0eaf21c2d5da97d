import { EVERY_CHAIN } from '../../audit/every-chain.ts';
import type { KeyFigureItem } from '../../audit/figures/items.ts';
import { HIDDEN } from '../../audit/figures/shown.ts';
import { arrivalsPicture } from '../../pictures/arrivals-picture.ts';
import { bottlenecksPicture } from '../../pictures/bottlenecks-picture.ts';
import { endedByPicture } from '../../pictures/ended-by-picture.ts';
import { flowPicture } from '../../pictures/flow-picture.ts';
import { type FunnelPoint, funnelPicture } from '../../pictures/funnel-picture.ts';
import type { Picture } from '../../pictures/picture.ts';
import type { DrawnChain } from './drawn-chain.ts';
import type { FiguresRead } from './figures-read.ts';

/** Every picture by its name: per chain and where it can be for all together, and the municipalities beside the region. */
export function picturesOf(read: FiguresRead, chains: readonly DrawnChain[]): ReadonlyMap<string, Picture> {
  const pictures = new Map<string, Picture>();
  for (const chain of [EVERY_CHAIN, ...chains.map(({ id }) => id)]) {
    const flow = read.flow.filter(({ item }) => item.chain === chain);
    const durations = read.durations.find((item) => item.chain === chain);
    const drawn = chains.find(({ id }) => id === chain);
    pictures.set(`${chain}-in-en-uit`, flowPicture(flow, read));
    pictures.set(`${chain}-meer-of-minder`, arrivalsPicture(flow, read));
    if (durations !== undefined) pictures.set(`${chain}-klaar-na`, endedByPicture(durations, read));
    if (drawn === undefined) continue;
    const waiting = read.bottlenecks.filter((item) => item.chain === chain);
    pictures.set(`${chain}-wachten`, bottlenecksPicture(drawn.graph, waiting, drawn.label, read));
  }
  for (const figure of read.figures.filter(({ chain, unit }) => chain === EVERY_CHAIN && unit === 'aandeel')) {
    if (read.municipalities.length > 0) pictures.set(`gemeenten-${figure.id}`, besideRegion(read, figure));
  }
  return pictures;
}

function besideRegion(read: FiguresRead, { id, label, value }: KeyFigureItem): Picture {
  const whole = typeof value === 'number' ? value : null;
  const points = read.municipalities.map(({ name, figures }): FunnelPoint => {
    const own = figures.find((figure) => figure.id === id && figure.chain === EVERY_CHAIN);
    const shown = own !== undefined && typeof own.n === 'number' && typeof own.value === 'number';
    if (shown) return { municipality: name, count: Math.round(Number(own.value) * Number(own.n)), n: own.n };
    return own?.n === 0 ? { municipality: name, count: 0, n: 0 } : { municipality: name, count: HIDDEN, n: HIDDEN };
  });
  return funnelPicture({ label, points, whole }, read);
}
