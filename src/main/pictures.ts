import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { kindOf } from '../audit/periods.ts';
import { graphOfChain } from '../local/pictures/graph-of-chain.ts';
import { currentDefinition, definitions } from '../chains/definitions.ts';
import { municipalities } from '../local/demo-region/municipalities.ts';
import { type Api, NoFigures } from '../local/pictures/ask-figures.ts';
import { pictureFiles } from '../local/pictures/picture-files.ts';
import { lastQuarter, readFigures } from '../local/pictures/read-figures.ts';
import { NoToken, requestToken } from '../local/request-token.ts';

const USAGE = `npm run -s pictures -- [options]
  --municipality M     one municipality; else the whole region
  --period P           a closed year (2026), quarter (2026-Q3) or month; else the last quarter that was published
  --out D              the folder to write to (pictures)
  --api U              where the API is (http://127.0.0.1:8080)`;

// `npm run -s pictures`: what was published, as pictures and an infographic. Nothing is written unless all of it is there.
try {
  const { values } = parseArgs({
    options: {
      municipality: { type: 'string' },
      period: { type: 'string' },
      out: { type: 'string', default: 'pictures' },
      api: { type: 'string', default: `http://127.0.0.1:${process.env['PORT'] ?? '8080'}` },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) console.log(USAGE);
  else await draw(values);
} catch (error) {
  const wrongOption = error instanceof TypeError && 'code' in error;
  const told = error instanceof NoFigures || error instanceof NoToken || wrongOption;
  console.error(told ? error.message : error);
  if (wrongOption) console.error(USAGE);
  process.exitCode = 2;
}

interface Options {
  readonly municipality?: string | undefined;
  readonly period?: string | undefined;
  readonly out: string;
  readonly api: string;
}

async function draw({ municipality, period: given, out, api: url }: Options): Promise<void> {
  const towns = municipalities.map(({ id, name }) => ({ id, name }));
  const town = towns.find(({ id }) => id === municipality);
  if (municipality !== undefined && town === undefined) {
    throw new NoFigures(
      `There is no municipality "${municipality}". Choose from: ${towns.map(({ id }) => id).join(', ')}`,
    );
  }
  if (given !== undefined) insistOnPeriod(given);
  const token = await requestToken(resolve(process.env['KETENPAD_HOME'] || '.ketenpad'), 'regiocoordinator');
  const api: Api = { url, token };
  const period = given ?? (await lastQuarter(api));
  const read = await readFigures(api, { town, period, towns });
  const chains = Object.keys(definitions).flatMap((id) => {
    const chain = currentDefinition(id);
    return chain === undefined ? [] : [{ id, label: chain.label, graph: graphOfChain(chain) }];
  });
  const files = await pictureFiles(read, chains);
  mkdirSync(out, { recursive: true });
  for (const [name, content] of files) writeFileSync(join(out, name), content);
  console.log(`${files.size} files in ${resolve(out)}: ${read.place}, ${period}, release ${read.release}`);
}

function insistOnPeriod(period: string): void {
  try {
    kindOf(period);
  } catch (cause) {
    throw new NoFigures(`"${period}" is no period: write 2026, 2026-Q3 or 2026-09.`, { cause });
  }
}
