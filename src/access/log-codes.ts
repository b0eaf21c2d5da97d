import { createHash } from 'node:crypto';
import { canonicalJson } from '../platform/crypto/canonical-json.ts';
import { caseRules, POLICY_VERSION, roleRules } from './permit.ts';
import type { Subject } from './subject.ts';

/**
 * Which access table judged, for the log: its number, and a digest of its rules, so that a change without a new number
 * shows all the same.
 */
export const tableVersion = `${POLICY_VERSION}.${createHash('sha256')
  .update(canonicalJson([caseRules, roleRules].map((rules) => rules.map((rule) => ({ ...rule })))))
  .digest('hex')
  .slice(0, 8)}`;

/** Purpose of use, in the codes of HL7 v3 ActReason. */
export function purposeOf(subject: Subject | null): 'TREAT' | 'PATRQT' | 'HOPERAT' | 'HSYSADMIN' | 'onbekend' {
  if (subject === null) return 'onbekend';
  const has = (...roles: string[]): boolean => roles.some((role) => subject.roles.includes(role));
  if (has('inwoner')) return 'PATRQT';
  if (has('beheerder')) return 'HSYSADMIN';
  if (has('ketencoordinator', 'regiocoordinator')) return 'HOPERAT';
  return 'TREAT';
}

/** The entry of the register of processing activities that a route belongs to. */
export function activityOf(event: string): 'inzage' | 'beheer' | 'ketenzorg' {
  const path = event.slice(event.indexOf(' ') + 1);
  if (path === '/me/access-log') return 'inzage';
  return path === '/orphans' || path.startsWith('/dev/') ? 'beheer' : 'ketenzorg';
}

/** What was checked before this was allowed, or refused. */
export function checksOf(
  subject: Subject | null,
  {
    policy,
    relation,
    basis,
  }: {
    readonly policy?: string | undefined;
    readonly relation?: string | undefined;
    readonly basis?: string | undefined;
  },
): readonly string[] {
  return [
    ...(subject === null ? [] : ['aanmelding']),
    ...(policy === undefined ? [] : ['toegangstabel']),
    ...(relation === undefined ? [] : ['relatie']),
    ...(basis === undefined ? [] : ['grondslag']),
  ];
}

/** A request that came without a trace begins one: its own random id has as many digits. */
export function traceOf(requestId: string): string {
  const digits = requestId.replaceAll('-', '').toLowerCase();
  return /^[0-9a-f]{32}$/.test(digits) ? digits : '';
}

const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}(?:-|$)/;

/** The trace that a request belongs to, from its header `traceparent` (W3C); undefined for none or a wrong one. */
export function traceIn(traceparent: string | undefined): string | undefined {
  const trace = TRACEPARENT.exec(traceparent ?? '')?.[1];
  return trace === undefined || /^0+$/.test(trace) || traceparent?.startsWith('ff') === true ? undefined : trace;
}
