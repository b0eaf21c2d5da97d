import { currentDefinition } from '../../src/chains/index.ts';
import { localDateOf } from '../../src/engine/calendar/amsterdam.ts';
import { addDuration, parseDuration, subtractDuration } from '../../src/engine/calendar/duration.ts';
import type { LocalDate } from '../../src/engine/calendar/local-date.ts';
import { residentAccounts } from '../../src/local/demo-region/resident-accounts.ts';
import { users } from '../../src/local/demo-region/users.ts';
import type { Fact } from '../../src/engine/facts.ts';
import { type ConsentGiver, QUESTION } from '../../src/language/define.ts';
import { factsOf, stateOf } from '../harness/cases.ts';
import { resident } from '../harness/residents.ts';
import type { Suite } from '../harness/suite.ts';
import type { Answer } from '../harness/api.ts';
import type { Decision, Journey, JourneyStep } from './journey.ts';
import { birthDateOf, giverFor } from './person.ts';

export interface PlayedOverHttp {
  readonly facts: readonly Fact[];
  /** Per step of the journey the code with which it was refused; null when it was done, or when only time passed. */
  readonly refused: readonly (string | null)[];
  readonly feedback: readonly string[];
  readonly case: string;
}

/** Residents refer nobody but themselves, and have no list of referrals. */
export const SELF = 'inwoner';

/** Plays a journey as its people would: every step is a request of a user, and time is moved for the whole system. */
export async function playOverHttp(suite: Suite, journey: Journey): Promise<PlayedOverHttp> {
  const birthDate = birthDateOf(journey, localDateOf(suite.clock.now()));
  const id = await refer(suite, journey, birthDate);
  const refused: (string | null)[] = [];
  let group: string | null = null;
  for (const step of journey.steps) {
    if (step.after !== undefined) await suite.moveClock(step.after);
    if ('clock' in step) {
      refused.push(null);
      continue;
    }
    const answer = await ask(suite, journey, birthDate, id, group, step);
    if ('places' in step && answer.status === 201) group = answer.json.id;
    refused.push(codeOf(answer, id));
  }
  const { items } = (await suite.api(journey.referral.who, 'GET', '/referrals?limit=100')).json;
  const own = items?.find((each: { case?: string; id?: string }) => each.case === id || each.id === id);
  const feedback = (own?.feedback ?? []).map(({ text }: { text: string }) => text);
  return { facts: await factsOf(suite, id), refused, feedback, case: id };
}

