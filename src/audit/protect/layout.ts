import { type Block, type GridNode, REGION } from './block.ts';

/** Where the nodes of one measure and chain lie: first the region by time, then each municipality by its times. */
export interface Layout {
  readonly size: number;
  /** Times that are told of per municipality, and the finest of those. */
  readonly placed: readonly number[];
  readonly finest: readonly number[];
  readonly municipalities: number;
  readonly segments: number;
  /** Position of a municipality at the index of a placed time. */
  readonly at: (municipality: number, placed: number) => number;
  /** Parents and children in time, and region and municipalities. */
  readonly timeLines: readonly PositionLine[];
  readonly placeLines: readonly PositionLine[];
  /** How deep in the tree of time each position lies. */
  readonly depths: readonly { readonly time: number; readonly isPlace: boolean }[];
  /** Children in time, by position. */
  readonly below: readonly (readonly number[])[];
  /** From a segment of the region upwards; from a municipality in a finest placed time upwards. */
  readonly regionPaths: readonly (readonly number[])[];
  readonly placePaths: readonly (readonly (readonly number[])[])[];
  /** In which of the finest placed times a segment lies; -1 for none. */
  readonly finestOf: readonly number[];
  readonly positionOf: (node: GridNode) => number | undefined;
  readonly nodeAt: (position: number, chain: string) => GridNode;
}

export interface PositionLine {
  readonly parent: number;
  readonly children: readonly number[];
}

export function layoutOf({ times, municipalities }: Pick<Block, 'times' | 'municipalities'>): Layout {
  const placed = times.flatMap((time, index) => (time.hasPlaces ? [index] : []));
  const placedAt = new Map(placed.map((time, index) => [time, index]));
  const at = (municipality: number, index: number): number => times.length + municipality * placed.length + index;
  const upwards = (time: number): readonly number[] => {
    const parent = times[time]?.parent ?? null;
    return parent === null ? [time] : [time, ...upwards(parent)];
  };
  const childrenOf = (time: number): readonly number[] =>
    times.flatMap(({ parent }, index) => (parent === time ? [index] : []));
  const segments = times.flatMap(({ segment }, index) => (segment === null ? [] : [{ segment, index }]));
  const bySegment = segments.toSorted((a, b) => a.segment - b.segment).map(({ index }) => index);
  const finest = placed.filter((time) => !childrenOf(time).some((child) => placedAt.has(child)));
  const each = municipalities.map((_, index) => index);
  const inPlace = (municipality: number, time: number): number => at(municipality, placedAt.get(time) ?? 0);
  const placedUpwards = (time: number): readonly number[] => upwards(time).filter((each) => placedAt.has(each));
  const size = times.length + municipalities.length * placed.length;
  const below: number[][] = Array.from({ length: size }, () => []);
  times.forEach(({ parent }, child) => {
    if (parent === null) return;
    below[parent]?.push(child);
    if (placedAt.has(parent) && placedAt.has(child)) {
      for (const municipality of each) below[inPlace(municipality, parent)]?.push(inPlace(municipality, child));
    }
  });
  const timeIndexes = new Map(times.map(({ id }, index) => [id, index]));
  const places = new Map(municipalities.map((name, index) => [name, index]));
  return {
    size,
    placed,
    finest,
    municipalities: municipalities.length,
    segments: segments.length,
    at,
    depths: [
      ...times.map((_, time) => ({ time: upwards(time).length - 1, isPlace: false })),
      ...each.flatMap(() => placed.map((time) => ({ time: upwards(time).length - 1, isPlace: true }))),
    ],
    below,
    timeLines: below.flatMap((children, parent) => (children.length === 0 ? [] : [{ parent, children }])),
    placeLines: placed.map((time, index) => ({ parent: time, children: each.map((place) => at(place, index)) })),
    regionPaths: bySegment.map(upwards),
    placePaths: each.map((place) => finest.map((time) => placedUpwards(time).map((up) => inPlace(place, up)))),
    finestOf: bySegment.map((time) => finest.findIndex((each) => upwards(time).includes(each))),
    positionOf: ({ place, time }) => {
      const index = timeIndexes.get(time);
      if (index === undefined || place === REGION) return index;
      const [municipality, column] = [places.get(place), placedAt.get(index)];
      return municipality === undefined || column === undefined ? undefined : at(municipality, column);
    },
    nodeAt: (position, chain) => {
      if (position < times.length) return { place: REGION, time: times[position]?.id ?? '', chain };
      const [place, column] = [
        Math.floor((position - times.length) / placed.length),
        (position - times.length) % placed.length,
      ];
      return { place: municipalities[place] ?? '', time: times[placed[column] ?? 0]?.id ?? '', chain };
    },
  };
}
