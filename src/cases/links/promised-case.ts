import { stepOf } from '../../engine/holders.ts';
import type { Actor } from '../../engine/messages.ts';
import { readCase } from '../../reading/case-row.ts';
import { CaseError } from '../case-error.ts';
import type { CaseContext } from '../context.ts';
import type { Standing } from '../look/action-view.ts';
import type { Asking } from '../visit.ts';
import { type Begin, openElsewhere } from './open-elsewhere.ts';

/** @throws CaseError with pointers under `/link`; nothing has been recorded then. */
export async function promisedCase(
  context: CaseContext,
  standing: Standing,
  chosen: { readonly step: string; readonly outcome: string; readonly actor: Actor },
  begin: Begin,
  asking: Asking,
): ReturnType<typeof openElsewhere> {
  const { outcomes } = stepOf(standing.chain, chosen.step);
  const asked = Object.hasOwn(outcomes, chosen.outcome) ? outcomes[chosen.outcome]?.link : undefined;
  if (asked === undefined) {
    throw new CaseError('invalid-input', 'Bij deze keuze hoort geen ander traject.', {
      errors: [{ pointer: '/link', detail: 'Laat link weg. Een ander traject koppelt u met links.' }],
    });
  }
  const own = await readCase(context.db, standing.state.case);
  if (own === undefined) throw new Error('a case has disappeared');
  const { type, chain } = asked;
  const coupling = { kind: 'link', actor: chosen.actor, type, chain } as const;
  try {
    return await openElsewhere(context, standing, own, coupling, begin, asking);
  } catch (error) {
    if (!(error instanceof CaseError) || error.more.errors === undefined) throw error;
    const errors = error.more.errors.map(({ pointer, detail }) => ({ pointer: `/link${pointer}`, detail }));
    throw new CaseError(error.code, error.message, { ...error.more, errors });
  }
}
