import { withoutDay } from '../../engine/bounds.ts';
import type { LocalDate } from '../../engine/calendar/local-date.ts';
import type { CaseState } from '../../engine/state.ts';
import type { AnyChain } from '../../language/define.ts';

/** Why nobody can report an event now, whatever its day; undefined when some day fits. */
export function noDayLeft(
  chain: AnyChain,
  state: CaseState,
  event: string,
  today: LocalDate,
): { readonly code: 'invalid-input'; readonly detail: string } | undefined {
  const own = Object.hasOwn(chain.events ?? {}, event) ? chain.events?.[event] : undefined;
  if (own?.anchor === undefined) return undefined;
  const detail = withoutDay(chain, own.anchor, { today, known: state.anchors, planned: own.planned === true });
  return detail === undefined ? undefined : { code: 'invalid-input', detail };
}
