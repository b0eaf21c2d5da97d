import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

test('a process that drew a chart ends by itself', async () => {
  const script = [
    "const { drawChart } = await import('./src/pictures/chart.ts');",
    "const option = { xAxis: { type: 'category', data: ['a'] }, yAxis: {}, series: [{ type: 'bar', data: [1] }] };",
    "process.stdout.write(drawChart(option, { width: 100, height: 100 }, 'proef').slice(0, 5));",
  ].join('\n');
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    timeout: 15_000,
  });
  expect(stdout).toBe('<rect');
});
