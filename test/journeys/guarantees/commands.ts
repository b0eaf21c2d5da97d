import { expect } from 'vitest';
import { apply } from '../../../src/engine/apply.ts';
import { Refused } from '../../../src/engine/refused.ts';
import { Ledger } from '../../../src/workflows/ledger.ts';
import { resultOf } from '../random-play.ts';
import { type Guarantee, same, truly } from './guarantee.ts';

export const commands: readonly Guarantee[] = [
  {
    name: 'a command at the same moment gives the same, and changes nothing that it was given',
    deep: true,
    holds: ({ chain, moments }) => {
      for (const { before, command, id, now, result } of moments) {
        if (command === null || result instanceof Refused) continue;
        same(apply(chain, deepFreeze(structuredClone(before)), id, command, now), result);
      }
    },
  },
  {
    name: 'a command that is refused leaves the case untouched, and is refused for the same reason again',
    deep: true,
    holds: ({ chain, moments }) => {
      for (const { before, command, id, now, result } of moments) {
        if (command === null || !(result instanceof Refused)) continue;
        const frozen = deepFreeze(structuredClone(before));
        const again = resultOf(() => apply(chain, frozen, id, command, now));
        expect(again).toMatchObject({ code: result.code, message: result.message });
        same(frozen, before);
      }
    },
  },
  {
    name: 'a command that is refused says why, in Dutch, and names nobody',
    holds: ({ moments }) => {
      for (const { result } of moments) {
        if (!(result instanceof Refused)) continue;
        truly(/^[A-Z].{10,}\.$/.test(result.message), `no sentence: ${result.message}`);
        truly(!/organisatie-|persoon|undefined|null/.test(result.message), `names somebody: ${result.message}`);
      }
    },
  },
  {
    name: 'a command that comes again gets its own answer again, and does nothing',
    deep: true,
    holds: ({ chain, moments }) => {
      for (const { before, command, id, now } of moments) {
        if (command === null || command.kind === 'refer') continue;
        const carried = { state: before, unprojected: [], projectedTo: before.seq, answers: [] };
        const ledger = new Ledger({ [chain.version]: chain }, carried);
        const envelope = { id, attempt: 2, knownSeq: before.seq, command };
        const answer = ledger.execute(envelope, now);
        same(ledger.execute(envelope, now), answer);
      }
    },
  },
];

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
