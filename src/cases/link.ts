import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { permitCase, permitRole } from '../access/permit.ts';
import { definitionOf } from '../chains/index.ts';
import type { Action } from '../engine/actions.ts';
import type { Couple } from '../engine/messages.ts';
import { linkTypes } from '../language/define.ts';
import { type CaseRow, readCase } from '../reading/case-row.ts';
import { CaseError } from './case-error.ts';
import { ownAction, type Prepared, type Verb } from './command-on-case.ts';
import type { CaseContext } from './context.ts';
import { recordOnCase } from './many/record-on-case.ts';
import type { Standing } from './look/action-view.ts';
import { relationsOf } from './look/relations.ts';
import { prepareReferral } from './prepare-referral.ts';
import { recordReferral } from './refer.ts';
import { id, referralSchema } from './referral-request.ts';
import { rehearse } from './refusal-of.ts';
import { rehearseReferral } from './rehearse-referral.ts';
import { identityIn } from './resident/identity-in.ts';
import { identitySchema } from './resident/identity.ts';
import { accessOf, type Asking, recordRefusal } from './visit.ts';

const FAMILY = 'zelfde-gezin';

const linkSchema = z
  .strictObject({
    type: z.enum(Object.keys(linkTypes), `Kies uit: ${Object.keys(linkTypes).join(', ')}.`),
    chain: id.optional(),
    case: z.uuid('Vul het nummer van het andere traject in.').toLowerCase().optional(),
    resident: identitySchema.optional(),
    consent: referralSchema.shape.consent,
    /** As in a referral: where the new case begins, and what is decided there at once. */
    entry: id.optional(),
    outcome: id.optional(),
    form: z.record(z.string(), z.unknown()).optional(),
  })
  .refine(({ chain, case: other }) => (chain === undefined) !== (other === undefined), {
    path: ['case'],
    message: 'Noem een traject dat er al is (case), of de keten voor een nieuw traject (chain): een van beide.',
  })
  .refine(({ type, chain, resident }) => resident === undefined || (chain !== undefined && type === FAMILY), {
    path: ['resident'],
    message: `Een andere inwoner noemt u alleen bij een nieuw traject voor ${FAMILY}.`,
  })
  .superRefine(({ case: other, consent, entry, outcome, form }, context) => {
    if (other === undefined) return;
    for (const [field, value] of Object.entries({ consent, entry, outcome, form })) {
      if (value === undefined) continue;
      context.addIssue({
        code: 'custom',
        path: [field],
        message: 'Dit hoort bij een nieuw traject. Laat het weg als het er al is.',
      });
    }
  });
type LinkRequest = z.infer<typeof linkSchema>;

/** Couples a case with another one, or with a new one in another chain: both sides know it, in one transaction. */
export const link: Verb<LinkRequest> = {
  deed: 'case.link',
  schema: linkSchema,
  unclear: 'De koppeling is niet goed ingevuld.',
  prepare: async (context, standing, request, asking) => {
    const { actor } = ownAction(standing, isLink);
    const { type, case: other, chain } = request;
    const own = await readCase(context.db, standing.state.case);
    if (own === undefined) throw new Error('a case has disappeared');
    const couple = { kind: 'link', actor, type } as const;
    if (other !== undefined) return withCase(context, standing, own, couple, other, asking);
    return withChain(context, standing, own, couple, { ...request, chain: chain ?? '' }, asking);
  },
};

type Coupling = Pick<Couple, 'kind' | 'actor' | 'type'>;

function isLink(action: Action): action is Extract<Action, { action: 'link' }> {
  return action.action === 'link';
}

/** The other side of a coupling: it is told the same of this case. */
function mirrorOf({ state }: Standing, coupling: Coupling): Couple {
  return { ...coupling, chain: state.chain, case: state.case, mirrored: true };
}

