import { z } from 'zod';
import type { Action } from '../engine/actions.ts';
import { ownAction, type Verb } from './command-on-case.ts';

const resumptionSchema = z.strictObject({});

/** Lets a paused case go on. */
export const resume: Verb<z.infer<typeof resumptionSchema>> = {
  deed: 'case.resume',
  schema: resumptionSchema,
  unclear: 'Hervatten vraagt geen gegevens: stuur een leeg object.',
  prepare: (_context, standing) => {
    const { actor } = ownAction(standing, isResume);
    return { command: { kind: 'resume', actor }, filled: null, pointer: '' };
  },
};

function isResume(action: Action): action is Extract<Action, { action: 'resume' }> {
  return action.action === 'resume';
}
