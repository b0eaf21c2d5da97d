import { type AnyChain, CALLED_OFF, commonEvents, deathOf, PREGNANCY_ENDED } from '../language/define.ts';
import { checkAnchors, setAnchors } from './anchors.ts';
import { isLocalDate } from './calendar/local-date.ts';
import type { Draft } from './draft.ts';
import { endCase } from './end-case.ts';
import { enter, lapseFor, settleJoins } from './go.ts';
import type { Happen } from './messages.ts';
import { openStep } from './open.ts';
import { Refused } from './refused.ts';
import { suspensionOf } from './state.ts';

/** Something happened in life: what it sets, opens, makes needless, silences or ends. */
export function happen(draft: Draft, { event, on, of, actor }: Happen): void {
  const own = Object.hasOwn(draft.chain.events ?? {}, event) ? draft.chain.events?.[event] : undefined;
  const shared = Object.hasOwn(commonEvents, event) ? commonEvents[event] : undefined;
  if (own === undefined && shared === undefined)
    throw new Refused('invalid-input', 'Deze gebeurtenis hoort niet bij deze keten.');
  if (!isLocalDate(on) || (on > draft.today && own?.planned !== true)) {
    throw new Refused('invalid-input', 'De dag van de gebeurtenis klopt niet: hij ligt niet in de toekomst.');
  }
  if (event === 'overleden' && !deathOf.some((each) => each === of)) {
    throw new Refused('invalid-input', `Zeg wie er is overleden: ${deathOf.join(', ')}.`);
  }
  if (draft.state.silenced) {
    throw new Refused(
      'not-allowed-now',
      'Er is al gemeld dat dit traject stil is gezet. Zeg de afspraken persoonlijk af.',
    );
  }
  const dates = own?.anchor === undefined ? undefined : { [own.anchor]: on };
  if (dates !== undefined) checkAnchors(draft, dates);
  const checklist = silencedBy(draft.chain, event, of);
  const confidential = shared?.confidential === true || checklist !== undefined;
  draft.add({
    fact: 'happened',
    event,
    on,
    ...(of === undefined ? {} : { of }),
    actor,
    ...(confidential ? { confidential: true as const } : {}),
  });
  if (dates !== undefined) setAnchors(draft, dates);
  if (event === 'overleden' && of === 'inwoner') {
    draft.add({ fact: 'silenced' });
    return endCase(draft, 'overleden');
  }
  if (checklist !== undefined) return silence(draft, checklist);
  if (event === 'verhuisd') openBeside(draft, 'verhuisd-besluit');
  if (event === 'veiligheidssignaal') openBeside(draft, 'veiligheid');
  lapseFor(draft, event);
  openOn(draft, event);
  settleJoins(draft);
}

/** The checklist that is left when this silences a case; undefined when it does not. */
export function silencedBy(chain: AnyChain, event: string, of: string | undefined): string | undefined {
  if (event === PREGNANCY_ENDED) return CALLED_OFF.pregnancy;
  return event === 'overleden' && chain.silencedByDeathOf?.some((each) => each === of) === true
    ? CALLED_OFF.death
    : undefined;
}

/** Steps of the chain that wait for this. */
function openOn(draft: Draft, event: string): void {
  for (const [id, step] of Object.entries(draft.chain.steps)) {
    if (draft.ended) return;
    if (step.kind === 'rule' || step.opens === undefined || !('on' in step.opens) || step.opens.on !== event) continue;
    if (step.opens.once === true && isBefore(draft, id, event)) continue;
    enter(draft, id, { branch: `main/${id}`, variant: {} });
  }
}

/** It was opened by this event, or was done, before. What was taken back does not count. */
function isBefore({ state }: Draft, step: string, event: string): boolean {
  return state.happened.indexOf(event) < state.happened.length - 1 || state.decidedAt[step] !== undefined;
}

function openBeside(draft: Draft, step: string): void {
  if (draft.state.open.some((opened) => opened.step === step)) return;
  openStep(draft, step, { branch: `main/${step}`, variant: {} });
}

/** Every clock and message stops, for ever unless it is taken back; one person calls the appointments off in person. */
function silence(draft: Draft, checklist: string): void {
  if (suspensionOf(draft.state) !== undefined) draft.add({ fact: 'resumed', actor: { system: 'engine' } });
  for (const { key } of draft.state.scheduled) draft.add({ fact: 'unscheduled', key });
  const before = draft.state.open;
  draft.add({ fact: 'silenced' });
  openStep(draft, checklist, { branch: 'main', variant: {} });
  for (const { step, id } of before) draft.add({ fact: 'lapsed', step, openStep: id });
}