async function withCase(
  context: CaseContext,
  standing: Standing,
  own: CaseRow,
  coupling: Coupling,
  id: string,
  asking: Asking,
): Promise<Prepared> {
  if (id === standing.state.case) throw wrong('/case', 'Een traject kan niet aan zichzelf worden gekoppeld.');
  const row = await readCase(context.db, id);
  const state = row?.state ?? null;
  const chain = state === null ? undefined : definitionOf(state.chain, state.version);
  const verdict =
    state === null || chain === undefined
      ? undefined
      : permitCase(relationsOf(chain, state, standing.subject, row?.took_part), 'case.read');
  if (row === undefined || state === null || chain === undefined || verdict?.allowed !== true) {
    if (row !== undefined) await recordRefusal(context, asking, id);
    throw wrong('/case', 'Dit traject bestaat niet, of u mag het niet zien.');
  }
  // Where the existence of a case is confidential, every practice has a dossier of its own of one person.
  const apart = [chain, standing.chain].some(({ confidentialExistence }) => confidentialExistence === true);
  if (row.resident !== own.resident && coupling.type !== FAMILY && !apart) {
    throw wrong('/type', `Trajecten van twee inwoners koppelt u als ${FAMILY}.`);
  }
  if (state.status === 'ended') throw new CaseError('ended', 'Het andere traject is al beëindigd.');
  const mirror = mirrorOf(standing, coupling);
  rehearse(chain, state, id, mirror, standing.now, () => ({ pointer: '/type' }));
  return {
    command: { ...coupling, chain: state.chain, case: id },
    filled: null,
    pointer: '/type',
    beside: {
      locks: [id],
      record: async (tx, { origin }) => {
        const command = { id: randomUUID(), caseId: id, command: mirror };
        return [await recordOnCase(context, tx, asking, verdict.policy, origin, command)];
      },
    },
  };
}

/** A referral of the caller into another chain, by the same way as any other, and coupled from its first moment. */
async function withChain(
  context: CaseContext,
  standing: Standing,
  own: CaseRow,
  coupling: Coupling,
  { chain, resident, consent, entry, outcome, form }: LinkRequest & { readonly chain: string },
  asking: Asking,
): Promise<Prepared> {
  const { state, subject } = standing;
  const verdict = permitRole(subject, 'referral.create');
  if (!verdict.allowed) throw new CaseError('forbidden', 'Met uw rol kunt u niet verwijzen.');
  if (consent?.given !== true) {
    throw new CaseError('consent-missing', 'Voor een nieuw traject is toestemming van de inwoner nodig.', {
      errors: [{ pointer: '/consent', detail: 'Vul in: given (true), at en by.' }],
    });
  }
  const identity = resident ?? identityIn(context.ring, own);
  if (identity === null) throw new CaseError('ended', 'De gegevens van dit traject zijn gewist.');
  const { municipality, kern } = state;
  const place = { municipality, ...(kern === null ? {} : { kern }) };
  const begin = { entry, outcome, form };
  const referral = await prepareReferral(context, subject, { chain, ...place, resident: identity, consent, ...begin });
  rehearseReferral(referral.command, standing.now);
  const ids = { command: randomUUID(), case: randomUUID() };
  return {
    command: { ...coupling, chain, case: ids.case },
    filled: null,
    pointer: '/type',
    beside: {
      locks: [],
      record: async (tx, { origin }) => {
        const beside = { ...origin, path: `${origin.path}#${ids.command}`, key: null };
        const access = (caseId: string) => accessOf(context, asking, 'C', caseId, verdict);
        const started = await recordReferral(context, tx, referral, beside, ids, access);
        if (started === null) throw new Error('a request without a key was there before');
        const first = { id: ids.command, caseId: ids.case, attempt: 1, knownSeq: 0, earlierOpen: false, ...started };
        const mirror = { id: randomUUID(), caseId: ids.case, command: mirrorOf(standing, coupling) };
        const { requestId } = asking;
        return [{ ...first, requestId }, await recordOnCase(context, tx, asking, verdict.policy, origin, mirror)];
      },
    },
  };
}

function wrong(pointer: string, detail: string): CaseError {
  return new CaseError('invalid-input', 'Deze trajecten kunnen zo niet worden gekoppeld.', {
    errors: [{ pointer, detail }],
  });
}
