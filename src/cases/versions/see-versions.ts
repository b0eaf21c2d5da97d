import { currentDefinition, followersOf, versionOf } from '../../chains/index.ts';
import { apply } from '../../engine/apply.ts';
import type { Result } from '../../engine/draft.ts';
import { heldStepOf } from '../../engine/holders.ts';
import { Refused } from '../../engine/refused.ts';
import { accountableOf, type CaseState } from '../../engine/state.ts';
import { tick } from '../../engine/tick.ts';
import { type AnyChain, stepNamed } from '../../language/define.ts';
import { instant } from '../../reading/instant.ts';
import type { CaseContext } from '../context.ts';
import { recordLook } from '../look/record-look.ts';
import { type Asking, visit } from '../visit.ts';
import { versionHere } from './version-here.ts';

interface Named {
  readonly step: string;
  readonly label: string;
}

/** What becomes of one step that stands open. */
export interface StepMoved extends Named {
  readonly openStep: string;
  /** What it is called in the new version. */
  readonly becomes: string;
  readonly dueAt: string;
  readonly newDueAt: string;
}

/** What going on with one other version would mean for a case now; `steps` and `opens` only where it is possible. */
export interface MoveSeen {
  readonly to: number;
  readonly possible: boolean;
  readonly why?: { readonly code: string; readonly detail: string };
  readonly steps: readonly StepMoved[];
  /** What time would open, at another moment than now or newly; null as long as its date is not known. */
  readonly opens: readonly (Named & { readonly opensAt: string | null })[];
  /** Steps that only the new version has, and steps that only the present one has. */
  readonly adds: readonly Named[];
  readonly removes: readonly Named[];
}

export interface VersionsView {
  readonly version: number;
  readonly newest: number;
  readonly moves: readonly MoveSeen[];
}

/** The versions with which a case could go on, rehearsed on the case as it stands: nothing changes. */
export async function seeVersions(context: CaseContext, asking: Asking, caseId: string): Promise<VersionsView> {
  const seen = await visit(context, asking, caseId, 'case.versions');
  await recordLook(context, asking, seen);
  const { chain, state } = seen;
  const moves = await Promise.all(followersOf(chain).map((next) => moveSeen(context, chain, state, next)));
  return { version: state.version, newest: currentDefinition(chain.id)?.version ?? state.version, moves };
}

async function moveSeen(context: CaseContext, chain: AnyChain, state: CaseState, next: AnyChain): Promise<MoveSeen> {
  const there = { to: next.version, ...differences(chain, next) };
  const actor = accountableOf(state);
  if (actor === null) {
    const why = { code: 'ended', detail: 'Dit traject is al beëindigd.' };
    return { ...there, possible: false, why, steps: [], opens: [] };
  }
  const now = context.clock.now();
  const version = await versionHere(context, chain, next, state);
  const moved = rehearsed(() =>
    apply(chain, state, state.case, { kind: 'move', actor, ...version }, now, (to) => versionOf(chain.id, to)),
  );
  if (moved instanceof Refused) {
    return { ...there, possible: false, why: { code: moved.code, detail: moved.message }, steps: [], opens: [] };
  }
  const before = tick(chain, state, now).state;
  return {
    ...there,
    possible: true,
    steps: stepsMoved(chain, before, moved.state),
    opens: opensIn(next, before, moved.state),
  };
}

function rehearsed(act: () => Result): Result | Refused {
  try {
    return act();
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}

function stepsMoved(chain: AnyChain, before: CaseState, after: CaseState): readonly StepMoved[] {
  return before.open.flatMap(({ id, step, dueAt }) => {
    const becomes = after.open.find((each) => each.id === id);
    if (becomes === undefined) return [];
    const { label } = heldStepOf(chain, step);
    return [
      {
        openStep: id,
        step,
        label,
        becomes: becomes.step,
        dueAt: instant(dueAt),
        newDueAt: instant(becomes.dueAt),
      },
    ];
  });
}

function opensIn(next: AnyChain, before: CaseState, after: CaseState): MoveSeen['opens'] {
  const renamed = next.follows?.steps ?? {};
  const known = before.scheduled.map(({ step, opensAt }) => `${renamed[step] ?? step} ${opensAt}`);
  return after.scheduled
    .filter(({ step, opensAt }) => !known.includes(`${step} ${opensAt}`))
    .map(({ step, opensAt }) => ({
      step,
      label: stepNamed(next, step)?.label ?? step,
      opensAt: opensAt === null ? null : instant(opensAt),
    }));
}

function differences(chain: AnyChain, next: AnyChain): Pick<MoveSeen, 'adds' | 'removes'> {
  const renamed = next.follows?.steps ?? {};
  const kept = new Set(Object.keys(chain.steps).map((step) => renamed[step] ?? step));
  const removes = Object.entries(chain.steps).filter(([step]) => !Object.hasOwn(next.steps, renamed[step] ?? step));
  return {
    adds: Object.entries(next.steps).flatMap(([step, { label }]) => (kept.has(step) ? [] : [{ step, label }])),
    removes: removes.map(([step, { label }]) => ({ step, label })),
  };
}
