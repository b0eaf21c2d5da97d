import type { BottleneckItem } from '../audit/figures/items.ts';
import { amount, HIDDEN, isHidden, percent, UNCOUNTED, UNKNOWN } from './dutch.ts';
import { colours } from './look.ts';

interface Look {
  readonly fill: string;
  readonly ink: string;
  readonly dashed: boolean;
  /** What the colour says, for the legend. */
  readonly words: string;
}

const calm = { ink: colours.ink, dashed: false } as const;
/** The looks in the order of the legend. */
const looks = {
  none: { ...calm, fill: colours.paper, words: 'niets te laat' },
  few: { ...calm, fill: colours.accentFaint, words: 'minder dan 10 % te laat' },
  some: { ...calm, fill: colours.accentSoft, words: '10 tot 25 % te laat' },
  many: { fill: colours.accent, ink: colours.paper, dashed: false, words: '25 % of meer te laat' },
  hidden: { ...calm, fill: colours.paper, dashed: true, words: HIDDEN },
} as const satisfies Record<string, Look>;

export const stepLooks: readonly Look[] = Object.values(looks);

/** From light to dark, so that it also reads in grey: the larger the share that is too late, the darker. */
export function stepLook(item: Pick<BottleneckItem, 'waiting' | 'overdueShare'> | undefined): Look {
  if (item === undefined) return looks.none;
  if (isHidden(item.waiting) || isHidden(item.overdueShare)) return looks.hidden;
  const share = item.overdueShare.value ?? 0;
  if (share === 0) return looks.none;
  if (share < 0.1) return looks.few;
  return share < 0.25 ? looks.some : looks.many;
}

/** What is written in a step, so that nothing is said by colour alone. */
export function stepText(item: BottleneckItem | undefined): readonly string[] {
  if (item === undefined) return [UNCOUNTED];
  if (item.waiting === 0) return ['niemand wacht'];
  if (isHidden(item.waiting)) return [HIDDEN];
  const { overdueShare } = item;
  const late = isHidden(overdueShare) ? HIDDEN : overdueShare.value === null ? UNKNOWN : percent(overdueShare.value);
  return [item.waiting === 1 ? '1 wacht' : `${amount(item.waiting)} wachten`, `te laat: ${late}`];
}
