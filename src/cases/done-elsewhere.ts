import { contentOf, type Person } from '../chains/index.ts';
import { stepOf } from '../engine/holders.ts';
import type { DoneElsewhere } from '../engine/messages.ts';
import type { AnyChain, HeldStep, Outcome, Step } from '../language/define.ts';
import { formOf, isHeld, keepsOf, stepAfter, targetsOf } from '../language/targets.ts';
import { CaseError, type Pointed } from './case-error.ts';
import { checkForm } from './check-form.ts';
import { keptCodes } from './kept-codes.ts';
import type { ReferralRequest } from './referral-request.ts';
import { ageOn } from './resident/age.ts';

type Given = NonNullable<ReferralRequest['done']>[number];

export interface StepsDone {
  /** For the case, in order of time. */
  readonly done: readonly DoneElsewhere[];
  /** What was filled in elsewhere: sealed, outside the case. */
  readonly forms: readonly { readonly step: string; readonly form: unknown }[];
}

/** Between which local days (YYYY-MM-DD) it can have been. */
interface Life {
  readonly birthDate: string;
  readonly today: string;
}

/**
 * Steps that were taken outside, before this referral: each leads to where the case begins. A form is checked whole; who
 * only knows the outcome leaves it out. @throws CaseError `invalid-input` with a pointer to each thing that cannot be.
 */
export function doneElsewhere(chain: AnyChain, entry: string, given: readonly Given[] = [], life: Life): StepsDone {
  const errors = given.flatMap((each, index) => {
    const twice = given.findIndex(({ step }) => step === each.step) < index;
    const found = twice ? [{ pointer: '/step', detail: 'Deze stap staat er al. Noem elke stap één keer.' }] : [];
    return [...found, ...problemsOf(chain, entry, each, life)].map(({ pointer, detail }) => ({
      pointer: `/done/${index}${pointer}`,
      detail,
    }));
  });
  if (errors.length > 0) throw new CaseError('invalid-input', 'Een stap die al gedaan is, klopt niet.', { errors });
  const read = given.map((each, index) => readForm(chain, each, `/done/${index}`, life));
  const ordered = read.toSorted((a, b) => (a.done.on < b.done.on ? -1 : a.done.on > b.done.on ? 1 : 0));
  return {
    done: ordered.map(({ done }) => done),
    forms: ordered.flatMap(({ done: { step }, form }) => (form === null ? [] : [{ step, form }])),
  };
}

function problemsOf(chain: AnyChain, entry: string, { step: id, outcome, at }: Given, life: Life): readonly Pointed[] {
  const step = heldNamed(chain, id);
  return [
    ...(step === undefined
      ? [{ pointer: '/step', detail: `Deze stap is er niet in deze keten. Kies uit: ${before(chain, entry)}.` }]
      : wrongPlace(chain, entry, id, step, outcome)),
    ...wrongDay(at, life),
  ];
}

function wrongDay(at: string, { birthDate, today }: Life): readonly Pointed[] {
  if (at > today)
    return [{ pointer: '/at', detail: 'Deze dag ligt in de toekomst. Vul in wanneer de stap gedaan is.' }];
  if (at < birthDate) return [{ pointer: '/at', detail: 'Deze dag ligt voor de geboorte. Controleer de datum.' }];
  return [];
}

function wrongPlace(chain: AnyChain, entry: string, id: string, step: HeldStep, outcome: string): readonly Pointed[] {
  if (id === entry) {
    const detail = `Hier begint dit traject. Geef de uitkomst van ${id} mee in outcome, of kies een latere stap als entry.`;
    return [{ pointer: '/step', detail }];
  }
  if (!precedes(chain, entry, id)) {
    const detail = `De stap ${id} komt niet voor ${entry}, waar dit traject begint. Kies uit: ${before(chain, entry)}.`;
    return [{ pointer: '/step', detail }];
  }
  const chosen = Object.hasOwn(step.outcomes, outcome) ? step.outcomes[outcome] : undefined;
  const names = Object.keys(step.outcomes);
  if (chosen === undefined) return [{ pointer: '/outcome', detail: `Kies uit: ${names.join(', ')}.` }];
  const after = leadsFrom(chain, [chosen]);
  if (after.has(entry)) return [];
  const fitting = names.filter((name) => leadsFrom(chain, [step.outcomes[name] ?? chosen]).has(entry)).join(', ');
  const detail =
    after.size === 0
      ? `Met ${outcome} eindigt het traject bij ${id}: dan is er niets te verwijzen. Bij ${entry} past: ${fitting}.`
      : `Met ${outcome} bij ${id} komt niemand bij ${entry}. Daarbij past: ${fitting}. Of kies een andere entry.`;
  return [{ pointer: '/outcome', detail }];
}

