import { createVitest, parseCLI, type TestModule, type Vitest } from 'vitest/node';
import { onParentGone } from '../local/parent-gone.ts';

// `npm test [-- arguments of vitest]`: runs the tests and says as its last line how many passed and failed.

/** What a test that runs gets to end when the run is interrupted. */
const GRACE_MS = 5_000;

const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)]);
const vitest = await createVitest('test', { ...options, watch: false });

let interrupted = false;
/** Stops what the tests started, too: the set-up of the stack is taken down before this process ends. */
const interrupt = async (): Promise<void> => {
  if (interrupted) return;
  interrupted = true;
  setTimeout(() => void vitest.exit(true), GRACE_MS).unref();
  await vitest.cancelCurrentRun('keyboard-input');
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  // Vitest's own listeners end the process at once.
  process.removeAllListeners(signal);
  process.on(signal, () => void interrupt());
}
onParentGone(() => void interrupt());

try {
  await vitest.start(filter);
} catch (error) {
  // No test file matched: the counts say so.
  if (!(error instanceof Error) || !error.message.includes('No test files')) console.error(error);
}
const { passed, failed, skipped } = count(vitest);
await vitest.close();
if (skipped > 0) console.log(`${skipped} skipped: see above`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 || interrupted ? 1 : 0);

/** A file, a suite or a hook that broke counts as a failure of its own: its tests were never run. */
function count({ state }: Vitest): { passed: number; failed: number; skipped: number } {
  const modules: readonly TestModule[] = state.getTestModules();
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const groups = modules.flatMap((module) => [module, ...module.children.allSuites()]);
  const broken = groups.filter((group) => group.errors().length > 0).length + state.getUnhandledErrors().length;
  const ended = (how: string): number => tests.filter((test) => test.result().state === how).length;
  return { passed: ended('passed'), failed: ended('failed') + broken, skipped: ended('skipped') + ended('pending') };
}
