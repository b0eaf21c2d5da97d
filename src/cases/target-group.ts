import { z } from 'zod';
import { contentOf } from '../chains/index.ts';
import type { KnobValue } from '../engine/messages.ts';
import type { AnyChain, Criterion } from '../language/define.ts';
import { formOf, keepsOf } from '../language/targets.ts';
import { CaseError } from './case-error.ts';
import type { ReferralRequest } from './referral-request.ts';

/** What a referral tells, and what the place has chosen. */
export interface Told {
  /** In whole years, on the day of the referral. */
  readonly age: number;
  readonly entry: string;
  readonly codes: readonly CodeTold[];
  readonly knobs: Readonly<Record<string, KnobValue>>;
}

interface CodeTold {
  readonly code: string;
  readonly value: string;
  /** Where in the request it stands. */
  readonly pointer: string;
}

/**
 * Insists that a chain is for this person, on the day of the referral.
 * @throws CaseError `not-in-target-group`: each criterion that is not met, and where the resident can go instead.
 */
export function insistOnTargetGroup(chain: AnyChain, told: Told): void {
  const missed = missedBy(chain, told);
  if (missed.length > 0) throw outsideGroup(`Deze inwoner hoort niet bij de doelgroep van ${chain.label}.`, missed);
}

/** Names each criterion that is not met, and where the resident can go instead. */
export function outsideGroup(message: string, missed: readonly Missed[]): CaseError {
  return new CaseError('not-in-target-group', message, {
    errors: missed.map(({ criterion: { label }, pointer }) => ({ pointer, detail: label })),
    allowed: missed.map(({ criterion: { instead } }) => ({ instead })),
  });
}

interface Missed {
  readonly criterion: Criterion;
  readonly pointer: string;
}

function missedBy(chain: AnyChain, told: Told): readonly Missed[] {
  return (chain.inclusion ?? [])
    .filter(({ begins }) => begins === undefined || begins.includes(told.entry))
    .flatMap((criterion) => {
      const pointer = pointerTo(criterion, told);
      return pointer === undefined ? [] : [{ criterion, pointer }];
    });
}

/** Where in the request stands what does not meet this criterion; undefined when it is met, or not told. */
function pointerTo(criterion: Criterion, { age, codes, knobs }: Told): string | undefined {
  if (!('code' in criterion)) {
    const { minAge = 0, maxAge = Infinity } = criterion;
    return age >= minAge && age <= maxAge ? undefined : '/resident/birthDate';
  }
  const fits = 'in' in criterion ? criterion.in : (criterion.cases[knobs[criterion.byKnob]?.value ?? ''] ?? []);
  const told = codes.findLast(({ code }) => code === criterion.code);
  return told === undefined || fits.includes(told.value) ? undefined : told.pointer;
}

/** The criteria that someone of this age (whole years) did not meet, by that alone. */
export function missedByAge(chain: AnyChain, age: number): readonly Criterion[] {
  return missedBy(chain, { age, entry: '', codes: [], knobs: {} }).map(({ criterion }) => criterion);
}

/**
 * The codes that come with a referral, the newest last: of steps that were done elsewhere, and of the entry step. What
 * else is wrong with them is said later: a value that its form does not know is no code.
 */
export function codesTold(chain: AnyChain, entry: string, request: ReferralRequest): readonly CodeTold[] {
  const { outcome, form, done = [] } = request;
  const before = done
    .map((each, index) => ({ ...each, where: `/done/${index}` }))
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return [...before, { step: entry, outcome, form, where: '' }].flatMap((given) => codesIn(chain, given));
}

interface Given {
  readonly step: string;
  readonly outcome?: string | undefined;
  readonly form?: Readonly<Record<string, unknown>> | undefined;
  readonly where: string;
}

function codesIn(chain: AnyChain, { step: id, outcome, form, where }: Given): readonly CodeTold[] {
  const step = Object.hasOwn(chain.steps, id) ? chain.steps[id] : undefined;
  if (step === undefined) return [];
  const fields = contentOf(chain.id, chain.version).forms[formOf(step) ?? '']?.shape ?? {};
  return keepsOf(step).flatMap((code): CodeTold[] => {
    if (!Object.hasOwn(fields, code)) {
      const known = outcome !== undefined && Object.hasOwn(step.outcomes, outcome);
      return known ? [{ code, value: outcome, pointer: `${where}/outcome` }] : [];
    }
    const { data } = z.safeParse(fields[code] ?? z.never(), form?.[code]);
    return typeof data === 'string' ? [{ code, value: data, pointer: `${where}/form/${code}` }] : [];
  });
}
