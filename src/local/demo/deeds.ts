import { caseAnswer, type CaseAnswer } from './answers.ts';
import { mustFind, mustHold } from './as-told.ts';
import { lookAt } from './looks.ts';
import type { Player, Stage } from './stage.ts';

/** A choice on the open step of this name. */
export interface Choice {
  readonly step: string;
  readonly outcome: string;
  readonly form?: object;
  readonly reason?: string;
}

/** Takes a decision on an open step that this party can see; printed as what this party does, if there are words for it. */
export async function decide(
  stage: Stage,
  who: Player,
  caseId: string,
  choice: Choice,
  inWords?: string,
): Promise<CaseAnswer> {
  const openStep = await openStepOf(stage, who, caseId, choice.step);
  if (inWords !== undefined) stage.does(who, inWords);
  const after = await decideQuietly(stage, who, caseId, openStep, choice);
  mustHold(
    after.openSteps.every(({ id }) => id !== openStep),
    'een stap is gesloten na de beslissing',
  );
  return after;
}

/** The same, of an open step that is known, without a word. */
export function decideQuietly(
  stage: Stage,
  who: Player,
  caseId: string,
  openStep: string,
  { outcome, form, reason }: Choice,
): Promise<CaseAnswer> {
  const decision = {
    openStep,
    outcome,
    ...(form === undefined ? {} : { form }),
    ...(reason === undefined ? {} : { reason: { code: reason } }),
  };
  return stage.talk.post(who, `/cases/${caseId}/decisions`, decision, caseAnswer);
}

/** Decisions of one case that need no words, each some time after the one before. */
export async function goQuietly(
  stage: Stage,
  caseId: string,
  way: readonly (readonly [who: Player, choice: Choice, after?: string])[],
): Promise<void> {
  for (const [who, choice, after] of way) {
    if (after !== undefined) await stage.toWeekday(after);
    await decide(stage, who, caseId, choice);
  }
}

/** Does something else in a case than decide: 'pauses', 'attempts', 'withdrawal', ... */
export function act(stage: Stage, who: Player, caseId: string, deed: string, body: object): Promise<CaseAnswer> {
  return stage.talk.post(who, `/cases/${caseId}/${deed}`, body, caseAnswer);
}

/** The id of the step of this name that stands open, as this party sees the case. */
export async function openStepOf(stage: Stage, who: Player, caseId: string, step: string): Promise<string> {
  const { openSteps } = await lookAt(stage, who, caseId);
  return mustFind(
    openSteps.find((each) => each.step === step),
    `de stap ${step} staat open`,
  ).id;
}
