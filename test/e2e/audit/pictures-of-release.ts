import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type {
  BottleneckItem,
  DurationItem,
  FlowItem,
  KeyFigureItem,
  OutcomeItem,
} from '../../../src/audit/figures/items.ts';
import { requestToken } from '../../../src/local/request-token.ts';
import { runMain } from '../../harness/processes.ts';
import { wordsInPdf } from '../../pictures/read-pdf.ts';
import { readSvg } from '../../pictures/read-svg.ts';
import { tablesIn } from './markdown-tables.ts';

const HIDDEN = 'te klein om te tonen';
const chains = ['valpreventie', 'kansrijke-start', 'sociaal-verwijzen', 'vngg', 'kngg'];

/** A running system of which the whole region was published for a year. */
interface Published {
  readonly home: string;
  readonly url: string;
  readonly year: string;
}

/** Draws the pictures as a user does, and expects the numbers of the routes in them, and no other for what is hidden. */
export async function expectPicturesOfRelease({ home, url, year }: Published): Promise<void> {
  const out = mkdtempSync(join(tmpdir(), 'ketenpad-pictures-'));
  try {
    const running = runMain('pictures.ts', ['--api', url, '--period', year, '--out', out], { KETENPAD_HOME: home });
    expect(await running.ended, running.output()).toBe(0);
    const files = new Map(readdirSync(out).map((name) => [name, readFileSync(join(out, name))]));
    expectWholeFiles(files);
    const token = await requestToken(home, 'regiocoordinator');
    await expectNumbersOfRoutes(
      files,
      async (path) => {
        const answer = await fetch(`${url}/audit/${path}`, { headers: { authorization: `Bearer ${token}` } });
        expect(answer.status).toBe(200);
        return ((await answer.json()) as { items: never }).items;
      },
      year,
    );
  } finally {
    rmSync(out, { recursive: true });
  }
}

type Files = ReadonlyMap<string, Buffer>;
type Ask = <Item>(path: string) => Promise<readonly Item[]>;

function expectWholeFiles(files: Files): void {
  const wanted = chains.flatMap((chain) =>
    ['in-en-uit', 'meer-of-minder', 'klaar-na', 'wachten'].map((name) => `${chain}-${name}.svg`),
  );
  const pages = ['kerncijfers.svg', 'kerncijfers.pdf', 'kerncijfers.md', 'beelden.md', 'beelden.html'];
  expect([...files.keys()]).toEqual(expect.arrayContaining([...wanted, ...pages]));
  for (const [name, content] of files) {
    if (name.endsWith('.svg')) expect(readSvg(content.toString()).description, name).not.toBe('');
    if (!name.endsWith('.pdf')) expect(content.toString(), name).not.toMatch(/NaN|undefined|Infinity|\[object/);
  }
  const pdf = files.get('kerncijfers.pdf')!.toString('latin1');
  expect([pdf.slice(0, 8), pdf.trimEnd().slice(-5)]).toEqual(['%PDF-1.7', '%%EOF']);
}

async function expectNumbersOfRoutes(files: Files, ask: Ask, year: string): Promise<void> {
  const tables = [...tablesIn(`${text(files, 'kerncijfers.md')}\n${text(files, 'beelden.md')}`)];
  const under = (heading: string): readonly (readonly string[])[] =>
    tables.find(([name]) => name.startsWith(heading))![1];

  const figures = (await ask<KeyFigureItem>(`kerncijfers?year=${year}`)).filter(({ chain }) => chain === 'alle');
  expect(figures).toHaveLength(5);
  expect(under('Kerncijfers').map((row) => [row[1], row[3], row[4], row[5]])).toEqual(
    figures.map((figure) => [valueOf(figure), ...[figure.n, figure.notYet, figure.unknown].map(cell)]),
  );
  const { words } = readSvg(text(files, 'kerncijfers.svg'));
  const [drawing = ''] = wordsInPdf(files.get('kerncijfers.pdf')!);
  for (const value of figures.map(valueOf)) {
    expect(words.join(' ')).toContain(value);
    expect(drawing).toContain(value.replaceAll(/\s/g, ''));
  }

  const outcomes = (await ask<OutcomeItem>(`outcomes?year=${year}`)).filter(({ chain }) => chain !== 'alle');
  expect(under('Zijn mensen duurzaam')).toEqual(
    outcomes.map(({ label, started, durable: { ja, nee, onbekend, 'nog-niet': later } }) => [
      label,
      ...[started, ja, nee, onbekend, later].map(cell),
    ]),
  );
  const durations = await ask<DurationItem>(`durations?year=${year}`);
  expect(under('Na hoeveel dagen').map((row) => [row[0], row[1], row[3]])).toEqual(
    durations.map(({ label, n, gross: { median } }) => [label, cell(n), daysOf(median)]),
  );
  const flow = (await ask<FlowItem>(`flow?year=${year}&by=month`)).filter(({ chain }) => chain === 'alle');
  expect(under('Hoeveel trajecten').map((row) => row.slice(1))).toEqual(
    flow.map((item) => [item.in, item.herinstroom, item.out, item.open].map(cell)),
  );
  const waiting = await ask<BottleneckItem>(`bottlenecks?year=${year}`);
  // The steps that every chain has are not in its diagram; one that is not counted has no figures.
  for (const { chain, label } of durations) {
    const drawn = under(`${label}: waar trajecten wachten`).flatMap((row) =>
      row[1] === 'geen cijfers' ? [] : [row.slice(0, 3).join(' | ')],
    );
    const told = waiting.flatMap((item) =>
      item.chain === chain ? [[item.label, cell(item.waiting), cell(item.overdue)].join(' | ')] : [],
    );
    expect(drawn.length).toBeGreaterThan(10);
    expect(drawn.filter((row) => !told.includes(row))).toEqual([]);
  }
  expect(tables.flatMap(([, rows]) => rows.flat())).toContain(HIDDEN);
}

function text(files: Files, name: string): string {
  return files.get(name)!.toString();
}

function cell(count: number | { readonly suppressed: true }): string {
  return typeof count === 'number' ? count.toLocaleString('nl-NL') : HIDDEN;
}

function valueOf({ value, unit }: KeyFigureItem): string {
  if (value === null) return 'nog niet bekend';
  if (typeof value !== 'number' || unit !== 'aandeel') return cell(value as number);
  const share = value * 100;
  const digits = (share > 0 && share < 1) || (share > 99 && share < 100) ? 1 : 0;
  return `${share.toLocaleString('nl-NL', { maximumFractionDigits: digits })}\u00A0%`;
}

function daysOf(median: DurationItem['gross']['median']): string {
  if ('suppressed' in median) return HIDDEN;
  if (median.value === null) return 'niet bekend';
  return median.value === 1 ? '1 dag' : `${cell(median.value)} dagen`;
}
