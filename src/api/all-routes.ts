import type { Hono } from 'hono';
import type { ApiContext } from './context.ts';
import type { Env } from './endpoint.ts';
import { accessLogRoutes } from './routes/access-log.ts';
import { auditRoutes } from './routes/audit.ts';
import { assignmentRoutes } from './routes/assignments.ts';
import { caseCommandRoutes } from './routes/case-commands.ts';
import { caseRecordRoutes } from './routes/case-records.ts';
import { caseRoutes } from './routes/cases.ts';
import { chainRoutes } from './routes/chains.ts';
import { docsRoutes } from './routes/docs.ts';
import { groupRoutes } from './routes/groups.ts';
import { invitationRoutes } from './routes/invitations.ts';
import { healthRoutes } from './routes/health.ts';
import { offerRoutes } from './routes/offers.ts';
import { linkRoutes } from './routes/links.ts';
import { noticeRoutes } from './routes/notices.ts';
import { questionRoutes } from './routes/questions.ts';
import { referralRoutes } from './routes/referrals.ts';
import { systemRoutes } from './routes/system.ts';
import { versionRoutes } from './routes/versions.ts';
import { worklistRoutes } from './routes/worklist.ts';

/** Every route of the API, in the order of the document. */
const everyPart: readonly ((app: Hono<Env>, context: ApiContext) => void)[] = [
  referralRoutes,
  invitationRoutes,
  caseRoutes,
  caseRecordRoutes,
  caseCommandRoutes,
  questionRoutes,
  linkRoutes,
  versionRoutes,
  worklistRoutes,
  assignmentRoutes,
  noticeRoutes,
  groupRoutes,
  offerRoutes,
  auditRoutes,
  chainRoutes,
  accessLogRoutes,
  systemRoutes,
  docsRoutes,
  healthRoutes,
];

export function addRoutes(app: Hono<Env>, context: ApiContext): void {
  for (const add of everyPart) add(app, context);
}
