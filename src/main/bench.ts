import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { onParentGone } from '../local/parent-gone.ts';
import { ownEnvironment } from './own-environment.ts';
import { progressOf } from './progress.ts';

// `npm run -s bench -- --json`: decisions over HTTP against the bare workflow. With `--part` one of its own processes.

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    save: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '2.5' },
    blocks: { type: 'string', default: '5' },
    levels: { type: 'string', default: '1,8,32' },
    keep: { type: 'boolean', default: false },
    part: { type: 'string' },
  },
  strict: true,
});

switch (values.part) {
  case 'bare-worker':
    await (await import('../../bench/bare-worker.ts')).runBareWorker(process.env);
    process.exit(0);
    break;
  case 'load':
    await (await import('../../bench/load.ts')).runLoad(process.env, process.env['KETENPAD_HOME'] ?? '');
    break;
  case undefined:
    process.exit(await bench());
    break;
  default:
    throw new Error(`there is no part ${values.part}`);
}

async function bench(): Promise<number> {
  const [{ runBench }, { tableOf }] = await Promise.all([
    import('../../bench/run-bench.ts'),
    import('../../bench/report.ts'),
  ]);
  const log = progressOf('bench');
  const cancel = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => cancel.abort());
  onParentGone(() => cancel.abort());
  const home = mkdtempSync(join(tmpdir(), 'ketenpad-bench-'));
  try {
    const report = await runBench({
      home,
      partFile: fileURLToPath(import.meta.url),
      seconds: positive('seconds', values.seconds),
      rounds: positive('blocks', values.blocks),
      levels: values.levels.split(',').map((level) => positive('levels', level)),
      env: ownEnvironment(),
      log,
      signal: cancel.signal,
    });
    if (values.save) save(`${JSON.stringify(report, null, 2)}\n`, `# Bench, first form\n\n${tableOf(report)}\n`);
    console.log(values.json ? JSON.stringify(report) : tableOf(report));
    return 0;
  } catch (error) {
    if (!cancel.signal.aborted) console.error(error instanceof Error ? error.message : error);
    return cancel.signal.aborted ? 130 : 1;
  } finally {
    if (values.keep) log(`kept: ${home}`);
    else rmSync(home, { recursive: true, force: true });
  }
}

function positive(name: string, text: string): number {
  const number = Number(text);
  if (number > 0) return number;
  throw new Error(`--${name} must be a positive number`);
}

function save(json: string, markdown: string): void {
  const folder = fileURLToPath(new URL('../../docs/bench', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const day = new Date().toISOString().slice(0, 10);
  writeFileSync(join(folder, `${day}-first.json`), json);
  writeFileSync(join(folder, `${day}-first.md`), markdown);
}
