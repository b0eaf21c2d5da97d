import { type AnyChain, consentGivers, type Criterion } from '../define.ts';
import { missingAnchors, missingCodes, missingSteps, unknown } from './unknown.ts';

const YEARS = /^P[1-9]\d{0,2}Y$/;

/** Whom a chain is for, which birthdays it knows, and who consents at which age. */
export function personProblems(chain: AnyChain): readonly string[] {
  const criteria = (chain.inclusion ?? []).flatMap((criterion, index) =>
    [...criterionFaults(chain, criterion), ...sharedFaults(chain, criterion)].map(
      (problem) => `criterion ${index + 1}: ${problem}`,
    ),
  );
  return [...criteria, ...birthdayFaults(chain), ...consentFaults(chain)];
}

function sharedFaults(chain: AnyChain, { instead, begins = [] }: Criterion): string[] {
  const starts = Object.values(chain.entries).flat();
  const elsewhere = begins.filter((step) => Object.hasOwn(chain.steps, step) && !starts.includes(step));
  return [
    ...(instead.trim() === '' ? ['it does not say where someone else can go'] : []),
    ...missingSteps(chain, begins),
    ...elsewhere.map((step) => `no case begins at ${step}`),
  ];
}

function criterionFaults(chain: AnyChain, criterion: Criterion): string[] {
  if (!('code' in criterion)) {
    const { minAge = 0, maxAge = 130 } = criterion;
    return minAge <= maxAge ? [] : ['nobody has such an age'];
  }
  const missing = missingCodes(chain, [criterion.code]);
  if ('in' in criterion) return [...missing, ...(criterion.in.length === 0 ? ['nobody has such a code'] : [])];
  const { byKnob, cases } = criterion;
  const options = Object.hasOwn(chain.knobs, byKnob) ? chain.knobs[byKnob]?.options : undefined;
  if (options === undefined) return [...missing, `there is no knob ${byKnob}`];
  return [
    ...missing,
    ...options.flatMap((option) => (Object.hasOwn(cases, option) ? [] : [`knob ${byKnob} has no codes for ${option}`])),
    ...Object.keys(cases).flatMap((option) =>
      options.includes(option) ? [] : [`knob ${byKnob} has no option ${option}`],
    ),
  ];
}

/** A birthday has one date: nothing else sets it. */
function birthdayFaults(chain: AnyChain): string[] {
  const set = new Set([
    ...Object.values(chain.events ?? {}).flatMap(({ anchor }) => anchor ?? []),
    ...(chain.group === undefined ? [] : [chain.group.starts, chain.group.ends]),
  ]);
  return Object.entries(chain.birthdays ?? {}).flatMap(([anchor, years = '']) =>
    [
      ...missingAnchors(chain, [anchor]),
      ...(YEARS.test(years) ? [] : [`${years} is not a number of years`]),
      ...(set.has(anchor) ? ['an event or a group sets it'] : []),
    ].map((problem) => `birthday ${anchor}: ${problem}`),
  );
}

function consentFaults({ consentBy = [] }: AnyChain): string[] {
  const givers = Object.fromEntries(consentGivers.map((giver) => [giver, true]));
  const until = consentBy.map(({ under = Infinity }) => under);
  return [
    ...consentBy.flatMap(({ by, says }, index) =>
      [
        ...(by.length === 0 ? ['nobody gives it'] : unknown(by, givers).map((giver) => `nobody is called ${giver}`)),
        ...(says.trim() === '' ? ['it does not say who'] : []),
      ].map((problem) => `consent ${index + 1}: ${problem}`),
    ),
    ...(consentBy.length === 0 || until.at(-1) === Infinity ? [] : ['consent: from some age on nobody gives it']),
    ...until.flatMap((age, index) =>
      index === 0 || age > (until[index - 1] ?? 0) ? [] : [`consent ${index + 1}: no age comes to it`],
    ),
  ];
}
