import type { Querying, Statement } from '../platform/db/database.ts';
import type { Subject } from './subject.ts';

/** The number of a professional in the Dutch register of care providers. */
export const AGB = /^\d{8}$/;

const FIND: Statement = {
  name: 'practitioner_by_agb',
  text: 'select id from practitioners where organisation = $1 and agb = $2 order by id',
};

/**
 * The subject as it acts for the professional with this AGB code: a machine for anyone of its own organisation, a
 * person only for themselves. undefined when that cannot be.
 */
export async function actingFor(db: Querying, subject: Subject, agb: string): Promise<Subject | undefined> {
  if (subject.organisation === null || !AGB.test(agb)) return undefined;
  const found = await db.query<{ id: string }>(FIND, [subject.organisation, agb]);
  if (!subject.machine) return found.some(({ id }) => id === subject.practitioner) ? subject : undefined;
  const [first] = found;
  return first === undefined ? undefined : Object.freeze({ ...subject, practitioner: first.id });
}
