import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { figureNamed } from './event-logs/figure-named.ts';
import { knownLog, run, runAudit, written } from './event-logs/run-audit.ts';

const running = knownLog('running-example.csv');

test('npm run -s audit prints one JSON object, and nothing else', async () => {
  const { code, out } = await run('npm', ['run', '-s', 'audit', '--', running, '--json']);
  expect(code).toBe(0);
  expect(out.trim().split('\n')).toHaveLength(1);
  expect(figureNamed(out, 'counts.cases', '6')).toBe('6');
});

test('every name in the output is in docs/audit.md, and the other way round', async () => {
  const { out } = await runAudit([knownLog('ocel20_example.json'), '--json']);
  const names = Object.keys(z.record(z.string(), z.unknown()).parse(JSON.parse(out)));
  const [, table = ''] = readFileSync(`${import.meta.dirname}/../docs/audit.md`, 'utf8').split('\n## Names\n');
  const rows = table.split('\n').filter((line) => line.startsWith('| `'));
  const documented = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name ?? ''),
  );
  expect(documented.toSorted()).toEqual(names.toSorted());
});

test('without --json it says the main figures in words', async () => {
  const { out } = await runAudit([running]);
  expect(out).toContain('6 cases, 42 events, 8 activities, 6 variants (csv)');
});

const csv = (...rows: string[]): string => ['case,activity,timestamp', ...rows, ''].join('\n');

describe('the command', { timeout: 60_000 }, () => {
  test('counts a case that is called NA', async () => {
    const log = written('na.csv', csv('NA,null,2026-01-01T10:00:00Z', 'null,NA,2026-01-01T10:00:00Z'));
    const { out } = await runAudit([log, '--json']);
    expect(figureNamed(out, 'counts.cases', '2')).toBe('2');
    expect(figureNamed(out, 'counts.activities', '2')).toBe('2');
  });

  test('keeps events of one moment in the order of the file', async () => {
    const rows = ['c', 'a', 'b'].map((activity) => `1,${activity},2026-01-01T10:00:00Z`);
    const { out } = await runAudit([written('same.csv', csv(...rows, '1,first,2026-01-01T09:00:00Z')), '--json']);
    expect(figureNamed(out, 'variants.0.activities', '')).toBe('first,c,a,b');
  });

  test('takes the columns that are named, and the months and days of the zone', async () => {
    const log = written('own.csv', 'wie,wat,toen\nx,a,2011-10-01 00:38\nx,b,2011-10-03 00:38\ny,a,2011-09-30 23:59\n');
    const columns = ['--case', 'wie', '--activity', 'wat', '--timestamp', 'toen'];
    const { out } = await runAudit([log, ...columns, '--tz', 'Europe/Amsterdam', '--as-of', '2011-10-02', '--json']);
    expect(figureNamed(out, 'arrivals.byMonth.2011-10', '1')).toBe('1');
    expect(figureNamed(out, 'arrivals.byMonth.2011-09', '1')).toBe('1');
    expect(figureNamed(out, 'asOf', '')).toBe('2011-10-01T22:00:00.000Z');
    expect(figureNamed(out, 'throughput.open', '1')).toBe('1');
  });
});

/** A log of cases of ten events each. */
function manyEvents(name: string, events: number): string {
  const path = written(name, 'case,activity,timestamp,resource\n');
  const row = (index: number): string =>
    `case ${Math.floor(index / 10)},step ${index % 30},2026-01-${10 + (index % 10)} 10:00:${10 + (index % 50)},person ${index % 50}\n`;
  for (let from = 0; from < events; from += 100_000) {
    const rows = Array.from({ length: Math.min(100_000, events - from) }, (_, index) => row(from + index));
    writeFileSync(path, rows.join(''), { flag: 'a' });
  }
  return path;
}

describe('a long log', { timeout: 60_000 }, () => {
  test('of 300,000 events fits in 256 MB of heap', async () => {
    const { code, out, said } = await runAudit([manyEvents('long.csv', 300_000), '--json'], 256);
    expect({ code, said }).toEqual({ code: 0, said: '' });
    expect(figureNamed(out, 'counts.events', '300000')).toBe('300000');
    expect(figureNamed(out, 'counts.cases', '30000')).toBe('30000');
  });

  test('that does not fit is refused with exit 2 before the memory is full, and prints no figure', async () => {
    const { code, out, said } = await runAudit([manyEvents('longer.csv', 600_000), '--json'], 128);
    expect(said).toMatch(/^the log has more than \d+ events, which is what fits in memory\. Split it, .*\n$/);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});
