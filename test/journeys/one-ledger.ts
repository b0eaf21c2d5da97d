import { Ledger } from '../../src/workflows/ledger.ts';
import type { Command, Envelope } from '../../src/engine/messages.ts';
import type { AnyChain } from '../../src/language/define.ts';
import { fixed, klaar, smallChain, step } from './small-chain.ts';
import { decision, MONDAY, referral } from './start-case.ts';

/* A ledger in a test's hand: a small chain that begins with a test. */

const chain = smallChain({
  valrisicotest: step(
    {
      laag: { label: 'Laag', to: 'advies', inform: 'gezien' },
      matig: { label: 'Matig', to: 'toestemming-matig', inform: 'gezien' },
    },
    { within: fixed('P4W') },
  ),
  'toestemming-matig': step({ ja: { label: 'Ja', to: 'advies', gives: ['overdracht'] }, nee: klaar }),
  advies: step({ gedaan: klaar }),
});
export const versions: Readonly<Record<number, AnyChain>> = { 1: chain };
export const send = (id: string, command: Command, knownSeq = 0): Envelope => ({ id, attempt: 1, knownSeq, command });
export const refer = send('c1', referral(chain, 'valrisicotest'));
export const decide = (id: string, outcome: string, knownSeq = 0): Envelope =>
  send(id, decision('tester', 'traject.valrisicotest.1', outcome), knownSeq);

export function started(): Ledger {
  const ledger = new Ledger(versions, undefined);
  ledger.execute(refer, MONDAY);
  return ledger;
}
