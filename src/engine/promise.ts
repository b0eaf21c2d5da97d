import { COUPLING, type Outcome, SHARES_INTAKE, INTAKE_SERVES } from '../language/define.ts';
import { addDuration, parseDuration } from './calendar/duration.ts';
import { type LocalDate, parseLocalDate } from './calendar/local-date.ts';
import type { Draft } from './draft.ts';
import { openStep } from './open.ts';
import type { CaseState, OpenStep } from './state.ts';

type Promised = NonNullable<Outcome['link']>;
interface Coupled {
  readonly type: string;
  readonly chain: string;
}

/** Notes that an outcome promises a case elsewhere; one that stands already stands once. */
export function promise(draft: Draft, step: string, { type, chain, asks }: Promised): void {
  if (asks !== undefined && asked(draft.state, { type, chain }) !== undefined) return;
  draft.add({ fact: 'linked', step, type, chain });
}

/** A promise without a case behind it stays open with whoever is accountable, beside everything else. */
export function keepOpen(draft: Draft, { type, chain, asks }: Promised): void {
  if (asks === undefined || asked(draft.state, { type, chain }) !== undefined) return;
  openStep(draft, asks, { branch: `main/${asks}#${chain}`, variant: { type }, item: chain });
}

/** The case that was promised is there: nobody has to be asked for it any more. */
export function fulfil(draft: Draft, coupled: Coupled): void {
  const opened = asked(draft.state, coupled);
  if (opened !== undefined) draft.add({ fact: 'lapsed', step: opened.step, openStep: opened.id });
}

/** The opening that asks for such a case. */
function asked({ open, withheld }: CaseState, { type, chain }: Coupled): OpenStep | undefined {
  return [...open, ...withheld.open].find(
    ({ step, item, variant }) => step === COUPLING && item === chain && variant['type'] === type,
  );
}

/** Why it cannot be said that the other case runs; undefined when it can, or when that is not what is said. */
export function obstacleToStarted({ links }: CaseState, opened: OpenStep, outcome: string): string | undefined {
  if (opened.step !== COUPLING || outcome !== 'gestart') return undefined;
  const runs = links.some((link) => link.case !== undefined && link.chain === opened.item);
  return runs ? undefined : 'Koppel eerst het andere traject. Gaat het niet door? Leg dat dan vast.';
}

/** The local day of the last intake of a coupled case that may serve here too. */
export function sharedIntakeDay(links: CaseState['links']): string | undefined {
  const days = links.flatMap(({ type, intake }) => (SHARES_INTAKE.includes(type) ? (intake ?? []) : []));
  return days.toSorted().at(-1);
}

/**
 * Why an intake that was done in a coupled case cannot serve again. Where none is known here, it was done outside, and
 * the professional judges.
 */
export function obstacleToReuse({ links }: CaseState, { reuses }: Outcome, today: LocalDate): string | undefined {
  if (reuses === undefined) return undefined;
  const last = sharedIntakeDay(links);
  if (last === undefined || today <= addDuration(parseLocalDate(last), parseDuration(INTAKE_SERVES))) return undefined;
  return `De intake is van ${last}, en dus ouder dan zes maanden. Doe een nieuwe intake.`;
}
