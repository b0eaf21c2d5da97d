import type { Subject } from './subject.ts';

/** How a person stands to a case. Several can hold at once. */
export type Relation =
  | 'regie'
  | 'holder'
  | 'sender'
  | 'referrer'
  | 'offered'
  | 'contributor'
  | 'resident'
  | 'coordinator';

/**
 * What a case shows about itself to someone: a table, so that the list, the refusal and the page agree. `offer` is
 * chain, step, PC4 and age band: who the person is follows after accepting. `own` is what the person may read about
 * themselves; `stuck` a step that nobody takes up, without any person.
 */
export type Content = 'whole' | 'step' | 'status' | 'offer' | 'contribution' | 'own' | 'stuck';

type Look = 'case.read' | 'case.actions' | 'case.trail' | 'case.forms' | 'case.consents' | 'case.versions';
/** Ways to change a case. */
export type Deed =
  | 'case.decide'
  | 'case.assign'
  | 'case.attempt'
  | 'case.pause'
  | 'case.resume'
  | 'case.withdraw'
  | 'case.event'
  | 'case.link'
  | 'case.ask'
  | 'case.answer'
  | 'case.consent'
  | 'case.correct'
  | 'case.move'
  | 'case.amend';
export type CaseAction = Look | Deed;

interface CaseRule {
  readonly id: string;
  readonly relation: Relation;
  readonly actions: readonly CaseAction[];
  readonly content: Content;
}

/** How much of each of these is shown follows from the content. */
const looks: readonly Look[] = ['case.read', 'case.actions', 'case.trail', 'case.forms'];
const work: readonly Deed[] = [
  'case.decide',
  'case.assign',
  'case.attempt',
  'case.event',
  'case.ask',
  'case.answer',
  'case.consent',
  'case.correct',
];
const regie: readonly Deed[] = [
  ...work,
  'case.pause',
  'case.resume',
  'case.withdraw',
  'case.link',
  'case.move',
  'case.amend',
];
const referring: readonly Deed[] = [
  'case.withdraw',
  'case.event',
  'case.ask',
  'case.answer',
  'case.consent',
  'case.correct',
  'case.amend',
];

/** The version of the tables below, for the access log: raise it with every change of a rule. */
export const POLICY_VERSION = '4';

/** Contract 5, row by row. The first row that fits decides, so the widest view comes first. */
export const caseRules: readonly CaseRule[] = [
  { id: 'K1', relation: 'regie', actions: [...looks, 'case.consents', 'case.versions', ...regie], content: 'whole' },
  { id: 'K2', relation: 'holder', actions: [...looks, 'case.consents', ...work], content: 'step' },
  { id: 'K3', relation: 'sender', actions: [...looks, 'case.consents', ...work], content: 'step' },
  {
    id: 'K4',
    relation: 'referrer',
    actions: [...looks, 'case.consents', ...referring],
    content: 'status',
  },
  { id: 'K5', relation: 'offered', actions: [...looks, 'case.decide', 'case.assign', 'case.event'], content: 'offer' },
  {
    id: 'K6',
    relation: 'contributor',
    actions: [...looks, 'case.ask', 'case.answer', 'case.correct'],
    content: 'contribution',
  },
  { id: 'K8', relation: 'resident', actions: ['case.read', 'case.trail', 'case.consents'], content: 'own' },
  { id: 'K9', relation: 'coordinator', actions: ['case.read', 'case.actions', 'case.assign'], content: 'stuck' },
];

/** Who asked something before hears the same answer again, whatever the case has become since. */
export const repeatVerdict: Extract<Verdict, { allowed: true }> = {
  allowed: true,
  policy: 'K7',
  content: 'contribution',
};

export type RoleAction =
  | 'referral.create'
  | 'referral.list'
  | 'worklist.read'
  | 'chain.read'
  | 'orphans.read'
  | 'clock.move'
  | 'me.read'
  | 'me.access-log'
  | 'me.cases'
  | 'group.form'
  | 'group.read'
  | 'referral.find'
  | 'offer.read'
  | 'offer.change'
  | 'notice.read'
  | 'invitation.give'
  | 'case.reassign-many'
  | 'audit.read';

interface RoleRule {
  readonly id: string;
  readonly action: RoleAction;
  readonly roles: readonly string[] | 'everyone';
}

/** Everyone who works with residents, in whatever chain. */
const careRoles = [
  'huisarts',
  'poh',
  'verloskundige',
  'jeugdarts',
  'jeugdverpleegkundige',
  'jgz',
  'kinderarts',
  'kraamzorg',
  'gebiedsteam',
  'aandachtsfunctionaris',
  'ggd',
  'sociaal-verwijzer',
  'centrale-zorgcoordinator',
  'czv',
  'valpreventie-coordinator',
  'tester',
  'fysio',
  'buurtsportcoach',
  'leefstijlcoach',
  'gli-aanbieder',
  'aanbieder',
  'kinder-gli-aanbieder',
  'signaleerder',
];

/** What a role may do apart from any case. */
export const roleRules: readonly RoleRule[] = [
  // Residents refer themselves, or a child of theirs: see cases/self.
  { id: 'R1', action: 'referral.create', roles: [...careRoles, 'inwoner'] },
  { id: 'R2', action: 'referral.list', roles: careRoles },
  { id: 'R3', action: 'worklist.read', roles: [...careRoles, 'ketencoordinator'] },
  { id: 'R4', action: 'chain.read', roles: 'everyone' },
  { id: 'R5', action: 'orphans.read', roles: ['beheerder'] },
  { id: 'R6', action: 'clock.move', roles: ['beheerder'] },
  { id: 'R7', action: 'me.read', roles: 'everyone' },
  // Of these roles, a group is shown to who formed it and to who leads it: see cases/groups/open-group.ts.
  { id: 'R8', action: 'group.form', roles: ['valpreventie-coordinator'] },
  { id: 'R9', action: 'group.read', roles: ['valpreventie-coordinator', 'fysio'] },
  { id: 'R10', action: 'me.access-log', roles: ['inwoner'] },
  { id: 'R11', action: 'referral.find', roles: careRoles },
  { id: 'R12', action: 'offer.read', roles: [...careRoles, 'ketencoordinator', 'regiocoordinator'] },
  { id: 'R13', action: 'offer.change', roles: careRoles },
  { id: 'R14', action: 'notice.read', roles: careRoles },
  { id: 'R16', action: 'me.cases', roles: ['inwoner'] },
  { id: 'R15', action: 'case.reassign-many', roles: careRoles },
  { id: 'R17', action: 'invitation.give', roles: careRoles },
  // Only what was published, never a person; which municipality: see cases/audit/see-figures.ts.
  { id: 'R18', action: 'audit.read', roles: ['ketencoordinator', 'regiocoordinator'] },
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
