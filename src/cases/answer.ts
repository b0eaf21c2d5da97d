import { z } from 'zod';
import type { Action } from '../engine/actions.ts';
import { QUESTION } from '../language/define.ts';
import { ownAction, type Verb } from './command-on-case.ts';
import { text } from './resident/identity.ts';

const answerSchema = z.strictObject({ text: text(4000) });

/** Answers the question that stands open under this number. */
export function answerTo(openStep: string): Verb<z.infer<typeof answerSchema>> {
  const isThis = (action: Action): action is Extract<Action, { action: 'answer' }> =>
    action.action === 'answer' && action.openStep === openStep;
  return {
    deed: 'case.answer',
    schema: answerSchema,
    unclear: 'Het antwoord is niet goed ingevuld.',
    prepare: (_context, standing, request) => {
      const { actor } = ownAction(standing, isThis);
      const filled = { step: QUESTION, data: { comment: request.text } };
      return { command: { kind: 'answer', actor, openStep }, filled, pointer: '/text' };
    },
  };
}
