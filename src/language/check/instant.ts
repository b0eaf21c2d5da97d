import { type AnyChain, lackOf, type Step } from '../define.ts';
import { endingOf, isHeld, stepAfter, targetsOf, triggerOf } from '../targets.ts';
import { onwardFrom } from './reach.ts';

/** What nobody decides: it must come to rest, and it must never end a case by the clock alone. */
export function instantProblems(chain: AnyChain): readonly string[] {
  const steps = Object.entries(chain.steps).filter(([, { kind }]) => kind === 'rule' || kind === 'inform');
  const ends = new Set(steps.flatMap(([id]) => (endsAtOnce(chain, id) ? [id] : [])));
  const opened = openedByClock(chain);
  return steps.flatMap(([id, step]) => [
    ...(instantlyFrom(chain, id).has(id) ? [`step ${id}: it comes back to itself without anybody or any clock`] : []),
    ...(ends.has(id) && opened.has(id) ? [`step ${id}: a clock opens it, and would end the case`] : []),
    ...(ends.has(id) && mayLapse(chain, step, opened)
      ? [`step ${id}: it waits for a branch that lapses by a clock, and would then end the case`]
      : []),
  ]);
}

/** The steps to which a step leads without anybody, those of people left out. */
function instantlyFrom(chain: AnyChain, id: string): ReadonlySet<string> {
  const reached = new Set(nextOf(chain, id));
  for (const step of reached) for (const next of nextOf(chain, step)) reached.add(next);
  return reached;
}

function nextOf(chain: AnyChain, id: string): string[] {
  return targetsFrom(chain, id)
    .flatMap((target) => orInstead(chain, stepAfter(target)))
    .filter((step) => isInstant(chain.steps[step]));
}

/** A step, and where the case goes in a place that lacks it. */
function orInstead(chain: AnyChain, step: string | undefined): string[] {
  if (step === undefined) return [];
  const fallback = lackOf(chain, step)?.fallback;
  return fallback === undefined ? [step] : [step, fallback];
}

function endsAtOnce(chain: AnyChain, id: string): boolean {
  return [id, ...instantlyFrom(chain, id)].some((step) =>
    targetsFrom(chain, step).some((target) => endingOf(target) !== undefined),
  );
}

function targetsFrom(chain: AnyChain, id: string): ReturnType<typeof targetsOf> {
  const outcomes = Object.hasOwn(chain.steps, id) ? Object.values(chain.steps[id]?.outcomes ?? {}) : [];
  return outcomes.flatMap(({ to }) => targetsOf(to));
}

function isInstant(step: Step | undefined): boolean {
  return step?.kind === 'rule' || step?.kind === 'inform';
}

function openedByClock(chain: AnyChain): ReadonlySet<string> {
  const timed = Object.entries(chain.steps).flatMap(([id, step]) => {
    const trigger = triggerOf(step);
    return trigger === undefined || 'on' in trigger ? [] : [id];
  });
  const opened = [...timed, ...Object.values(chain.limits ?? {}).map(({ opens }) => opens)];
  return new Set(opened.flatMap((id) => orInstead(chain, id)));
}

/** Whether something in a branch that comes together here is made needless by what a clock opens. */
function mayLapse(chain: AnyChain, { join }: Step, opened: ReadonlySet<string>): boolean {
  const beside = (join ?? []).filter((head) => head !== 'main');
  return [...onwardFrom(chain, beside)].some((id) => {
    const step = Object.hasOwn(chain.steps, id) ? chain.steps[id] : undefined;
    return step !== undefined && isHeld(step) && (step.lapsesOn ?? []).some((name) => opened.has(name));
  });
}