async function refer(suite: Suite, journey: Journey, birthDate: LocalDate): Promise<string> {
  const { chain, municipality, referral } = journey;
  const { who, entry, consent, outcome, form, reason, anchors = {} } = referral;
  const dates = Object.entries(anchors).map(([name, duration]) => [name, dayIn(suite, duration)]);
  const at = new Date(suite.clock.now()).toISOString();
  const by = giverNow(suite, chain, birthDate);
  const answer = await suite.api(who, 'POST', '/referrals', {
    chain,
    municipality,
    resident: who === SELF ? [...residentAccounts.values()][0] : resident({ birthDate }),
    ...(consent === undefined ? {} : { consent: { given: true, at, by, purposes: consent } }),
    ...(entry === undefined ? {} : { entry }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(form === undefined ? {} : { form }),
    ...(reason === undefined ? {} : { reason: { code: reason } }),
    ...(dates.length === 0 ? {} : { anchors: Object.fromEntries(dates) }),
  });
  if (answer.status !== 201) throw new Error(`the referral was refused: ${answer.status} ${answer.text}`);
  return answer.json.id;
}

async function ask(
  suite: Suite,
  { chain, municipality }: Journey,
  birthDate: LocalDate,
  id: string,
  group: string | null,
  step: Exclude<JourneyStep, { readonly clock: readonly string[] }>,
): Promise<Answer> {
  const post = (path: string, body: object): Promise<Answer> => suite.api(step.who, 'POST', path, body);
  const today = dayIn(suite, 'P0D');
  if ('decides' in step) return post(`/cases/${id}/decisions`, await decision(suite, id, step));
  if ('attempts' in step) {
    const result = step.reached ? 'bereikt' : 'niet-bereikt';
    const openStep = await openStepOf(suite, id, step.attempts);
    return post(`/cases/${id}/attempts`, { openStep, at: today, channel: step.channel, result });
  }
  if ('pauses' in step) return post(`/cases/${id}/pauses`, { reason: step.pauses, until: dayIn(suite, step.until) });
  if ('resumes' in step) return post(`/cases/${id}/resumptions`, {});
  if ('withdraws' in step) return post(`/cases/${id}/withdrawal`, { reason: { code: step.withdraws } });
  if ('happens' in step) {
    const data = step.of === undefined ? {} : { data: { of: step.of } };
    return reportTwice(post, `/cases/${id}/events`, {
      event: step.happens,
      at: dayIn(suite, step.on ?? 'P0D'),
      ...data,
    });
  }
  if ('asks' in step) {
    const organisation = users.find(({ handle }) => handle === step.asks)?.organisation;
    return post(`/cases/${id}/questions`, { text: 'Hoe gaat het?', to: { organisation } });
  }
  if ('replies' in step) {
    return post(`/cases/${id}/questions/${await openStepOf(suite, id, QUESTION)}/answer`, { text: 'Goed.' });
  }
  if ('consents' in step) {
    const { consents: purpose, given } = step;
    return post(`/cases/${id}/consents`, { purpose, given, by: giverNow(suite, chain, birthDate), at: today });
  }
  if ('couples' in step) {
    const { couples: type, chain: other, of } = step;
    const at = new Date(suite.clock.now()).toISOString();
    const consent = { given: true, at, by: of === undefined ? 'inwoner' : 'ouder' };
    const born = subtractDuration(localDateOf(suite.clock.now()), parseDuration(of ?? 'P0D'));
    const whom = of === undefined ? {} : { resident: resident({ birthDate: born }) };
    return post(`/cases/${id}/links`, { type, chain: other, consent, ...whom });
  }
  if ('places' in step) {
    const dates = { startsOn: dayIn(suite, step.starts), endsOn: dayIn(suite, step.ends) };
    const organisation = users.find(({ handle }) => handle === step.led)?.organisation;
    return post('/groups', { chain, area: { municipality }, organisation, ...dates, cases: [id] });
  }
  if ('moves' in step) {
    const dates = { startsOn: dayIn(suite, step.starts), endsOn: dayIn(suite, step.ends) };
    return post(`/groups/${group}/changes`, dates);
  }
  return post(`/groups/${group}/changes`, { free: [id] });
}

/** What has to be confirmed is said again, with the words that the first answer gives. */
async function reportTwice(
  post: (path: string, body: object) => Promise<Answer>,
  path: string,
  body: { readonly event: string; readonly at: string; readonly data?: object },
): Promise<Answer> {
  const first = await post(path, body);
  const [asked] = first.status === 422 ? (first.json.allowed ?? []) : [];
  if (asked?.confirmation === undefined) return first;
  return post(path, { ...body, data: { ...body.data, confirmation: asked.confirmation } });
}

async function decision(suite: Suite, id: string, step: Decision): Promise<object> {
  const { decides, outcome, form, reason, to } = step;
  const organisation = users.find(({ handle }) => handle === to)?.organisation;
  return {
    openStep: await openStepOf(suite, id, decides),
    outcome,
    ...(form === undefined ? {} : { form }),
    ...(reason === undefined ? {} : { reason: { code: reason } }),
    ...(organisation === undefined ? {} : { to: { organisation } }),
  };
}

function giverNow(suite: Suite, id: string, birthDate: LocalDate): ConsentGiver {
  const chain = currentDefinition(id);
  if (chain === undefined) throw new Error(`no chain ${id}`);
  return giverFor(chain, birthDate, localDateOf(suite.clock.now()));
}

/** The id of an open step by its name, of one item of it by `step#item`; of its first opening when it is not open. */
async function openStepOf(suite: Suite, id: string, name: string): Promise<string> {
  const [step, item] = name.split('#');
  const { open } = await stateOf(suite, id);
  const found = open.find((each) => each.step === step && (item === undefined || each.item === item));
  return found?.id ?? `${id}.${step}.1`;
}

/** The code of a refusal: of the request, or for a group of this case in it. */
function codeOf(answer: Answer, id: string): string | null {
  if (answer.status >= 400) return answer.json.code;
  const own = (each: { readonly case: string }): boolean => each.case === id;
  const result = answer.json.results?.find(own);
  if (result !== undefined) return result.done ? null : result.why.code;
  const seat = answer.json.seats?.find(own);
  return seat?.status === 'geweigerd' ? seat.why.code : null;
}

/** The local day that lies so long after today. */
function dayIn(suite: Suite, duration: string): LocalDate {
  return addDuration(localDateOf(suite.clock.now()), parseDuration(duration));
}
