import type { Hono } from 'hono';
import { z } from 'zod';
import { answerTo } from '../../cases/answer.ts';
import { ask } from '../../cases/ask.ts';
import { changeCase } from '../../cases/command-on-case.ts';
import { seeQuestionIn, seeQuestions } from '../../cases/look/see-questions.ts';
import type { ApiContext } from '../context.ts';
import { endpoint, type Env } from '../endpoint.ts';
import { json } from '../reply.ts';
import { actorSchema, exampleCase, huisarts, tester } from '../schemas/party.ts';
import { listOf } from '../schemas.ts';

const { organisationName: _huisarts, ...asker } = huisarts;
const { practitioner: _tester, ...receiver } = tester;
const example = {
  id: `${exampleCase}.vraag.1`,
  at: '2026-11-24T09:12:40.000Z',
  by: asker,
  to: receiver,
  text: 'Kan de inwoner zelf naar de groep komen?',
  dueAt: '2026-12-01T22:59:59.999Z',
  answer: null,
};

const question = z
  .object({
    id: z.string(),
    at: z.iso.datetime(),
    by: actorSchema,
    to: z.object({
      role: z.string(),
      organisation: z.uuid().nullable(),
      organisationName: z.string().nullable(),
    }),
    text: z.string().nullable(),
    dueAt: z.iso.datetime().nullable(),
    answer: z.object({ at: z.iso.datetime(), by: actorSchema, text: z.string().nullable() }).nullable(),
  })
  .meta({
    id: 'Question',
    description: 'Een vraag in een traject. Het id is dat van de open stap waarmee zij op antwoord wacht.',
    examples: [example],
  });

/** Questions between those who have a part in a case. */
export function questionRoutes(app: Hono<Env>, context: ApiContext): void {
  endpoint(app, context, {
    method: 'get',
    path: '/cases/{id}/questions',
    summary: 'De vragen die u stelde of kreeg, met de antwoorden; met de regie alle',
    success: { status: 200, schema: listOf(question), description: 'De vragen, de oudste bovenaan' },
    problems: ['forbidden', 'not-found'],
    answer: async ({ cases }, { asking, params }) =>
      json({ items: await seeQuestions(cases, asking, params['id'] ?? ''), next: null }),
  });
  endpoint(app, context, {
    method: 'post',
    path: '/cases/{id}/questions',
    summary: 'Stel een vraag aan wie bij het traject betrokken is',
    body: { schema: ask.schema, example: { text: example.text, to: { organisation: tester.organisation } } },
    success: { status: 201, schema: question, description: 'De vraag, die nu open staat bij wie haar krijgt' },
    problems: ['forbidden', 'not-found', 'not-allowed-now', 'ended', 'stale'],
    answer: async ({ cases }, { asking, params, body, origin, ifMatch }) => {
      const request = { asking, caseId: params['id'] ?? '', body, origin, ifMatch };
      return cases.time.during(() =>
        changeCase(cases, ask, request, async (changed) =>
          json(await seeQuestionIn(cases, asking, changed), 201, {
            location: `/cases/${changed.state.case}/questions`,
            etag: `"${changed.state.seq}"`,
          }),
        ),
      );
    },
  });
  endpoint(app, context, {
    method: 'post',
    path: '/cases/{id}/questions/{q}/answer',
    summary: 'Beantwoord een vraag',
    body: { schema: answerTo('').schema, example: { text: 'Ja, de inwoner komt zelf.' } },
    success: { status: 200, schema: question, description: 'De vraag met het antwoord' },
    problems: ['forbidden', 'not-found', 'not-allowed-now', 'ended', 'stale'],
    answer: async ({ cases }, { asking, params, body, origin, ifMatch }) => {
      const request = { asking, caseId: params['id'] ?? '', body, origin, ifMatch };
      const id = params['q'] ?? '';
      return cases.time.during(() =>
        changeCase(cases, answerTo(id), request, async (changed) =>
          json(await seeQuestionIn(cases, asking, changed, id), 200, { etag: `"${changed.state.seq}"` }),
        ),
      );
    },
  });
}
