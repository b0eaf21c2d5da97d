import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { permitCase } from '../access/permit.ts';
import { definitionOf } from '../chains/index.ts';
import type { Action } from '../engine/actions.ts';
import type { Couple } from '../engine/messages.ts';
import { FAMILY, linkTypesToChoose, namesResident } from '../language/define.ts';
import { type CaseRow, readCase } from '../reading/case-row.ts';
import { CaseError } from './case-error.ts';
import { ownAction, type Prepared, type Verb } from './command-on-case.ts';
import type { CaseContext } from './context.ts';
import { insistOnConsent } from './links/link-consent.ts';
import { insistOnDay, insistOnLink, wrongLink } from './links/link-refusals.ts';
import { mirrorOf, sideOf } from './links/mirror.ts';
import { beginSchema, openElsewhere } from './links/open-elsewhere.ts';
import { isSamePerson } from './links/same-person.ts';
import { recordOnCase } from './many/record-on-case.ts';
import type { Standing } from './look/action-view.ts';
import { relationsOf } from './look/relations.ts';
import { id } from './referral-request.ts';
import { rehearse } from './refusal-of.ts';
import { type Asking, recordRefusal } from './visit.ts';
import { day } from './when.ts';

const linkSchema = z
  .strictObject({
    type: z.enum(Object.keys(linkTypesToChoose), `Kies uit: ${Object.keys(linkTypesToChoose).join(', ')}.`),
    chain: id.optional(),
    case: z.uuid('Vul het nummer van het andere traject in.').toLowerCase().optional(),
    ...beginSchema.shape,
    /** The local day until which this case waits for the other. */
    until: day.optional(),
  })
  .refine(({ chain, case: other }) => (chain === undefined) !== (other === undefined), {
    path: ['case'],
    message: 'Noem een traject dat er al is (case), of de keten voor een nieuw traject (chain): een van beide.',
  })
  .superRefine(({ case: other, resident, entry, outcome, form }, context) => {
    if (other === undefined) return;
    for (const [field, value] of Object.entries({ resident, entry, outcome, form })) {
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
    const { type, case: other, chain, until } = request;
    insistOnDay(standing, type, until);
    const own = await readCase(context.db, standing.state.case);
    if (own === undefined) throw new Error('a case has disappeared');
    const day = until === undefined ? {} : { until };
    const couple = { kind: 'link', actor, type, ...day } as const;
    if (other !== undefined) return withCase(context, standing, own, couple, { ...request, case: other }, asking);
    const elsewhere = await openElsewhere(context, standing, own, { ...couple, chain: chain ?? '' }, request, asking);
    const command = { ...couple, chain: chain ?? '', ...elsewhere.link };
    return { command, filled: null, pointer: '/type', beside: elsewhere.beside };
  },
};

function isLink(action: Action): action is Extract<Action, { action: 'link' }> {
  return action.action === 'link';
}

async function withCase(
  context: CaseContext,
  standing: Standing,
  own: CaseRow,
  coupling: Pick<Couple, 'kind' | 'actor' | 'type' | 'until'>,
  { case: id, consent: given }: LinkRequest & { readonly case: string },
  asking: Asking,
): Promise<Prepared> {
  const { type } = coupling;
  if (id === standing.state.case) throw wrongLink('/case', 'Een traject kan niet aan zichzelf worden gekoppeld.');
  const row = await readCase(context.db, id);
  const state = row?.state ?? null;
  const chain = state === null ? undefined : definitionOf(state.chain, state.version);
  const verdict =
    state === null || chain === undefined
      ? undefined
      : permitCase(relationsOf(chain, state, standing.subject, row?.took_part), 'case.read');
  if (row === undefined || state === null || chain === undefined || verdict?.allowed !== true) {
    if (row !== undefined) await recordRefusal(context, asking, id);
    throw wrongLink('/case', 'Dit traject bestaat niet, of u mag het niet zien.');
  }
  const same = isSamePerson(context.ring, own, row);
  if (!same && !namesResident(type, standing.chain.id, chain.id)) {
    throw wrongLink('/type', `Trajecten van twee inwoners koppelt u als ${FAMILY}.`);
  }
  if (state.status === 'ended') throw new CaseError('ended', 'Het andere traject is al beëindigd.');
  insistOnLink(standing, { type, chain: state.chain, field: '/case' });
  const consent = insistOnConsent([standing.state, state], given, standing.now);
  const couple = { ...coupling, ...sideOf(same, type), ...(consent === undefined ? {} : { consent }) };
  const mirror = mirrorOf(standing, couple);
  rehearse(chain, state, id, mirror, standing.now, () => ({ pointer: '/type' }));
  return {
    command: { ...couple, chain: state.chain, case: id },
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
