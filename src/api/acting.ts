import type { Context } from 'hono';
import { actingFor } from '../access/on-behalf-of.ts';
import type { Subject } from '../access/subject.ts';
import type { Refusal } from '../cases/case-error.ts';
import type { ApiContext } from './context.ts';
import { Problem } from './problem.ts';

export interface Acting {
  readonly subject: Subject;
  /** The AGB code of the professional for whom a machine acts; null otherwise. */
  readonly behalf: string | null;
  /** What is wrong with that, to be told to who may know of what was asked for. */
  readonly problem?: Refusal;
}

/**
 * For whom a request is made, by its header On-Behalf-Of: an AGB code of the caller's own organisation. A machine that
 * changes something must send it, unless the body itself names the professional.
 */
export async function actingOf(
  c: Context,
  { cases }: ApiContext,
  route: { readonly method: string; readonly professionalInBody?: boolean },
  subject: Subject,
): Promise<Acting> {
  const given = route.professionalInBody === true ? undefined : c.req.header('on-behalf-of');
  if (given === undefined) {
    const needed = subject.machine && route.method !== 'get' && route.professionalInBody !== true;
    const detail = 'Noem de zorgverlener voor wie u dit doet, met de AGB-code van acht cijfers.';
    return { subject, behalf: null, ...(needed ? { problem: wrongHeader(detail) } : {}) };
  }
  const acting = await actingFor(cases.db, subject, given);
  if (acting !== undefined) return { subject: acting, behalf: subject.machine ? given : null };
  const detail = subject.machine
    ? 'Bij uw organisatie werkt geen zorgverlener met deze AGB-code.'
    : 'Hier kunt u alleen uw eigen AGB-code noemen. Laat de header anders weg.';
  return { subject, behalf: null, problem: wrongHeader(detail) };
}

function wrongHeader(detail: string): Problem {
  return new Problem('invalid-input', 'On-Behalf-Of klopt niet.', {
    errors: [{ pointer: '/headers/on-behalf-of', detail }],
  });
}
