import type { AnyChain } from '../define.ts';
import { endingOf, targetsOf } from '../targets.ts';
import { missingMilestones, type NamedOutcome, outcomesOf, unknown } from './unknown.ts';

/** What is answered to any offer, whatever the step is about. */
const ofEveryHandoff = ['aanvaard', 'geweigerd', 'omleiden', 'contact-bevestigd'];

/** What an outcome says beside where it leads and when it may be chosen. */
export function outcomeProblems(chain: AnyChain): readonly string[] {
  const stages = Object.entries(chain.steps).flatMap(([id, { kind, outcomes }]) =>
    kind === 'handoff'
      ? ofEveryHandoff.flatMap((name) =>
          Object.hasOwn(outcomes, name) ? [`step ${id}, outcome ${name}: every hand-off has this one already`] : [],
        )
      : [],
  );
  const each = outcomesOf(chain).flatMap((named) =>
    problemsOfOutcome(chain, named).map((problem) => `${named.where}: ${problem}`),
  );
  return [...stages, ...each];
}

function problemsOfOutcome(chain: AnyChain, { step, outcome }: NamedOutcome): string[] {
  const ends = targetsOf(outcome.to).some((target) => endingOf(target) !== undefined);
  const promised = Object.keys(chain.milestones).length > 0;
  return [
    ...missingMilestones(chain, outcome.inform === undefined ? [] : [outcome.inform]),
    ...unknown(outcome.mark === undefined ? [] : [outcome.mark], chain.marks ?? {}).map(
      (mark) => `there is no mark ${mark}`,
    ),
    ...(promised && ends && outcome.inform === undefined && step.kind !== 'inform'
      ? ['it ends the case, and the referrer is told nothing']
      : []),
    ...(outcome.by !== undefined && step.kind !== 'handoff' ? ['only a hand-off has a sender'] : []),
    ...(step.kind === 'rule' && outcome.when !== undefined ? ['a rule decides by its lines'] : []),
    ...(step.kind === 'rule' && outcome.reason !== undefined ? ['a rule cannot be asked for a reason'] : []),
  ];
}
