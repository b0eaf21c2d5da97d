import type { Subject } from './subject.ts';

/** How a person stands to a case. Several can hold at once. */
export type Relation = 'holder' | 'referrer' | 'contributor';

/** What a case shows about itself to someone: a table, so that the list, the refusal and the page agree. */
export type Content = 'step' | 'status' | 'contribution';

export type CaseAction = 'case.read' | 'case.actions' | 'case.trail' | 'case.decide';

interface CaseRule {
  readonly id: string;
  readonly relation: Relation;
  readonly actions: readonly CaseAction[];
  readonly content: Content;
}

/** Contract 5, row by row. The first row that fits decides, so the widest view comes first. */
export const caseRules: readonly CaseRule[] = [
  {
    id: 'K1',
    relation: 'holder',
    actions: ['case.read', 'case.actions', 'case.trail', 'case.decide'],
    content: 'step',
  },
  { id: 'K2', relation: 'referrer', actions: ['case.read', 'case.actions', 'case.trail'], content: 'status' },
  { id: 'K3', relation: 'contributor', actions: ['case.read', 'case.actions', 'case.trail'], content: 'contribution' },
];

export type RoleAction =
  | 'referral.create'
  | 'referral.list'
  | 'worklist.read'
  | 'chain.read'
  | 'orphans.read'
  | 'clock.move'
  | 'me.read';

interface RoleRule {
  readonly id: string;
  readonly action: RoleAction;
  readonly roles: readonly string[] | 'everyone';
}

const careRoles = ['huisarts', 'poh', 'tester', 'valpreventie-coordinator', 'fysio', 'buurtsportcoach', 'signaleerder'];

/** What a role may do apart from any case. */
export const roleRules: readonly RoleRule[] = [
  // A resident who refers themselves needs an account that is tied to their own data, which is not there yet.
  { id: 'R1', action: 'referral.create', roles: careRoles },
  { id: 'R2', action: 'referral.list', roles: careRoles },
  { id: 'R3', action: 'worklist.read', roles: [...careRoles, 'ketencoordinator'] },
  { id: 'R4', action: 'chain.read', roles: 'everyone' },
  { id: 'R5', action: 'orphans.read', roles: ['beheerder'] },
  { id: 'R6', action: 'clock.move', roles: ['beheerder'] },
  { id: 'R7', action: 'me.read', roles: 'everyone' },
];

export type Verdict =
  | { readonly allowed: true; readonly policy: string; readonly relation?: Relation; readonly content?: Content }
  | { readonly allowed: false; readonly visible: boolean };

/** May this person do this apart from any case? */
export function permitRole(subject: Subject, action: RoleAction): Verdict {
  const rule = roleRules.find(
    (candidate) =>
      candidate.action === action &&
      (candidate.roles === 'everyone' || candidate.roles.some((role) => subject.roles.includes(role))),
  );
  return rule === undefined ? { allowed: false, visible: false } : { allowed: true, policy: rule.id };
}

/** May someone who stands so to a case do this? A case that may not be read is not visible: it does not exist. */
export function permitCase(relations: readonly Relation[], action: CaseAction): Verdict {
  const fitting = caseRules.filter((rule) => relations.includes(rule.relation));
  const rule = fitting.find((candidate) => candidate.actions.includes(action));
  if (rule === undefined) return { allowed: false, visible: fitting.length > 0 };
  return { allowed: true, policy: rule.id, relation: rule.relation, content: rule.content };
}
