import { Readable } from 'node:stream';
import type { Hono } from 'hono';
import { z } from 'zod';
import type { LogFormat } from '../../audit/export/log-shape.ts';
import { logText } from '../../audit/export/log-text.ts';
import { syntheticCases } from '../../audit/export/synthetic-log.ts';
import type { Route } from '../../audit/figures/items.ts';
import { figuresQuery } from '../../cases/audit/figures-query.ts';
import { seeFigures, seeReleases } from '../../cases/audit/see-figures.ts';
import { logQuery, seeLog } from '../../cases/audit/see-log.ts';
import type { ApiContext } from '../context.ts';
import { endpoint, type Env } from '../endpoint.ts';
import { figuresCsv } from '../figures-csv.ts';
import { json } from '../reply.ts';
import { exampleFigures, exampleItems } from '../schemas/audit-examples.ts';
import * as items from '../schemas/audit.ts';
import { listOf } from '../schemas.ts';
import { releaseSchema } from '../schemas/release.ts';

const CSV = 'text/csv';

const routes: Readonly<Record<Route, { readonly summary: string; readonly item: z.ZodType }>> = {
  flow: { summary: 'Instroom, uitstroom en wie er nog is, per keten', item: items.flowItem },
  durations: { summary: 'Hoe lang trajecten en stappen duren, ook van wie nog bezig is', item: items.durationItem },
  bottlenecks: { summary: 'Waar het vastloopt: wachten en te laat, per stap', item: items.bottleneckItem },
  handoffs: { summary: 'Overdrachten tussen rollen', item: items.handoffItem },
  outcomes: { summary: 'Hoe trajecten eindigen, en wie duurzaam geholpen is', item: items.outcomeItem },
  links: { summary: 'Tussen de ketens', item: items.linkItem },
  conformance: { summary: 'Of de keten gaat zoals zij is bedoeld', item: items.conformanceItem },
  kerncijfers: { summary: 'De vijf kerncijfers, met hun betekenis', item: items.keyFigureItem },
};

const description = [
  'Cijfers worden gepubliceerd per afgesloten jaar, kwartaal, maand of week; maanden en weken alleen voor de hele regio.',
  'Een cijfer dat op 1 tot 9 inwoners rust, of dat zou verraden, is `{"suppressed": true}`.',
  'Zonder `municipality` is het antwoord dat van de regio. Met `Accept: text/csv` komt het als CSV; daar is een punt wat niet wordt getoond.',
].join(' ');

/** What was published of how the chains work. Nothing in it is about a person. */
export function auditRoutes(app: Hono<Env>, context: ApiContext): void {
  for (const [route, { summary, item }] of Object.entries(routes) as [Route, (typeof routes)[Route]][]) {
    endpoint(app, context, {
      method: 'get',
      path: `/audit/${route}`,
      summary,
      description,
      query: figuresQuery,
      success: {
        status: 200,
        schema: items.figuresOf(item),
        description: 'De cijfers, zoals gepubliceerd',
        example: exampleFigures(exampleItems[route]),
      },
      problems: ['not-found', 'invalid-input'],
      answer: async ({ cases }, { asking, query, wants }) => {
        const found = await seeFigures(cases, asking, route, query);
        return wants(CSV) ? csv(figuresCsv(found.items), `${route}-${found.period}`) : json(found);
      },
    });
  }
  endpoint(app, context, {
    method: 'get',
    path: '/audit/releases',
    summary: 'Wat wanneer is gepubliceerd',
    success: { status: 200, schema: listOf(releaseSchema), description: 'De laatste eerst' },
    problems: ['not-found'],
    answer: async ({ cases }, { asking }) => json({ items: await seeReleases(cases, asking), next: null }),
  });
  logRoute(app, context);
}

/** Event logs of cases that nobody lived, for tools of process mining. */
function logRoute(app: Hono<Env>, context: ApiContext): void {
  endpoint(app, context, {
    method: 'get',
    path: '/audit/log',
    summary: 'Een logboek van verzonnen trajecten, zoals de echte verliepen',
    description: [
      'Per afgesloten jaar, voor de hele regio. Wat minder dan tien inwoners deden, staat er niet in.',
      'Elk traject begint op 1 januari; elke stap staat op de dag die in het midden ligt. `format`: csv, xes (IEEE 1849) of ocel (OCEL 2.0).',
    ].join(' '),
    query: logQuery,
    success: { status: 200, schema: z.string(), description: 'Het logboek', type: 'text/csv', example: logExample },
    problems: ['not-found', 'invalid-input'],
    answer: async ({ cases }, { asking, query }) => {
      const { groups, from } = await seeLog(cases, asking, query);
      const name = `${query.chain ?? 'alle-ketens'}-${query.year}`;
      const text = logText(query.format, name, () => syntheticCases(groups, from));
      const { type, ending } = logFiles[query.format];
      return new Response(Readable.toWeb(Readable.from(bytesOf(text))) as ReadableStream, {
        headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}.${ending}"` },
      });
    },
  });
}

async function* bytesOf(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const part of text) yield Buffer.from(part);
}

const logExample = [
  'case:concept:name,concept:name,time:timestamp',
  'synth-1,valrisicotest.hoog,2025-01-15T00:00:00Z',
].join('\n');

const logFiles: Readonly<Record<LogFormat, { readonly type: string; readonly ending: string }>> = {
  csv: { type: 'text/csv; charset=utf-8; header=present', ending: 'csv' },
  xes: { type: 'application/xml; charset=utf-8', ending: 'xes' },
  ocel: { type: 'application/json; charset=utf-8', ending: 'json' },
};

function csv(body: string, name: string): Response {
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${name}.csv"`,
    },
  });
}
