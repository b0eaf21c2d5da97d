import type { Count, Quantile, Share, Suppressed } from '../audit/figures/items.ts';

/** What stands where a figure rests on too few people to be shown. */
export const HIDDEN = 'te klein om te tonen';
/** What stands where there is nothing to say yet. */
export const UNKNOWN = 'niet bekend';
/** What stands at a step of which nothing is counted: it may be confidential, or nobody has ever come to it. */
export const UNCOUNTED = 'geen cijfers';

const NBSP = '\u00A0';
const numbers = (digits: number): Intl.NumberFormat =>
  new Intl.NumberFormat('nl-NL', { maximumFractionDigits: digits, signDisplay: 'negative' });
const whole = numbers(0);
const tenths = numbers(1);
const zone = { timeZone: 'Europe/Amsterdam' } as const;
const dayFormat = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', ...zone });
const monthFormat = new Intl.DateTimeFormat('nl-NL', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const shortMonthFormat = new Intl.DateTimeFormat('nl-NL', { month: 'short', timeZone: 'UTC' });

export function isHidden(value: unknown): value is Suppressed {
  return typeof value === 'object' && value !== null && 'suppressed' in value;
}

/** 1234 is `1.234`. */
export function amount(value: number): string {
  return whole.format(value);
}

/** 27.36 is `27,4`. */
export function decimal(value: number): string {
  return tenths.format(value);
}

/** A share between 0 and 1 in tenths of a percent: 0.125 is `12,5 %`. */
export function percent(share: number): string {
  return `${tenths.format(share * 100)}${NBSP}%`;
}

/** A share in whole percents; in tenths where a whole one would wrongly read as none or all. */
export function roundPercent(share: number): string {
  const wrong = (share > 0 && share < 0.01) || (share > 0.99 && share < 1);
  return wrong ? percent(share) : `${whole.format(share * 100)}${NBSP}%`;
}

/** A count in figures, or in words that it is hidden. */
export function countInDutch(count: Count): string {
  return isHidden(count) ? HIDDEN : amount(count);
}

export function shareInDutch(share: Share): string {
  if (isHidden(share)) return HIDDEN;
  return share.value === null ? UNKNOWN : percent(share.value);
}

/** After how many days so many had done it, or why that is not told. */
export function quantileInDutch(quantile: Quantile): string {
  if (isHidden(quantile)) return HIDDEN;
  return quantile.value === null ? UNKNOWN : daysInDutch(quantile.value);
}

export function daysInDutch(count: number): string {
  return count === 1 ? '1 dag' : `${amount(count)} dagen`;
}

/** `van 12,5 % tot 18 %`, or why there is no interval. */
export function intervalInDutch(share: Share): string {
  if (isHidden(share)) return HIDDEN;
  return share.lower === null || share.upper === null
    ? UNKNOWN
    : `van ${percent(share.lower)} tot ${percent(share.upper)}`;
}

/** A moment or day in ISO 8601 as a day in the Netherlands: `5 oktober 2026`; other text stays as it is. */
export function dayInDutch(iso: string): string {
  const moment = Date.parse(iso);
  return /^\d{4}-\d{2}-\d{2}/.test(iso) && !Number.isNaN(moment) ? dayFormat.format(moment) : iso;
}

/** `2026-09` is `september 2026`; other text stays as it is. */
function monthInDutch(month: string): string {
  const moment = Date.parse(`${month}-01T00:00:00Z`);
  return Number.isNaN(moment) ? month : monthFormat.format(moment);
}

/** `2026-09` is `sep` and `2026-Q3` is `3e kw`; with the year under it where a year begins, and `first`. */
export function periodBriefly(period: string, first: boolean): string {
  const [, quarter] = /^\d{4}-Q([1-4])$/.exec(period) ?? [];
  const moment = Date.parse(`${period}-01T00:00:00Z`);
  if (quarter === undefined && Number.isNaN(moment)) return period;
  const name = quarter === undefined ? shortMonthFormat.format(moment).replace('.', '') : `${quarter}e\u00A0kw`;
  return first || /-(?:01|Q1)$/.test(period) ? `${name}\n${period.slice(0, 4)}` : name;
}

const quarters = ['eerste', 'tweede', 'derde', 'vierde'] as const;

/** A calendar period of the audit (`2026`, `2026-Q3`, `2026-09`, `2026-W36`) in words; other text stays as it is. */
export function periodInDutch(period: string): string {
  const [, year = '', quarter = '', week = ''] = /^(\d{4})(?:-Q([1-4])|-W(\d{2}))?$/.exec(period) ?? [];
  if (quarter !== '') return `het ${quarters[Number(quarter) - 1] ?? quarter} kwartaal van ${year}`;
  if (week !== '') return `week ${Number(week)} van ${year}`;
  return year !== '' ? year : monthInDutch(period);
}

/** `a, b en c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} en ${words.at(-1) ?? ''}`;
}
