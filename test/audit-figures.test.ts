import { describe, expect, test } from 'vitest';
import { figureNamed } from './event-logs/figure-named.ts';
import { type Known, knownLogs } from './event-logs/known-figures.ts';
import { receiptFigures, receiptFlow, receiptOptions, receiptWindow } from './event-logs/known-receipt.ts';
import { knownLog, runAudit } from './event-logs/run-audit.ts';

/** Every figure that is known of a log, as the command gives it. */
async function printed(log: string, options: readonly string[], figures: Known): Promise<Known> {
  const { code, out, said } = await runAudit([log, ...options, '--json']);
  expect({ code, said }).toEqual({ code: 0, said: '' });
  return Object.fromEntries(
    Object.entries(figures).map(([name, expected]) => [name, figureNamed(out, name, expected)]),
  );
}

test.each(knownLogs)(
  '$log gives the figures that PM4Py, R and bupaR give, to the last digit',
  async ({ log, options, figures }) => {
    expect(await printed(knownLog(log), options, figures)).toEqual(figures);
  },
);

const receipt = process.env['KETENPAD_RECEIPT'];

describe.skipIf(receipt === undefined)('receipt, where KETENPAD_RECEIPT says it is', () => {
  const log = receipt ?? '';

  test('gives the figures that PM4Py and R give, to the last digit', async () => {
    expect(await printed(log, receiptOptions, receiptFigures)).toEqual(receiptFigures);
  });

  test('balances in a window as numpy says: what is there at the end came, was there, and has not gone', async () => {
    expect(await printed(log, receiptWindow, receiptFlow)).toEqual(receiptFlow);
  });
});
