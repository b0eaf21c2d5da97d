import type { Hono } from 'hono';
import { z } from 'zod';
import { permitRole, type RoleAction } from '../../access/permit.ts';
import type { Subject } from '../../access/subject.ts';
import { findOrphans } from '../../cases/find-orphans.ts';
import { createMoveOnce } from '../../cases/move-once.ts';
import type { MoveClock } from '../../cases/move-clock.ts';
import { readShape } from '../../cases/read-shape.ts';
import { recordAccess } from '../../cases/visit.ts';
import { instant } from '../../reading/instant.ts';
import type { ApiContext } from '../context.ts';
import { endpoint, type Env } from '../endpoint.ts';
import { Problem } from '../problem.ts';
import { json } from '../reply.ts';
import { meSchema } from '../schemas/me.ts';
import { listOf } from '../schemas.ts';

// Ten years at most in one go: every wake-up of every case in between is really handled.
const advance = z.strictObject({
  advance: z
    .string('Geef een duur, zoals P14D.')
    .regex(/^P(?=\d)(\d{1,2}Y)?(\d{1,3}M)?(\d{1,3}W)?(\d{1,4}D)?$/, 'Geef een duur, zoals P14D.')
    .refine((duration) => daysAtMost(duration) <= 3_660, 'Geef een duur van ten hoogste tien jaar.'),
});

function daysAtMost(duration: string): number {
  const days: Readonly<Record<string, number>> = { Y: 366, M: 31, W: 7, D: 1 };
  return [...duration.matchAll(/(\d+)([YMWD])/g)].reduce(
    (sum, [, n, unit]) => sum + Number(n) * (days[unit ?? ''] ?? 0),
    0,
  );
}

export function systemRoutes(app: Hono<Env>, context: ApiContext): void {
  endpoint(app, context, {
    method: 'get',
    path: '/orphans',
    summary: 'Trajecten die niemand hoeft te bewegen: altijd leeg',
    success: { status: 200, schema: listOf(z.uuid()), description: 'De nummers', example: { items: [], next: null } },
    problems: ['not-found'],
    answer: async ({ cases }, { subject, asking }) => {
      const policy = allowed(subject, 'orphans.read');
      asking.insist();
      await recordAccess(cases, asking, 'R', null, { policy });
      return json({ items: await findOrphans(cases), next: null });
    },
  });
  endpoint(app, context, {
    method: 'get',
    path: '/me',
    summary: 'Wie ben ik',
    success: { status: 200, schema: meSchema, description: 'Uw rollen en uw organisatie' },
    problems: [],
    answer: async ({ cases }, { subject, asking }) => {
      asking.insist();
      const { sub, roles, organisation, practitioner, municipality } = subject;
      const organisationName =
        organisation === null ? null : ((await cases.directory.names()).get(organisation) ?? null);
      return json({ id: sub, roles, organisation, organisationName, practitioner, municipality });
    },
  });
  if (context.moveClock !== null) clockRoute(app, context, context.moveClock);
}

function clockRoute(app: Hono<Env>, context: ApiContext, moveClock: MoveClock): void {
  const once = createMoveOnce();
  endpoint(app, context, {
    method: 'post',
    path: '/dev/clock',
    summary: 'Zet de tijd vooruit (alleen in een proefomgeving)',
    body: { schema: advance, example: { advance: 'P14D' } },
    success: {
      status: 200,
      schema: z.object({ now: z.iso.datetime() }),
      example: { now: '2026-12-05T10:00:00.000Z' },
      description: 'De nieuwe tijd, als alles is afgehandeld',
    },
    problems: ['not-found'],
    answer: async ({ cases }, { subject, asking, body, origin }) => {
      allowed(subject, 'clock.move');
      asking.insist();
      const { advance: by } = readShape(advance, body, 'Geef een duur, zoals {"advance": "P14D"}.');
      return json({ now: instant(await once(cases.db, origin, () => moveClock(by))) });
    },
  });
}

/** @returns the rule that allows it. @throws Problem `not-found`: for others these routes do not exist. */
function allowed(subject: Subject, action: RoleAction): string {
  const verdict = permitRole(subject, action);
  if (verdict.allowed) return verdict.policy;
  throw new Problem('not-found', 'Dit adres bestaat niet.');
}
