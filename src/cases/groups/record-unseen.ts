import { appendAccess } from '../../access/log.ts';
import type { CaseContext } from '../context.ts';
import { accessOf, type Asking } from '../visit.ts';
import type { Asked } from './record-request.ts';

/** Records of which cases a request was refused before they were asked anything: as of any case that was tried. */
export async function recordUnseen(context: CaseContext, asking: Asking, asked: readonly Asked[]): Promise<void> {
  for (const { case: id, command } of asked) {
    if (command !== null) continue;
    const line = accessOf(context, asking, 'E', id, { policy: 'geen' });
    await appendAccess(context.db, { ...line, policy: undefined, outcome: 4 });
  }
}
