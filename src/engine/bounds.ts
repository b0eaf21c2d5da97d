import type { AnyChain, DateBounds } from '../language/define.ts';
import { addDuration, parseDuration, subtractDuration } from './calendar/duration.ts';
import { isLocalDate, type LocalDate } from './calendar/local-date.ts';

/** When a date is given, beside which others; `fixed`: it changes what the case had. */
export interface Given {
  readonly today: LocalDate;
  readonly known: Readonly<Record<string, string>>;
  readonly fixed: boolean;
}

/** Why a date cannot lie there, and where it can, in Dutch; undefined when it can. */
export function outOfBounds(
  chain: AnyChain,
  name: string,
  date: string,
  { today, known, fixed }: Given,
): string | undefined {
  const bounds = boundsOf(chain, name);
  if (bounds === undefined || !isLocalDate(date)) return undefined;
  const { ahead, behind, around, until } = bounds;
  const label = labelOf(chain, name);
  const other = around === undefined ? undefined : known[around.anchor];
  const past = until !== undefined && known[until] !== undefined;
  if (past && fixed) {
    return `De ${label} verandert niet meer: ${labelOf(chain, until)} (${known[until]}) is al gemeld. Klopt die dag niet, draai die melding dan terug.`;
  }
  if (ahead !== undefined) {
    const last = addDuration(today, parseDuration(ahead));
    if (date > last) return tooLate(label, date, last);
  }
  if (behind !== undefined && !past) {
    const first = subtractDuration(today, parseDuration(behind));
    if (date < first) return tooEarly(label, date, first);
  }
  if (around === undefined || other === undefined || !isLocalDate(other)) return undefined;
  const first = subtractDuration(other, parseDuration(around.before));
  const last = addDuration(other, parseDuration(around.after));
  const beside = ` Of pas eerst de ${labelOf(chain, around.anchor)} (${other}) aan.`;
  if (date < first) return tooEarly(label, date, first) + beside;
  return date > last ? tooLate(label, date, last) + beside : undefined;
}

/** Why no day at all can be given for a date now, in Dutch; undefined when some day can. Only what is planned may lie ahead. */
export function withoutDay(
  chain: AnyChain,
  name: string,
  { today, known, planned }: Pick<Given, 'today' | 'known'> & { readonly planned: boolean },
): string | undefined {
  const bounds = boundsOf(chain, name);
  if (bounds === undefined) return undefined;
  const { ahead, behind, around } = bounds;
  const other = around === undefined ? undefined : known[around.anchor];
  // Where some day fits, one of the borders does.
  const days = [
    today,
    ...(ahead === undefined ? [] : [addDuration(today, parseDuration(ahead))]),
    ...(behind === undefined ? [] : [subtractDuration(today, parseDuration(behind))]),
    ...(around === undefined || other === undefined || !isLocalDate(other)
      ? []
      : [subtractDuration(other, parseDuration(around.before)), addDuration(other, parseDuration(around.after))]),
  ].filter((day) => planned || day <= today);
  const fits = days.some((day) => outOfBounds(chain, name, day, { today, known, fixed: true }) === undefined);
  return fits ? undefined : outOfBounds(chain, name, today, { today, known, fixed: true });
}

function boundsOf(chain: AnyChain, name: string): DateBounds | undefined {
  return Object.hasOwn(chain.bounds ?? {}, name) ? chain.bounds?.[name] : undefined;
}

function labelOf(chain: AnyChain, anchor: string): string {
  return (chain.anchors?.[anchor] ?? anchor).toLowerCase();
}

function tooLate(label: string, date: string, last: string): string {
  return `De ${label} kan niet op ${date} zijn: op zijn laatst op ${last}. Controleer de datum.`;
}

function tooEarly(label: string, date: string, first: string): string {
  return `De ${label} kan niet op ${date} zijn: op zijn vroegst op ${first}. Controleer de datum.`;
}
