import { z } from 'zod';
import type { Action } from '../engine/actions.ts';
import type { Happen } from '../engine/messages.ts';
import { CaseError } from './case-error.ts';
import { ownAction, type Verb } from './command-on-case.ts';
import { readShape } from './read-shape.ts';
import { when } from './when.ts';

const eventSchema = z.strictObject({
  event: z.string('Noem wat er is gebeurd (event).').min(1).max(64),
  at: when,
  data: z.record(z.string(), z.unknown()).optional(),
});

/** Reports what happened in the life of the resident. */
export const reportEvent: Verb<z.infer<typeof eventSchema>> = {
  deed: 'case.event',
  schema: eventSchema,
  unclear: 'De gebeurtenis is niet goed ingevuld.',
  prepare: (_context, standing, { event, at, data }) => {
    const { action, actor } = ownAction(standing, isEvent);
    const known = action.events.find(({ id }) => id === event);
    if (known === undefined) {
      throw new CaseError('invalid-input', 'Deze gebeurtenis hoort niet bij deze keten.', {
        errors: [{ pointer: '/event', detail: `Kies uit: ${action.events.map(({ id }) => id).join(', ')}.` }],
        allowed: action.events,
      });
    }
    const { of } = readShape(dataFor(known.of), data ?? {}, 'De gegevens bij deze gebeurtenis kloppen niet.', '/data');
    const command: Happen = { kind: 'event', actor, event, on: at.day, ...(of === undefined ? {} : { of }) };
    return { command, filled: null, pointer: '/at' };
  },
};

/** What is asked beside an event: of whom it is, where that matters, and nothing else. */
function dataFor(of: readonly string[] | undefined): z.ZodType<{ of?: string | undefined }> {
  if (of === undefined) return z.strictObject({});
  return z.strictObject({ of: z.enum(of, `Kies uit: ${of.join(', ')}.`) });
}

function isEvent(action: Action): action is Extract<Action, { action: 'event' }> {
  return action.action === 'event';
}
