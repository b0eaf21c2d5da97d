import { decimal } from './dutch.ts';
import { colours } from './look.ts';

/** How large the letters of a chart are, in its own units, and whether it is one of several small ones. */
export interface Letters {
  readonly axis: number;
  readonly value: number;
  /** Without a legend of its own, and with fewer words. */
  readonly small: boolean;
}

export const onScreen: Letters = { axis: 13, value: 13, small: false };

/** The room around what is drawn; a legend stands above it. */
export function room({ axis, small }: Letters): object {
  const outer = { outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' } as const;
  return small
    ? { left: 0, right: 6, top: axis * 1.4, bottom: 0, ...outer }
    : { left: 8, right: 16, top: axis * 2.6, bottom: 4, ...outer };
}

/** What the colours and signs say; none where it is small. */
export function legend({ axis, small }: Letters, data: readonly object[]): object {
  return {
    show: !small,
    left: 0,
    top: 0,
    itemWidth: axis,
    itemHeight: axis * 0.75,
    itemGap: axis,
    textStyle: { fontSize: axis, color: colours.ink },
    data: [...data],
  };
}

/** An axis with words. */
export function wordAxis(words: readonly string[], { axis }: Letters, label: object = {}): object {
  return {
    type: 'category',
    data: [...words],
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colours.line } },
    axisLabel: { color: colours.muted, fontSize: axis, interval: 0, lineHeight: Math.round(axis * 1.25), ...label },
  };
}

/** An axis with numbers, from nought; `percent`: they are shares. */
export function numberAxis({ axis }: Letters, options: object = {}, isShare = false): object {
  return {
    type: 'value',
    min: 0,
    ...(isShare ? { max: 1, interval: 0.25 } : { minInterval: 1 }),
    splitNumber: 4,
    axisLine: { show: false },
    splitLine: { lineStyle: { color: colours.hair } },
    axisLabel: {
      color: colours.muted,
      fontSize: axis,
      formatter: (value: number): string => (isShare ? `${decimal(value * 100)}\u00A0%` : decimal(value)),
    },
    ...options,
  };
}

/** What holds for every series: it does nothing when it is pointed at. */
export const still = { silent: true, emphasis: { disabled: true }, legendHoverLink: false } as const;

/** From nought to the first round number above a value, in at most five steps. */
export function roundScale(most: number): { readonly max: number; readonly interval: number } {
  const rough = Math.max(1, most) / 4;
  const ten = 10 ** Math.floor(Math.log10(rough));
  const interval = Math.max(1, ([1, 2, 5].find((step) => step * ten >= rough) ?? 10) * ten);
  return { max: Math.ceil(most / interval) * interval || interval, interval };
}
