import type { Suite } from '../harness/suite.ts';
import { askingAs, type Someone } from '../walks/people.ts';
import type { Listed } from '../walks/tries.ts';

interface OpenStep {
  readonly id: string;
  readonly organisation: string | null;
  readonly overdue: boolean | null;
  readonly stage: string | null;
}

export interface CaseSeen {
  readonly id: string;
  readonly status: string;
  readonly referrer: { readonly organisation: string | null };
  readonly resident: unknown;
  readonly openSteps: readonly OpenStep[];
  readonly actions: readonly Listed[];
}

/** Every case as someone is shown it one by one; what they may not see is not in it. */
export async function seenOneByOne(suite: Suite, someone: Someone, ids: readonly string[]): Promise<CaseSeen[]> {
  const ask = askingAs(suite);
  const seen: CaseSeen[] = [];
  for (const id of ids) {
    const shown = await ask(someone, 'GET', `/cases/${id}`);
    if (shown.status !== 200) continue;
    const actions = await ask(someone, 'GET', `/cases/${id}/actions`);
    seen.push({ ...shown.json, actions: actions.status === 200 ? actions.json.items : [] });
  }
  return seen;
}

/** All pages of a list, small ones; null where the list is not there for someone. */
// oxlint-disable-next-line typescript/no-explicit-any -- items of every list
export async function wholeList(suite: Suite, someone: Someone, path: string): Promise<any[] | null> {
  const ask = askingAs(suite);
  const items: unknown[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const query: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = await ask(someone, 'GET', `${path}${path.includes('?') ? '&' : '?'}limit=7${query}`);
    if (page.status === 404) return null;
    if (page.status !== 200) throw new Error(`${someone.handle} ${path}: ${page.status} ${page.text}`);
    items.push(...page.json.items);
    cursor = page.json.next;
  }
  return items;
}

/** What waits for someone: not an offer of theirs that another still has time to answer. */
export function awaiting(one: CaseSeen): ReadonlySet<string> {
  const pending = new Set(
    one.openSteps.filter(({ stage, overdue }) => stage === 'offered' && overdue !== true).map(({ id }) => id),
  );
  const theirOwn = one.actions
    .filter(
      ({ openStep, outcomes = [] }) => pending.has(openStep ?? '') && outcomes.some(({ id }) => id === 'omleiden'),
    )
    .map(({ openStep }) => openStep);
  return new Set([...theirs(one, true)].filter((id) => !theirOwn.includes(id)));
}

/** The open steps on which someone can choose something or answer, or could if the moment were there. */
export function theirs({ actions }: CaseSeen, now: boolean): ReadonlySet<string> {
  return new Set(
    actions.flatMap((item) => {
      if (item.openStep === undefined || (item.action !== 'decide' && item.action !== 'answer')) return [];
      const parts = item.outcomes ?? [item];
      const one = parts.some((part) => part.allowed || (!now && codeOf(part) !== 'forbidden'));
      return one ? [item.openStep] : [];
    }),
  );
}

function codeOf(part: object): string | undefined {
  return (part as { why?: { code: string } }).why?.code;
}
