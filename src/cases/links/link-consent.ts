import { localDateOf } from '../../engine/calendar/amsterdam.ts';
import type { Couple } from '../../engine/messages.ts';
import type { CaseState } from '../../engine/state.ts';
import { consentGivers, TRANSFER } from '../../language/define.ts';
import { readConsents } from '../../reading/consents.ts';
import { readFacts } from '../../reading/state-at.ts';
import { CaseError } from '../case-error.ts';
import type { CaseContext } from '../context.ts';
import { purposes, type ReferralRequest } from '../referral-request.ts';
import { AHEAD_MS } from '../when.ts';

type Consent = NonNullable<ReferralRequest['consent']>;

/** Consent that was given for a transfer just now; a moment ahead is a mistake. */
function givesTransfer(consent: Consent | undefined, now: number): boolean {
  if (consent?.given !== true || Date.parse(consent.at) > now + AHEAD_MS) return false;
  return (consent.purposes ?? purposes).includes(TRANSFER);
}

/**
 * The consent that a coupling of two cases rests on: that of both, or one for just this.
 * @returns what the coupling says of it; undefined where the cases say it. @throws CaseError `consent-missing`.
 */
export function insistOnConsent(
  both: readonly CaseState[],
  consent: Consent | undefined,
  now: number,
): Couple['consent'] | undefined {
  if (consent !== undefined) {
    if (givesTransfer(consent, now)) return { by: consent.by, on: localDateOf(Date.parse(consent.at)) };
    throw missing('/consent', 'Vul in: given (true), at (niet in de toekomst), by en het doel overdracht.');
  }
  if (both.every(({ consents }) => consents.includes(TRANSFER))) return undefined;
  throw missing(
    '/consent',
    'In een van de trajecten is er geen toestemming voor de overdracht. Vraag die en vul haar in.',
  );
}

function missing(pointer: string, detail: string): CaseError {
  return new CaseError('consent-missing', 'Voor deze koppeling is toestemming van de inwoner nodig.', {
    errors: [{ pointer, detail }],
  });
}

/** The consent of a case, for one that it shares it with; undefined where there is none for the transfer. */
export async function consentIn({ db }: CaseContext, state: CaseState): Promise<Consent | undefined> {
  const given = purposes.filter((purpose) => state.consents.includes(purpose));
  if (!given.includes(TRANSFER)) return undefined;
  const [rows, facts] = await Promise.all([readConsents(db, state.case), readFacts(db, state.case, state.seq)]);
  const referred = rows.find(({ purpose }) => purpose === TRANSFER);
  const since = facts.findLast(
    (fact) =>
      (fact.fact === 'agreed' && fact.purpose === TRANSFER && fact.given) ||
      (fact.fact === 'consented' && fact.purposes.includes(TRANSFER)),
  );
  const by = since === undefined ? referred?.by : since.fact === 'agreed' ? since.by : undefined;
  const at = since?.at ?? referred?.at ?? state.startedAt;
  return {
    given: true,
    at: new Date(Number(at)).toISOString(),
    by: consentGivers.find((giver) => giver === by) ?? 'inwoner',
    purposes: given,
  };
}
