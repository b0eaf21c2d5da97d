import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { canonicalJson } from '../../src/platform/crypto/canonical-json.ts';
import type { KeyRing } from '../../src/platform/crypto/keyring.ts';
import type { Findings } from './findings.ts';
import { grouped } from './grouped.ts';
import { type CaseHistory, historyOf } from './histories.ts';
import type { CaseRow, FactRow, ReadModel } from './read-model.ts';

const AT_ONCE = 8;
const CLOSING_MS = 20_000;

/** PostgreSQL against Temporal, fact by fact: neither holds one that the other does not. @returns runs read. */
export async function checkHistories(
  client: Client,
  ring: KeyRing,
  { cases, facts }: ReadModel,
  findings: Findings,
): Promise<number> {
  const byCase = grouped(facts, (fact) => fact.case_id);
  const left = [...cases];
  let runs = 0;
  const lane = async (): Promise<void> => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      const { status, id } = next;
      const history = await closedHistoryOf(client, ring, next).catch(() => undefined);
      if (history === undefined) {
        if (status !== 'starting') findings.add('lost', `case ${id}: Temporal has no run of it`);
        continue;
      }
      runs += history.runs;
      if (history.closed !== (status === 'ended')) {
        findings.add('lost', `case ${id}: ${status}, and its run is ${history.closed ? 'closed' : 'still open'}`);
      }
      compare(id, byCase.get(id) ?? [], history, findings);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return runs;
}

/** A case that has ended closes its run when all of it is projected: a moment after its last answer. */
async function closedHistoryOf(client: Client, ring: KeyRing, { id, status }: CaseRow): Promise<CaseHistory> {
  const until = Date.now() + CLOSING_MS;
  for (;;) {
    const history = await historyOf(client, ring, id);
    if (history.closed || status !== 'ended' || Date.now() > until) return history;
    await pause(200);
  }
}

function compare(id: string, projected: readonly FactRow[], history: CaseHistory, findings: Findings): void {
  const held = new Map<number, string>();
  for (const fact of history.facts) {
    const text = canonicalJson(fact);
    if ((held.get(fact.seq) ?? text) !== text) findings.add('doubled', `case ${id}: history has two facts ${fact.seq}`);
    held.set(fact.seq, text);
  }
  for (const { seq, codes } of projected) {
    if (held.get(seq) !== canonicalJson(codes)) findings.add('phantom', `case ${id}: history has no such fact ${seq}`);
    held.delete(seq);
  }
  for (const seq of held.keys()) findings.add('lost', `case ${id}: fact ${seq} never came to PostgreSQL`);
}
