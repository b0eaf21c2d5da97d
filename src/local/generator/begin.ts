import { CaseError } from '../../cases/case-error.ts';
import { checkForm } from '../../cases/check-form.ts';
import { birthdaysAhead } from '../../cases/resident/birthdays.ts';
import { ageOn } from '../../cases/resident/age.ts';
import { insistOnTargetGroup } from '../../cases/target-group.ts';
import { localDateOf } from '../../engine/calendar/amsterdam.ts';
import type { LocalDate } from '../../engine/calendar/local-date.ts';
import { stepOf } from '../../engine/holders.ts';
import type { KnobValue, Refer } from '../../engine/messages.ts';
import { type AnyChain, consentGivers, type ConsentGiver } from '../../language/define.ts';
import { resolveKnobs } from '../../language/knobs.ts';
import { formOf, rolesOf } from '../../language/targets.ts';
import { choicesOf } from '../demo-region/variants.ts';
import { filled } from './forms/every-chain.ts';
import type { StepHabit } from './habits.ts';
import { partiesOfCase, practitionerAt } from './parties.ts';
import type { Person } from './person.ts';
import { expected } from './pregnancy.ts';
import type { Random } from './random.ts';

/** A form as it stands beside a command: the step, and what was written. */
export interface Written {
  readonly step: string;
  readonly data: { readonly form: unknown };
}

export interface Beginning {
  readonly command: Refer;
  readonly form: Written | null;
  readonly consent: { readonly by: ConsentGiver; readonly at: number } | null;
}

interface Begins {
  readonly chain: AnyChain;
  readonly case: string;
  readonly person: Person;
  readonly role: string;
  readonly organisation: string;
  readonly entry: string;
  readonly habit: StepHabit | undefined;
  readonly now: number;
  readonly random: Random;
  readonly level: number;
  /** Of a case that it hangs together with. */
  readonly parties?: Readonly<Record<string, string>>;
  readonly before?: Pick<Refer, 'previous' | 'marks'>;
}

/** A referral as a professional would send it; undefined where the chain is not for this person. */
export function beginningOf(begins: Begins): Beginning | undefined {
  const { chain, person, role, organisation, entry, now, random, before = {} } = begins;
  const today = localDateOf(now);
  const { birthDate } = person.identity;
  const age = ageOn(birthDate, today);
  const { municipality, kern } = person;
  const knobs = resolveKnobs(chain, choicesOf(chain.id, municipality, kern));
  const entered = enteredWith(begins, { age, knobs, today });
  const codes = Object.entries(entered.kept).map(([code, value]) => ({ code, value, pointer: '' }));
  if (!isFor(chain, { age, entry, codes, knobs })) return undefined;
  const anchors = { ...expected(chain, entry, today, random), ...birthdaysAhead(chain, birthDate, today) };
  const consents = asksConsent(chain, entry, role) ? (random.chance(0.85) ? BOTH : ['overdracht']) : [];
  return {
    command: {
      kind: 'refer',
      case: begins.case,
      chain: chain.id,
      version: chain.version,
      municipality,
      kern,
      entry,
      actor: { role, organisation, practitioner: practitionerAt(organisation, role) },
      parties: partiesOfCase(chain, person, { role, organisation }, begins.parties),
      knobs,
      consents,
      ...(Object.keys(anchors).length === 0 ? {} : { anchors }),
      ...before,
      ...(entered.decision === undefined ? {} : { decision: entered.decision }),
    },
    form: entered.form,
    consent: consents.length === 0 ? null : { by: giverAt(chain, age), at: now },
  };
}

/** Who consents at this age (whole years). */
export function giverAt({ consentBy = [] }: AnyChain, age: number): ConsentGiver {
  return consentBy.find(({ under = Infinity }) => age < under)?.by[0] ?? consentGivers[0];
}

const BOTH = ['overdracht', 'terugkoppeling'];

/** Consent comes with the referral, unless who refers has yet to ask for it. */
function asksConsent(chain: AnyChain, entry: string, role: string): boolean {
  return chain.afterConsent.includes(entry) || !rolesOf(stepOf(chain, entry)).includes(role);
}

function isFor(chain: AnyChain, told: Parameters<typeof insistOnTargetGroup>[1]): boolean {
  try {
    insistOnTargetGroup(chain, told);
    return true;
  } catch (error) {
    if (error instanceof CaseError) return false;
    throw error;
  }
}

interface Entered {
  readonly decision?: NonNullable<Refer['decision']>;
  readonly form: Written | null;
  readonly kept: Readonly<Record<string, string>>;
}

/** Whoever may do the first step does it with the referral, mostly; where there is nothing to choose, always. */
function enteredWith(
  { chain, entry, role, habit, random, person, level }: Begins,
  now: { readonly age: number; readonly knobs: Readonly<Record<string, KnobValue>>; readonly today: LocalDate },
): Entered {
  const step = stepOf(chain, entry);
  const outcomes = Object.keys(step.outcomes);
  const only = outcomes.length === 1;
  const nothing: Entered = { form: null, kept: {} };
  if (step.kind === 'rule' || !rolesOf(step).includes(role) || (!only && random.chance(0.25))) return nothing;
  const name = formOf(step);
  const { geen, ...raised } = habit?.outcomes ?? {};
  // Nobody is referred whom the chain is not for.
  const fitting = name === 'ggr' || geen === undefined ? raised : { ...raised, geen };
  const outcome = only ? outcomes[0] : random.weighted(fitting);
  if (outcome === undefined) return nothing;
  const woman = person.identity.sex === 'vrouw';
  const form =
    name === undefined ? undefined : filled(chain.id, name, { random, outcome, woman, level, kept: {}, ...now });
  const { data, proposed, kept } = checkForm(chain, entry, step, outcome, form, { age: now.age });
  return {
    decision: {
      outcome,
      ...(proposed === undefined ? {} : { proposed }),
      ...(Object.keys(kept).length === 0 ? {} : { kept }),
    },
    form: data === null ? null : { step: entry, data: { form: data } },
    kept,
  };
}
