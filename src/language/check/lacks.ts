import type { AnyChain, Lack, Step } from '../define.ts';
import { clocksOf, daysOf, isMoment, lengthOf, lengthsOf } from '../lengths.ts';
import { formOf, isHeld, triggerOf } from '../targets.ts';
import { basesOf } from './triggers.ts';
import { missingSteps } from './unknown.ts';

/** What a place may lack: never a terugkoppeling, a consent, the intake or a sourced term; and the case must go on. */
export function lackProblems(chain: AnyChain): readonly string[] {
  return Object.entries(chain.mayLack ?? {}).flatMap(([id, lack]) => {
    if (lack === undefined) return [];
    const step = Object.hasOwn(chain.steps, id) ? chain.steps[id] : undefined;
    const problems =
      step === undefined
        ? missingSteps(chain, [id])
        : [...keptProblems(chain, id, step), ...onwardProblems(chain, lack)];
    return problems.map((problem) => `mayLack ${id}: ${problem}`);
  });
}

/** Why a step must be everywhere. */
function keptProblems(chain: AnyChain, id: string, step: Step): string[] {
  const entered = Object.values(chain.entries).some((steps) => steps.includes(id));
  return [
    ...(step.kind === 'rule' ? ['it is a rule, which needs nobody and is everywhere'] : []),
    ...(chain.intake === id ? ['it is the intake'] : []),
    ...(entered ? ['a referral may begin there'] : []),
    ...(chain.group?.waits === id ? ['people wait there for a group'] : []),
    ...(step.join === undefined ? [] : ['branches come together there']),
    ...(Object.values(step.outcomes).some(({ gives }) => gives !== undefined) || isAboutConsent(id, step)
      ? ['consent is given there']
      : []),
    ...owedBy(chain, id, step).map((milestone) => `only there the referrer is told ${milestone}`),
    ...fixedBy(chain, id, step),
  ];
}

function isAboutConsent(id: string, step: Step): boolean {
  return [id, formOf(step) ?? ''].some((name) => name.split('-').includes('toestemming'));
}

/** The milestones that this step owes: whoever does it tells the referrer, whatever the outcome, and nobody else does. */
function owedBy(chain: AnyChain, id: string, step: Step): string[] {
  if (step.kind === 'inform') return [step.tells];
  const outcomes = Object.values(step.outcomes).filter(({ by }) => by !== 'sender');
  const always = outcomes.length > 0 && outcomes.every(({ inform }) => inform !== undefined);
  const owed = [
    ...(step.kind === 'rule' || step.missed === undefined ? [] : [step.missed]),
    ...(always ? outcomes.flatMap(({ inform }) => inform ?? []) : []),
  ];
  const others = Object.entries(chain.steps).filter(([other]) => other !== id);
  return [...new Set(owed)].filter((milestone) => !others.some(([, other]) => tells(other, milestone)));
}

function tells(step: Step, milestone: string): boolean {
  if (step.kind === 'inform' && step.tells === milestone) return true;
  if (step.kind !== 'rule' && step.missed === milestone) return true;
  return Object.values(step.outcomes).some(({ inform }) => inform === milestone);
}

/** Terms that a document fixes and that hang on this step. */
function fixedBy(chain: AnyChain, id: string, step: Step): string[] {
  const own = lengthsOf(id, step).flatMap(({ length }) => ('fixed' in length ? [length.source] : []));
  const others = Object.entries(chain.steps).flatMap(([other, each]) =>
    countsFrom(each, id) ? [`a term of ${other} counts from it, which a document fixes`] : [],
  );
  const limits = Object.values(chain.limits ?? {}).flatMap(({ label, from, until, opens, within }) =>
    'fixed' in within && [from, until, opens].includes(id)
      ? [`“${label}” hangs on it, which ${within.source} fixes`]
      : [],
  );
  return [...new Set(own)].map((source) => `${source} fixes its term`).concat(others, limits);
}

function countsFrom(step: Step, id: string): boolean {
  if (!isHeld(step)) return false;
  const days = clocksOf(step.within).flatMap(({ clock }) => daysOf(clock).map(({ when }) => when));
  const since = days.some(
    (when) => isMoment(when) && 'since' in when && when.since === id && 'fixed' in lengthOf(when),
  );
  const trigger = triggerOf(step);
  if (since || trigger === undefined || !basesOf(trigger).includes(id)) return since;
  return lengthsOf('', { ...step, within: { fixed: 'P1D', source: '' } }).some(
    ({ name, length }) => name.startsWith('.opens') && 'fixed' in length,
  );
}

/** Where the case goes on must be there in every place. Loops are for `instant.ts` and `paths.ts`. */
function onwardProblems(chain: AnyChain, { gap, fallback }: Lack): string[] {
  const next = Object.hasOwn(chain.steps, fallback) ? chain.steps[fallback] : undefined;
  if (next === undefined) return missingSteps(chain, [fallback]).map((problem) => `fallback: ${problem}`);
  return [
    ...(gap.trim() === '' ? ['its gap has no name'] : []),
    ...(Object.hasOwn(chain.mayLack ?? {}, fallback) ? [`fallback: a place may lack ${fallback} too`] : []),
    ...(next.join === undefined ? [] : [`fallback: branches come together at ${fallback}`]),
  ];
}
