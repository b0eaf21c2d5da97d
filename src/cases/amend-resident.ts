import { localDateOf } from '../engine/calendar/amsterdam.ts';
import type { Amend } from '../engine/messages.ts';
import { roleAmong } from '../engine/parties.ts';
import { accountableOf, senderOf } from '../engine/state.ts';
import type { AnyChain } from '../language/define.ts';
import { readCase } from '../reading/case-row.ts';
import { birthdaysElsewhere } from './birthdays-elsewhere.ts';
import { CaseError } from './case-error.ts';
import { changeCase, type Request, type Verb } from './command-on-case.ts';
import type { CaseContext } from './context.ts';
import type { CaseView } from './look/case-view.ts';
import { personKeyOf } from './look/personal.ts';
import { drawAfter } from './look/see-case.ts';
import { ageOn } from './resident/age.ts';
import {
  amendIdentity,
  type Amended,
  type Amendment,
  amendmentSchema,
  announceHashes,
} from './resident/amend-identity.ts';
import { birthdaysOf } from './resident/birthdays.ts';
import { missedByAge, outsideGroup } from './target-group.ts';

/** Changes particulars of the person. Which ones goes to the case; what they are stays sealed. */
export const amend: Verb<Amendment> = {
  deed: 'case.amend',
  schema: amendmentSchema,
  unclear: 'De gegevens zijn niet goed ingevuld.',
  prepare: async (context, standing, changes, asking) => {
    const { chain, state, subject } = standing;
    const row = await readCase(context.db, state.case);
    const key = row === undefined ? null : personKeyOf(context.ring, row);
    if (row === undefined || row.identity === null || key === null) {
      throw new CaseError('ended', 'De gegevens van dit traject zijn gewist.');
    }
    const { organisation, practitioner } = subject;
    const accountable = accountableOf(state);
    const regie = accountable === null ? undefined : roleAmong([accountable], subject);
    const role = regie ?? roleAmong([senderOf(state)], subject);
    if (role === undefined) {
      throw new CaseError('forbidden', 'De gegevens wijzigt wie de regie heeft, of wie verwees.');
    }
    const mayTell = regie !== undefined && organisation !== null && (await context.directory.mayHaveBsn(organisation));
    const { resident, identity } = row;
    const amended = await amendIdentity(context, { resident, identity, key }, changes, mayTell);
    const { fields, born } = amended;
    const moves = born.is !== born.was;
    insistOnAge(chain, born, localDateOf(state.startedAt));
    await announceHashes(context, resident, amended);
    const actor = { role, organisation, practitioner };
    const birthdays = moves ? birthdaysOf(chain, born.is) : {};
    const command: Amend = {
      kind: 'amend',
      actor,
      fields,
      ...(Object.keys(birthdays).length === 0 ? {} : { birthdays }),
    };
    const others = { actor, birthDate: born.is };
    const beside = moves ? await birthdaysElsewhere(context, standing, asking, resident, others) : undefined;
    const filled = { step: 'inwoner', sealed: amended.sealedIdentity };
    return { command, filled, pointer: moves ? '/birthDate' : '', ...(beside === undefined ? {} : { beside }) };
  },
};

/**
 * @throws CaseError `not-in-target-group` for an age at which nobody could have been referred on that day. Who came over
 * from another chain was younger already.
 */
function insistOnAge(chain: AnyChain, { was, is }: Amended['born'], day: string): void {
  const before = missedByAge(chain, ageOn(was, day));
  const missed = missedByAge(chain, ageOn(is, day)).filter((criterion) => !before.includes(criterion));
  if (missed.length === 0) return;
  throw outsideGroup(
    `Met deze geboortedatum hoort de inwoner niet bij de doelgroep van ${chain.label}. Klopt de datum wel? Stop dan dit traject en verwijs opnieuw.`,
    missed.map((criterion) => ({ criterion, pointer: '/birthDate' })),
  );
}

/** `PATCH /cases/{id}/resident`. @returns the case with the person as they are known now. */
export function amendResident(context: CaseContext, request: Request): Promise<CaseView> {
  const { asking } = request;
  return changeCase(context, amend, request, async ({ seen, state }) => {
    const row = await readCase(context.db, seen.row.id, null, asking.subject.organisation);
    return drawAfter(context, asking, { ...seen, row: row ?? seen.row }, state);
  });
}
