import type { Statement } from '../platform/db/database.ts';
import type { CaseContext } from './context.ts';
import { type Origin, type Repeat, sameRequest } from './recording.ts';

const FIND_REPEAT: Statement = {
  name: 'find_repeat',
  text: 'select id, case_id, digest from commands where subject = $1 and path = $2 and key = $3',
};

/** The request that this key was used for before; undefined for a new one. @throws CaseError on another body. */
export async function findRepeat(context: Pick<CaseContext, 'db'>, origin: Origin): Promise<Repeat | undefined> {
  if (origin.key === null) return undefined;
  const [repeat] = await context.db.query<Repeat & Record<string, unknown>>(FIND_REPEAT, [
    origin.subject,
    origin.path,
    origin.key,
  ]);
  return repeat === undefined ? undefined : sameRequest(repeat, origin);
}

/** The request that took this key. @throws CaseError on another body. */
export async function repeatThatTook(context: Pick<CaseContext, 'db'>, origin: Origin): Promise<Repeat> {
  const repeat = await findRepeat(context, origin);
  if (repeat === undefined) throw new Error('a key was taken by no command');
  return repeat;
}
