import { localDateOf } from './calendar/amsterdam.ts';
import { isLocalDate } from './calendar/local-date.ts';
import type { Draft } from './draft.ts';
import type { Attempt } from './messages.ts';
import { Refused } from './refused.ts';

/** Notes that someone tried to reach the person. */
export function attempt(draft: Draft, { openStep, on, channel, reached, actor }: Attempt): void {
  const opened = draft.state.open.find(({ id }) => id === openStep);
  if (opened === undefined) throw new Refused('not-allowed-now', 'Deze stap staat niet (meer) open.');
  if (!isLocalDate(on) || on > draft.today || on < localDateOf(opened.openedAt)) {
    throw new Refused('invalid-input', 'De dag van de poging ligt tussen het begin van deze stap en vandaag.');
  }
  draft.add({ fact: 'attempted', step: opened.step, openStep, on, channel, reached, actor });
}
