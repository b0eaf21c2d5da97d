import { daysBetween } from '../days.ts';
import type { Emission } from '../emission.ts';
import type { CaseStory, StoryHandoff } from '../story.ts';
import { tally } from './add.ts';
import { bucketOf, lengthsOf } from './lengths.ts';

/** What became of each offer from one role to another; declined, redirected and lapsed compete with accepted. */
export function handoffEmissions({ handoffs, pauses }: CaseStory, asOf: number): readonly Emission[] {
  return handoffs.flatMap((offer) => {
    const { from, to, offeredAt: at, answer, answeredAt } = offer;
    const measure = `handoff.${from}.${to}`;
    const length = { measure, from: at, to: answeredAt, told: answer === 'accepted' };
    return [
      tally(measure, at),
      ...(answer === null ? [] : answered(offer, measure, answer)),
      tally(`${measure}.term`, at, { same: measure }),
      ...(offer.expiredAt === null ? [] : [tally(`${measure}.term.expired`, at, { parent: `${measure}.term` })]),
      ...lengthsOf(length, asOf, pauses),
    ];
  });
}

function answered(
  { offeredAt: at, answeredAt, reason, warmAt }: StoryHandoff,
  measure: string,
  answer: NonNullable<StoryHandoff['answer']>,
): readonly Emission[] {
  const parent = `${measure}.${answer}`;
  return [
    tally(parent, at, { parent: measure }),
    ...(answer === 'declined' ? [tally(`${parent}.${reason ?? 'geen-reden'}`, at, { parent })] : []),
    ...(answer === 'accepted' ? accepted(parent, { at, answeredAt, warmAt }) : []),
  ];
}

function accepted(
  parent: string,
  {
    at,
    answeredAt,
    warmAt,
  }: { readonly at: number; readonly answeredAt: number | null; readonly warmAt: number | null },
): readonly Emission[] {
  const met = `${parent}.met`;
  return [
    tally(`${parent}.${bucketOf(daysBetween(at, answeredAt ?? at))}`, at, { parent }),
    tally(met, at, { same: parent }),
    ...(warmAt === null ? [] : [tally(`${met}.warm`, at, { parent: met })]),
  ];
}
