import { expect, test } from 'vitest';
import { decision, holder, MONDAY, referral } from '../../test/journeys/start-case.ts';
import { valpreventieV1 } from '../chains/valpreventie/v1/chain.ts';
import { valpreventieV2 } from '../chains/valpreventie/v2/chain.ts';
import type { Command, Envelope } from '../engine/messages.ts';
import { Ledger } from './ledger.ts';

const versions = { 1: valpreventieV1, 2: valpreventieV2 };
const envelope = (id: string, command: Command): Envelope => ({ id, attempt: 1, knownSeq: 0, command });
const move: Command = { kind: 'move', actor: holder('tester'), to: 2, knobs: {}, parties: {} };

test('a case that moved is carried on by the definition of its new version, also in the next run', () => {
  const ledger = new Ledger(versions, undefined);
  ledger.execute(envelope('c1', referral(valpreventieV1, 'huisarts-contact')), MONDAY);
  ledger.rehearse(envelope('c2', move), MONDAY);
  expect(ledger.state?.version).toBe(1);
  const moved = ledger.execute(envelope('c2', move), MONDAY);
  expect(moved.head.version).toBe(2);
  expect(ledger.execute(envelope('c2', move), MONDAY).answer).toEqual(moved.answer);
  const next = new Ledger(versions, ledger.carry());
  const niet = decision('tester', 'traject.huisarts-contact.1', 'niet');
  const { head } = next.execute(envelope('c3', niet), MONDAY);
  const [nabellen] = head.open;
  // Ten werkdagen, as only version 2 says.
  expect(nabellen).toMatchObject({ step: 'nabellen-tester' });
  expect(new Date(nabellen?.dueAt ?? 0).toISOString()).toBe('2026-03-16T22:59:59.999Z');
});

test('a version that this build does not have is refused as one that is none', () => {
  const ledger = new Ledger({ 1: valpreventieV1 }, undefined);
  ledger.execute(envelope('c1', referral(valpreventieV1, 'huisarts-contact')), MONDAY);
  const { answer } = ledger.execute(envelope('c2', move), MONDAY);
  expect(answer).toEqual({ refused: { code: 'invalid-input', detail: 'Deze versie is er niet in deze keten.' } });
});
