import { z } from 'zod';
import { permitRole } from '../../access/permit.ts';
import type { Subject } from '../../access/subject.ts';
import { type GroupRow, readGroup } from '../../reading/groups.ts';
import { CaseError } from '../case-error.ts';
import type { CaseContext } from '../context.ts';
import { chainsWithGroups } from './group-rule.ts';

const uuid = z.uuid();

/** A group that this person may see, and whether as its coordinator or as who leads it. */
export interface OpenedGroup {
  readonly group: GroupRow;
  readonly coordinates: boolean;
  readonly policy: string;
}

/** @throws CaseError `not-found` for a group of others, as for one that does not exist. */
export async function openGroup(context: CaseContext, subject: Subject, id: string): Promise<OpenedGroup> {
  const verdict = permitRole(subject, 'group.read');
  const group = verdict.allowed && uuid.safeParse(id).success ? await readGroup(context.db, id) : undefined;
  const coordinates = group !== undefined && formedIt(subject, group);
  if (!verdict.allowed || group === undefined || !(coordinates || leadsIt(subject, group))) {
    throw new CaseError('not-found', 'Deze groep bestaat niet, of u mag haar niet zien.');
  }
  return { group, coordinates, policy: verdict.policy };
}

export function formedIt(subject: Subject, { coordinator, chain }: GroupRow): boolean {
  return subject.organisation === coordinator && chainsWithGroups(subject).coordinates.includes(chain);
}

function leadsIt(subject: Subject, { organisation, chain }: GroupRow): boolean {
  return subject.organisation === organisation && chainsWithGroups(subject).leads.includes(chain);
}