/** The steps that lead to where the case begins, for who has to choose one. */
function before(chain: AnyChain, entry: string): string {
  const steps = Object.keys(chain.steps).filter(
    (id) => heldNamed(chain, id) !== undefined && precedes(chain, entry, id),
  );
  return steps.length === 0 ? 'geen enkele stap; laat done weg' : steps.join(', ');
}

/** Whether someone can come to a step before ever being at the entry, and from there to the entry. */
function precedes(chain: AnyChain, entry: string, id: string): boolean {
  if (id === entry || !leadsFrom(chain, outcomesOf(chain, id)).has(entry)) return false;
  const after = leadsFrom(chain, outcomesOf(chain, entry));
  const starts = Object.values(chain.entries).flat();
  return starts.some(
    (start) =>
      start !== entry &&
      !after.has(start) &&
      (start === id || leadsFrom(chain, outcomesOf(chain, start), entry).has(id)),
  );
}

function outcomesOf(chain: AnyChain, id: string): readonly Outcome[] {
  return Object.values<Outcome>(stepOf(chain, id).outcomes);
}

/** Every step that these outcomes lead to, not further than `until`. What begins the chain anew is another pass. */
function leadsFrom(chain: AnyChain, outcomes: readonly Outcome[], until?: string): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (some: readonly Outcome[]): void => {
    for (const { to } of some.filter(({ anew }) => anew !== true)) {
      for (const next of targetsOf(to).flatMap((target) => stepAfter(target) ?? [])) {
        if (found.has(next)) continue;
        found.add(next);
        if (next !== until) look(outcomesOf(chain, next));
      }
    }
  };
  look(outcomes);
  return found;
}

function heldNamed(chain: AnyChain, id: string): HeldStep | undefined {
  const step: Step | undefined = Object.hasOwn(chain.steps, id) ? chain.steps[id] : undefined;
  return step !== undefined && isHeld(step) ? step : undefined;
}

function readForm(
  chain: AnyChain,
  { step: id, outcome, at, form }: Given,
  at0: string,
  { birthDate }: Life,
): { done: DoneElsewhere; form: unknown } {
  const step = stepOf(chain, id);
  const { data, kept } =
    form === undefined
      ? { data: null, kept: knownWithout(chain, step, outcome) }
      : checked(chain, id, step, outcome, form, at0, { age: ageOn(birthDate, at) });
  return { done: { step: id, outcome, on: at, ...(Object.keys(kept).length === 0 ? {} : { kept }) }, form: data };
}

/** Of the codes that the case keeps: those that the outcome alone tells. */
function knownWithout(chain: AnyChain, step: Step, outcome: string): Readonly<Record<string, string>> {
  const schema = contentOf(chain.id, chain.version).forms[formOf(step) ?? ''];
  return schema === undefined ? {} : keptCodes(keepsOf(step), outcome, schema, {});
}

function checked(
  chain: AnyChain,
  id: string,
  step: Step,
  outcome: string,
  form: unknown,
  prefix: string,
  person: Person,
): ReturnType<typeof checkForm> {
  try {
    return checkForm(chain, id, step, outcome, form, person);
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    const errors = (error.more.errors ?? []).map(({ pointer, detail }) => ({ pointer: prefix + pointer, detail }));
    throw new CaseError(error.code, error.message, { ...error.more, errors });
  }
}
