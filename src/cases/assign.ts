import { z } from 'zod';
import type { Directory } from '../access/directory.ts';
import type { Subject } from '../access/subject.ts';
import { type Action, mayTake } from '../engine/actions.ts';
import type { Actor, Assign } from '../engine/messages.ts';
import { COORDINATOR, roleAmong } from '../engine/parties.ts';
import type { CaseState, OpenStep } from '../engine/state.ts';
import { mayGoTo, takersOf } from './candidates.ts';
import { CaseError } from './case-error.ts';
import { ownAction, type Verb } from './command-on-case.ts';
import { possibleNow, type Standing, standingActions } from './look/action-view.ts';
import { coordinates } from './look/relations.ts';

const uuid = z.uuid('Vul een nummer (uuid) in.').toLowerCase();

/** A practitioner: someone by number, the caller (`me`), or nobody in particular (null). */
export const whoSchema = z.union([z.literal('me'), uuid], 'Vul "me" in, het nummer van een collega, of null.');

const assignmentSchema = z
  .strictObject({
    openStep: z.string('Noem de open stap (openStep).').min(1).max(200),
    organisation: uuid.optional(),
    practitioner: whoSchema.nullable().optional(),
  })
  .refine(({ organisation, practitioner }) => organisation !== undefined || practitioner !== undefined, {
    path: ['practitioner'],
    message: 'Noem een collega, "me", null (terug naar het team), of een andere organisatie (organisation).',
  });
type AssignmentRequest = z.infer<typeof assignmentSchema>;
type Assigning = Extract<Action, { action: 'assign' }>;

/** Gives an open step to a person of the own organisation, or to another organisation. */
export const assign: Verb<AssignmentRequest> = {
  deed: 'case.assign',
  schema: assignmentSchema,
  unclear: 'De toewijzing is niet goed ingevuld.',
  prepare: async ({ directory }, standing, request) => {
    const { state, subject } = standing;
    const { openStep, organisation } = request;
    const opened = openedFor(standing, openStep);
    const moves = organisation !== undefined && organisation !== opened.organisation;
    const { actor, chooses } = actorFor(standing, openStep, moves);
    const practitioner = request.practitioner === 'me' ? insistOnMe(subject) : request.practitioner;
    if (moves && chooses) await insistOnTaker(directory, state, subject, opened, organisation);
    const inside = (moves ? organisation : opened.organisation) === subject.organisation;
    if (typeof practitioner === 'string' && inside) await insistOnColleague(directory, subject, practitioner);
    const command: Assign = {
      kind: 'assign',
      actor,
      openStep,
      ...(organisation === undefined ? {} : { organisation }),
      ...(practitioner === undefined ? {} : { practitioner }),
      ...(actor.role === COORDINATOR && subject.municipality !== null ? { municipality: subject.municipality } : {}),
    };
    const filled = null;
    return { command, filled, pointer: moves && typeof practitioner === 'string' ? '/practitioner' : '/organisation' };
  },
};

/** Of what is not stuck a ketencoordinator is not told whether it stands open. */
function openedFor(standing: Standing, openStep: string): OpenStep {
  const { state, subject } = standing;
  const found = standingActions(standing).find((action) => action.action === 'assign' && action.openStep === openStep);
  const opened = state.open.find(({ id }) => id === openStep);
  const onlyCoordinates = coordinates(subject, state) && found !== undefined && !mayTake(found, subject);
  if (found === undefined || opened === undefined || onlyCoordinates) {
    const allowed = possibleNow(standing);
    throw new CaseError('not-allowed-now', 'Deze stap staat niet (meer) open.', { allowed });
  }
  return opened;
}

/** Whoever is accountable as well as holder finds another organisation as accountable. */
function actorFor(
  standing: Standing,
  openStep: string,
  moves: boolean,
): { readonly actor: Actor; readonly chooses: boolean } {
  const isThis = (action: Action): action is Assigning => action.action === 'assign' && action.openStep === openStep;
  const { action, actor } = ownAction(standing, isThis);
  const inCharge = moves ? roleAmong(action.moves, standing.subject) : undefined;
  const chooses = inCharge !== undefined || actor.role === COORDINATOR;
  return { actor: { ...actor, role: inCharge ?? actor.role }, chooses };
}

/** @throws CaseError `invalid-input` for who acts for an organisation without being one of its professionals. */
export function insistOnMe({ practitioner }: Subject, pointer = '/practitioner'): string {
  if (practitioner !== null) return practitioner;
  throw new CaseError('invalid-input', 'U bent niet als zorgverlener bekend: een stap kan niet op uw naam.', {
    errors: [{ pointer, detail: 'Noem een collega, of laat de stap bij het team (null).' }],
  });
}

/**
 * Insists that someone works at the caller's organisation.
 * @throws CaseError `invalid-input` with the colleagues who can be chosen.
 */
export async function insistOnColleague(
  directory: Directory,
  { organisation }: Subject,
  practitioner: string,
  pointer = '/practitioner',
): Promise<void> {
  const colleagues = organisation === null ? [] : await directory.practitionersOf(organisation);
  if (colleagues.some((each) => each.practitioner === practitioner)) return;
  throw new CaseError('invalid-input', 'Deze persoon werkt niet bij uw organisatie.', {
    errors: [{ pointer, detail: 'Kies een collega uit allowed.' }],
    allowed: colleagues,
  });
}

async function insistOnTaker(
  directory: Directory,
  state: CaseState,
  subject: Subject,
  opened: OpenStep,
  organisation: string,
): Promise<void> {
  const takers = await takersOf(directory, state, opened);
  if (!takers.some((each) => each.organisation === organisation)) {
    throw new CaseError('invalid-input', 'De organisatie kan hier niet worden gekozen.', {
      errors: [
        {
          pointer: '/organisation',
          detail:
            takers.length === 0
              ? 'Geen andere organisatie in de regio doet dit in deze keten.'
              : 'Deze organisatie doet dit niet in deze keten. Kies een organisatie uit allowed.',
        },
      ],
      allowed: takers,
    });
  }
  if (mayGoTo(state, subject, organisation)) return;
  throw new CaseError(
    'consent-missing',
    'Zonder toestemming voor overdracht kan dit niet naar een andere organisatie.',
    {
      errors: [{ pointer: '/organisation', detail: 'Vraag de inwoner om toestemming en leg haar vast (consents).' }],
    },
  );
}
