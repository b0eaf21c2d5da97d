import { reasonsOf } from '../language/define.ts';
import type { Draft } from './draft.ts';
import { endCase } from './end-case.ts';
import type { Withdraw } from './messages.ts';
import { Refused } from './refused.ts';

/** Stops a case, with a coded reason; the referrer hears of it. */
export function withdraw(draft: Draft, { reason, actor }: Withdraw): void {
  if (!Object.hasOwn(reasonsOf(draft.chain), reason)) {
    throw new Refused('invalid-input', 'Deze reden is niet bekend in deze keten.');
  }
  const at = draft.state.open[0]?.step ?? '';
  draft.add({ fact: 'withdrawn', reason, actor });
  draft.inform(at, 'gestopt');
  endCase(draft, 'uitval');
}
