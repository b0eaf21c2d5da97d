import { type AnyChain, commonEvents, commonMilestones, commonSteps } from '../define.ts';
import { knobsOf } from '../knobs.ts';
import { missingAnchors, missingSteps, outcomesOf, unknown } from './unknown.ts';

/** The tables of names that a chain begins with: entries, roles, events, variants, milestones, knobs. */
export function nameProblems(chain: AnyChain): readonly string[] {
  return [
    ...entryProblems(chain),
    ...missingSteps(chain, chain.afterConsent).map((problem) => `afterConsent: ${problem}`),
    ...Object.entries(chain.roles).flatMap(([role, label]) =>
      label.trim() === '' ? [`role ${role} has no label`] : [],
    ),
    ...Object.entries(chain.events ?? {}).flatMap(([id, { anchor }]) =>
      missingAnchors(chain, anchor === undefined ? [] : [anchor]).map((problem) => `event ${id}: ${problem}`),
    ),
    ...collisions(chain),
    ...unusedVariants(chain),
    ...unusedMilestones(chain),
    ...knobNames(chain),
    ...Object.entries(chain.knobs).flatMap(([name, { options, default: value }]) =>
      options.includes(value) ? [] : [`knob ${name}: its default ${value} is not one of its options`],
    ),
  ];
}

function entryProblems(chain: AnyChain): string[] {
  const starts = Object.entries(chain.entries);
  return [
    ...(starts.some(([, steps]) => steps.length > 0) ? [] : ['no role has an entry']),
    ...starts.flatMap(([role, steps]) => missingSteps(chain, steps).map((problem) => `entry of ${role}: ${problem}`)),
  ];
}

/** `lapsesOn` and joins name steps, events and branches in one breath: none may be called as another. */
function collisions(chain: AnyChain): string[] {
  const taken: readonly (readonly [table: object, what: string])[] = [
    [commonSteps, 'a step that every chain has'],
    [commonEvents, 'an event that every chain has'],
    [chain.anchors ?? {}, 'an anchor'],
    [chain.events ?? {}, 'an event'],
    [{ main: true }, 'the case’s own branch'],
  ];
  const steps = Object.keys(chain.steps).flatMap((id) =>
    taken.flatMap(([table, what]) => (Object.hasOwn(table, id) ? [`step ${id}: ${what} is called that`] : [])),
  );
  const events = Object.keys(chain.events ?? {}).filter((id) => Object.hasOwn(commonEvents, id));
  return [...steps, ...events.map((id) => `event ${id}: an event that every chain has is called that`)];
}

function unusedVariants(chain: AnyChain): string[] {
  const given = new Set(
    outcomesOf(chain).flatMap(({ outcome: { to } }) => {
      const targets = typeof to !== 'string' && 'all' in to ? to.all : [to];
      const plain = targets.flatMap((target) =>
        typeof target !== 'string' && 'byKnob' in target ? Object.values(target.cases) : [target],
      );
      return plain.flatMap((target) =>
        typeof target !== 'string' && 'step' in target ? Object.keys(target.with) : [],
      );
    }),
  );
  return Object.keys(chain.variants ?? {}).flatMap((name) =>
    given.has(name) ? [] : [`variant ${name}: no step is opened in it`],
  );
}

/** A milestone is a promise to the referrer: somewhere it is kept. */
function unusedMilestones(chain: AnyChain): string[] {
  const steps = Object.values(chain.steps);
  const told = new Set([
    ...outcomesOf(chain).flatMap(({ outcome: { inform } }) => inform ?? []),
    ...steps.flatMap((step) => (step.kind === 'rule' ? [] : (step.missed ?? []))),
    ...steps.flatMap((step) => (step.kind === 'inform' ? step.tells : [])),
    ...Object.keys(commonMilestones),
  ]);
  return unknown(Object.keys(chain.milestones), Object.fromEntries([...told].map((name) => [name, true]))).map(
    (milestone) => `milestone ${milestone}: nobody is ever told it`,
  );
}

function knobNames(chain: AnyChain): string[] {
  const names = knobsOf(chain).map(({ name }) => name);
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [...twice].map((name) => `knob ${name}: two knobs are called that`);
}
