import type { Hono } from 'hono';
import { assign } from '../../cases/assign.ts';
import { attempt } from '../../cases/attempt.ts';
import { commandOnCase, type Verb } from '../../cases/command-on-case.ts';
import { correct } from '../../cases/correct.ts';
import { decide } from '../../cases/decide.ts';
import { giveConsent } from '../../cases/give-consent.ts';
import { pause } from '../../cases/pause.ts';
import { reportEvent } from '../../cases/report-event.ts';
import { resume } from '../../cases/resume.ts';
import { withdraw } from '../../cases/withdraw.ts';
import type { ApiContext } from '../context.ts';
import { endpoint, type Env } from '../endpoint.ts';
import type { ProblemCode } from '../problem.ts';
import { withTag } from '../reply.ts';
import { caseSchema } from '../schemas.ts';

interface Route<R> {
  readonly path: string;
  readonly summary: string;
  /** What comes after, in the document. */
  readonly after: string;
  readonly verb: Verb<R>;
  readonly example: unknown;
  readonly problems?: readonly ProblemCode[];
}

const openStep = '3f0e3c1e-6a53-4f8a-9d2f-0a8d1d1f5a10.nabellen-tester.1';

/** Every way to change a case: the same checks, each with what it asks. */
export function caseCommandRoutes(app: Hono<Env>, context: ApiContext): void {
  command(app, context, {
    path: '/cases/{id}/decisions',
    summary: 'Neem een beslissing op een open stap',
    after: 'Het traject na de beslissing',
    verb: decide,
    example: { openStep: '3f0e3c1e-6a53-4f8a-9d2f-0a8d1d1f5a10.laag-advies.1', outcome: 'gedaan' },
    problems: ['reason-required', 'consent-missing', 'already-referred', 'not-in-target-group'],
  });
  command(app, context, {
    path: '/cases/{id}/assignments',
    summary: 'Pak een stap op, geef haar aan een collega of aan een andere organisatie',
    after: 'Het traject met de toewijzing',
    verb: assign,
    example: { openStep, practitioner: 'me' },
    problems: ['consent-missing'],
  });
  command(app, context, {
    path: '/cases/{id}/attempts',
    summary: 'Leg vast dat u de inwoner probeerde te bereiken',
    after: 'Het traject met de contactpoging',
    verb: attempt,
    example: { openStep, at: '2026-11-21T10:00:00Z', channel: 'telefoon', result: 'niet-bereikt' },
  });
  command(app, context, {
    path: '/cases/{id}/pauses',
    summary: 'Pauzeer een traject, tot een dag binnen zes maanden',
    after: 'Het gepauzeerde traject',
    verb: pause,
    example: { reason: 'ziekte', until: '2027-02-01', comment: 'Opgenomen, belt zelf terug' },
  });
  command(app, context, {
    path: '/cases/{id}/resumptions',
    summary: 'Hervat een gepauzeerd traject',
    after: 'Het traject dat verder gaat',
    verb: resume,
    example: {},
  });
  command(app, context, {
    path: '/cases/{id}/withdrawal',
    summary: 'Stop een traject, met een reden',
    after: 'Het gestopte traject',
    verb: withdraw,
    example: { reason: { code: 'geen-motivatie-nu', comment: 'Wil het volgend jaar nog eens bekijken' } },
  });
  command(app, context, {
    path: '/cases/{id}/events',
    summary: 'Meld wat er in het leven van de inwoner is gebeurd',
    after: 'Het traject na de gebeurtenis',
    verb: reportEvent,
    example: { event: 'overleden', at: '2026-11-20', data: { of: 'partner' } },
  });
  command(app, context, {
    path: '/cases/{id}/consents',
    summary: 'Leg vast dat de inwoner toestemming gaf of introk',
    after: 'Het traject; wat op een ingetrokken toestemming rustte, is gestopt',
    verb: giveConsent,
    example: { purpose: 'overdracht', given: false, by: 'inwoner', at: '2026-11-21T10:00:00Z' },
  });
  command(app, context, {
    path: '/cases/{id}/corrections',
    summary: 'Draai een beslissing of gebeurtenis terug waar nog niet op is verder gewerkt',
    after: 'Het traject zoals het daarvoor was',
    verb: correct,
    example: { seq: 3, reason: 'vergissing', comment: 'Verkeerde inwoner voor me' },
  });
}

function command<R>(app: Hono<Env>, context: ApiContext, route: Route<R>): void {
  const { path, summary, after, verb, example, problems = [] } = route;
  endpoint(app, context, {
    method: 'post',
    path,
    summary,
    body: { schema: verb.schema, example },
    success: { status: 200, schema: caseSchema, description: after },
    problems: ['forbidden', 'not-found', 'not-allowed-now', 'ended', 'stale', ...problems],
    answer: async ({ cases }, { asking, params, body, origin, ifMatch }) => {
      const request = { asking, caseId: params['id'] ?? '', body, origin, ifMatch };
      return withTag(await cases.time.during(() => commandOnCase(cases, verb, request)));
    },
  });
}
