import type { AnyChain } from '../define.ts';
import { guardFaults } from './guards.ts';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Rules for who pays, each with the days on which it holds. */
export function payerProblems(chain: AnyChain): readonly string[] {
  return (chain.payers?.rules ?? []).flatMap(({ when, validFrom, validUntil }, index) =>
    [
      ...when.flatMap((guard) => guardFaults(chain, guard)),
      ...when.flatMap((guard) =>
        'atMost' in guard || 'attempts' in guard || 'oncePer' in guard ? ['who pays does not hang on a count'] : [],
      ),
      ...[validFrom, ...(validUntil === undefined ? [] : [validUntil])].flatMap((day) =>
        DAY.test(day) ? [] : [`${day} is not a day`],
      ),
      ...(validUntil !== undefined && validUntil < validFrom ? ['its last day lies before its first'] : []),
    ].map((problem) => `payer rule ${index + 1}: ${problem}`),
  );
}
