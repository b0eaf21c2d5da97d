import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { LogCase, LogEvent, LogFormat } from './log-shape.ts';
import { logText } from './log-text.ts';

/** A Python that has pm4py: the one that KETENPAD_PM4PY names, else the one on the path. */
const python = process.env['KETENPAD_PM4PY'] ?? 'python3';
const asks = 'import importlib.util, sys; sys.exit(importlib.util.find_spec("pm4py") is None)';
const isThere = spawnSync(python, ['-c', asks], { stdio: 'ignore' }).status === 0;

const LOOKS = `
import json, sys, warnings
warnings.filterwarnings("ignore")
import pandas, pm4py
kind, path = sys.argv[1:]
if kind == "ocel":
    log = pm4py.read_ocel2_json(path)
    found = {
        "events": len(log.events), "objects": len(log.objects), "relations": len(log.relations), "links": len(log.o2o),
        "types": {name: int(n) for name, n in log.objects["ocel:type"].value_counts().items()},
        "activities": sorted(log.events["ocel:activity"].unique().tolist()),
    }
else:
    log = pm4py.read_xes(path) if kind == "xes" else pm4py.format_dataframe(pandas.read_csv(path, dtype=str, keep_default_na=False))
    if kind == "csv":
        log["time:timestamp"] = pandas.to_datetime(log["time:timestamp"], utc=True)
    found = {
        "events": len(log), "cases": log["case:concept:name"].nunique(),
        "variants": sorted([[list(way), int(n if isinstance(n, int) else len(n))] for way, n in pm4py.get_variants(log).items()]),
        "days": sorted({str(moment)[:10] for moment in log["time:timestamp"]}),
        "roles": sorted(set(log["org:role"])),
    }
print("@@" + json.dumps(found))
`;

const folder = mkdtempSync(join(tmpdir(), 'ketenpad-pm4py-'));
afterAll(() => rmSync(folder, { recursive: true }));

const at = (activity: string, day: string, over: Partial<LogEvent> = {}): LogEvent => ({
  activity,
  day,
  lifecycle: 'complete',
  step: null,
  outcome: null,
  role: 'czv',
  organisation: 'o-1',
  ...over,
});
const steps = [
  at('intake', '2025-03-29', { outcome: 'passend' }),
  at('plan <1>', '2025-03-30'),
  at('einde', '2025-03-30'),
];
const log: readonly LogCase[] = [
  { id: 'NA', person: 'p-1', chain: 'kngg', municipality: 'enschede', linked: [], events: steps },
  {
    id: 't-2',
    person: 'p-1',
    chain: 'vngg',
    municipality: 'borne',
    linked: [{ type: 'vervolg', case: 'NA' }],
    events: steps,
  },
  {
    id: 't-3',
    person: 'p-2',
    chain: 'vngg',
    municipality: 'borne',
    linked: [],
    events: [
      at('intake', '2025-10-26', { lifecycle: 'start', step: 't-3.1' }),
      at('intake', '2025-10-26', { step: 't-3.1' }),
    ],
  },
];

async function seen(format: LogFormat): Promise<unknown> {
  const path = join(folder, format === 'ocel' ? 'log.json' : `log.${format}`);
  await writeFile(
    path,
    logText(format, 'proef', () => log),
  );
  const told = execFileSync(python, ['-c', LOOKS, format, path], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return JSON.parse(told.split('@@')[1] ?? '');
}

describe.skipIf(!isThere)('pm4py (KETENPAD_PM4PY=<python> names one that has it) reads', () => {
  test.each(['csv', 'xes'] as const)(
    '%s with the same cases, events, ways and days',
    { timeout: 90_000 },
    async (format) => {
      expect(await seen(format)).toEqual({
        events: 8,
        cases: 3,
        variants: [
          [['intake', 'intake'], 1],
          [['intake', 'plan <1>', 'einde'], 2],
        ],
        days: ['2025-03-29', '2025-03-30', '2025-10-26'],
        roles: ['czv'],
      });
    },
  );

  test('ocel with the same events, objects of each type and relations', { timeout: 90_000 }, async () => {
    expect(await seen('ocel')).toEqual({
      events: 8,
      objects: 7,
      relations: 8 * 3 + 2,
      links: 3 + 1 + 1,
      types: { Person: 2, Case: 3, Step: 1, Organisation: 1 },
      activities: ['einde', 'intake', 'plan <1>'],
    });
  });
});
