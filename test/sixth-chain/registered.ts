import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a chain costs outside its own folder: these lines, each in one of three lists. */
export const registryLines: readonly { readonly file: string; readonly after: string; readonly line: string }[] = [
  {
    file: 'src/chains/definitions.ts',
    after: "import type { AnyChain } from '../language/define.ts';",
    line: "import { verkennendGesprekV1 } from './verkennend-gesprek/v1/chain.ts';",
  },
  {
    file: 'src/chains/definitions.ts',
    after: 'export const definitions: Readonly<Record<string, readonly AnyChain[]>> = {',
    line: "  'verkennend-gesprek': [verkennendGesprekV1],",
  },
  {
    file: 'src/chains/index.ts',
    after: "import type { ChainContent } from './content.ts';",
    line: "import { verkennendGesprekV1Content } from './verkennend-gesprek/v1/content.ts';",
  },
  {
    file: 'src/chains/index.ts',
    after: 'const contents: Readonly<Record<string, ChainContent>> = {',
    line: "  'verkennend-gesprek@1': verkennendGesprekV1Content,",
  },
  {
    file: 'src/workflows/index.ts',
    after: '/** One workflow type per chain, all of them the same host. */',
    line: "export const verkennendGesprek = caseWorkflow(definitions['verkennend-gesprek'] ?? []);",
  },
];

/** Adds the lines to a copy of the tree. @throws when a list is no longer where it was. */
export function register(folder: string): void {
  for (const { file, after, line } of registryLines) {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(`${after}\n`)) throw new Error(`${file} has no line: ${after}`);
    writeFileSync(path, text.replace(`${after}\n`, `${after}\n${line}\n`));
  }
}
