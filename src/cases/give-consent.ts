import { z } from 'zod';
import type { Action } from '../engine/actions.ts';
import type { Agree } from '../engine/messages.ts';
import { consentGivers, consentPurposes } from '../language/define.ts';
import { CaseError } from './case-error.ts';
import { ownAction, type Verb } from './command-on-case.ts';
import { ageInCase } from './resident/age-in-case.ts';
import { insistOnGiver } from './resident/consent-giver.ts';
import { AHEAD_MS, when } from './when.ts';

const consentSchema = z.strictObject({
  purpose: z.enum(consentPurposes, `Kies uit: ${consentPurposes.join(', ')}.`),
  given: z.boolean('Vul true in voor gegeven, false voor ingetrokken.'),
  by: z.enum(consentGivers, `Kies uit: ${consentGivers.join(', ')}.`),
  at: when,
});

/** Notes that the resident gave consent, or withdrew it: it counts from the next request on. */
export const giveConsent: Verb<z.infer<typeof consentSchema>> = {
  deed: 'case.consent',
  schema: consentSchema,
  unclear: 'De toestemming is niet goed ingevuld.',
  prepare: async (context, standing, { purpose, given, by, at }) => {
    const { actor } = ownAction(standing, isConsent);
    if (at.at !== null && at.at > standing.now + AHEAD_MS) {
      throw new CaseError('invalid-input', 'De toestemming ligt in de toekomst.', {
        errors: [{ pointer: '/at', detail: 'Vul in wanneer de inwoner het zei, niet wanneer het ingaat.' }],
      });
    }
    if (given && standing.chain.consentBy !== undefined) {
      insistOnGiver(standing.chain, { given, by }, await ageInCase(context, standing.state.case, standing.now), '/by');
    }
    const command: Agree = { kind: 'consent', actor, purpose, given, by, on: at.day };
    return { command, filled: null, pointer: '/at' };
  },
};

function isConsent(action: Action): action is Extract<Action, { action: 'consent' }> {
  return action.action === 'consent';
}
