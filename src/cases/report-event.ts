import { z } from 'zod';
import type { Action } from '../engine/actions.ts';
import type { Happen } from '../engine/messages.ts';
import { localDateOf } from '../engine/calendar/amsterdam.ts';
import { addDays } from '../engine/calendar/local-date.ts';
import { silencedBy } from '../engine/happen.ts';
import { CaseError } from './case-error.ts';
import { ownAction, type Verb } from './command-on-case.ts';
import { confirmationOf } from './confirmation.ts';
import type { CaseContext } from './context.ts';
import type { Standing } from './look/action-view.ts';
import { readShape } from './read-shape.ts';
import { rehearse } from './refusal-of.ts';
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
  prepare: (context, standing, { event, at, data }) => {
    const { action, actor } = ownAction(standing, isEvent);
    const known = action.events.find(({ id }) => id === event);
    if (known === undefined) {
      throw new CaseError('invalid-input', 'Deze gebeurtenis hoort niet bij deze keten.', {
        errors: [{ pointer: '/event', detail: `Kies uit: ${action.events.map(({ id }) => id).join(', ')}.` }],
        allowed: action.events,
      });
    }
    const unclear = 'De gegevens bij deze gebeurtenis kloppen niet.';
    const { of, confirmation } = readShape(dataFor(known), data ?? {}, unclear, '/data');
    const command: Happen = { kind: 'event', actor, event, on: at.day, ...(of === undefined ? {} : { of }) };
    if (silencedBy(standing.chain, event, of) !== undefined)
      insistOnConfirmation(context, standing, command, confirmation);
    else if (confirmation !== undefined) throw needless();
    return { command, filled: null, pointer: '/at' };
  },
};

/** What is asked beside an event: of whom it is, where that matters, the words that confirm it, and nothing else. */
function dataFor({ of, confirm }: Known): z.ZodType<{ of?: string | undefined; confirmation?: string | undefined }> {
  const confirmation = z.string().max(60).optional();
  if (of === undefined) return confirm === undefined ? z.strictObject({}) : z.strictObject({ confirmation });
  const who = z.enum(of, `Kies uit: ${of.join(', ')}.`);
  return confirm === undefined ? z.strictObject({ of: who }) : z.strictObject({ of: who, confirmation });
}

type Known = Extract<Action, { action: 'event' }>['events'][number];

/**
 * What silences a case is said twice: the first time changes nothing and gives the words to repeat. Around midnight those
 * of the day before still count. @throws CaseError `invalid-input`, or what the case has against it anyhow.
 */
function insistOnConfirmation(
  { ring }: CaseContext,
  { chain, state, subject, now }: Standing,
  command: Happen,
  given: string | undefined,
): void {
  rehearse(chain, state, state.case, command, now, () => ({ pointer: '/at' }));
  const today = localDateOf(now);
  const asked = { case: state.case, user: subject.sub, what: [command.event, command.of, command.on].join(' ') };
  const words = confirmationOf(ring, asked, today);
  if (given === words || given === confirmationOf(ring, asked, addDays(today, -1))) return;
  throw new CaseError('invalid-input', 'Bevestig dit nog een keer. Er is nog niets veranderd.', {
    errors: [
      {
        pointer: '/data/confirmation',
        detail: `Dit stopt alle afspraken en berichten van dit traject. Klopt dat? Stuur dit bericht dan opnieuw, met in data: confirmation "${words}".`,
      },
    ],
    allowed: [{ confirmation: words }],
  });
}

function needless(): CaseError {
  return new CaseError('invalid-input', 'De gegevens bij deze gebeurtenis kloppen niet.', {
    errors: [{ pointer: '/data/confirmation', detail: 'Dit hoeft u niet te bevestigen. Laat confirmation weg.' }],
  });
}

function isEvent(action: Action): action is Extract<Action, { action: 'event' }> {
  return action.action === 'event';
}
