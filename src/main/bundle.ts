import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';
import { generateKeyRing, parseKeyRing } from '../platform/crypto/keyring.ts';
import { dataConverterOptions } from '../platform/temporal/codec.ts';

/** Bundles the workflow code once, so that a worker starts in a moment: `node --import tsx src/main/bundle.ts OUT`. */
const out = process.argv[2];
if (out === undefined) throw new Error('say where the bundle goes');
const { code } = await bundleWorkflowCode({
  workflowsPath: fileURLToPath(new URL('../workflows/index.ts', import.meta.url)),
  failureConverterPath: dataConverterOptions(parseKeyRing(generateKeyRing())).failureConverterPath,
  logger: { trace() {}, debug() {}, info() {}, warn: console.warn, error: console.error, log() {} },
});
mkdirSync(dirname(out), { recursive: true });
writeFileSync(`${out}.part`, code);
renameSync(`${out}.part`, out);
