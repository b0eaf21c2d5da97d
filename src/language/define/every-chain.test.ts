import { describe, expect, test } from 'vitest';
import { valpreventieV1 } from '../../chains/valpreventie/v1/chain.ts';
import { lengthOfText } from '../duration-text.ts';
import { lengthsOf } from '../lengths.ts';
import { endingOf, leaves, rolesOf, targetsOf } from '../targets.ts';
import type { AnyChain } from './chain.ts';
import {
  commonEndings,
  commonEvents,
  commonMilestones,
  commonSteps,
  endingNamed,
  milestoneNamed,
  pauseReasons,
  PREGNANCY_ENDED,
  reasonsOf,
  REGIEHOUDER,
  stepNamed,
  stopReasons,
} from './common.ts';

const chain: AnyChain = valpreventieV1;
const steps = Object.entries(commonSteps);
const outcomes = steps.flatMap(([id, step]) =>
  Object.entries(step.outcomes).map(([name, outcome]) => ({ where: `${id}: ${name}`, id, outcome })),
);

describe('the steps of every chain', () => {
  test('are held by whoever is accountable', () => {
    for (const [, step] of steps) expect(rolesOf(step)).toEqual([REGIEHOUDER]);
  });

  test('only lead to an end that every chain has, or leave the case as it was', () => {
    const others = outcomes.filter(({ outcome: { to } }) =>
      targetsOf(to).some((target) => !leaves(target) && !Object.hasOwn(commonEndings, endingOf(target) ?? '')),
    );
    expect(others.map(({ where }) => where)).toEqual([]);
  });

  test('tell the referrer of every end, but of a pregnancy that ended, or a child that died, nothing', () => {
    const silent = outcomes.filter(
      ({ outcome: { to, inform } }) =>
        inform === undefined && targetsOf(to).some((target) => endingOf(target) !== undefined),
    );
    expect(silent.map(({ id }) => id)).toEqual(['afgezegd-na-overlijden', 'persoonlijk-afgezegd']);
    const told = outcomes.flatMap(({ outcome: { inform } }) => inform ?? []);
    expect(told.filter((milestone) => !Object.hasOwn(commonMilestones, milestone))).toEqual([]);
  });

  test('always leave one way open, and have terms within their bounds', () => {
    for (const [id, step] of steps) {
      expect(
        Object.values(step.outcomes).some(({ when = [] }) => when.length === 0),
        id,
      ).toBe(true);
      for (const { length } of lengthsOf(id, step)) {
        if ('fixed' in length) continue;
        const [min, value, max] = [length.min, length.knob, length.max].map((text) => lengthOfText(text) ?? -1);
        expect(0 < min! && min! <= value! && value! <= max!, id).toBe(true);
      }
    }
  });

  test('that nobody else may know of are confidential, and so is what leads to them', () => {
    const confidential = steps.flatMap(([id, step]) => ('confidential' in step && step.confidential ? [id] : []));
    expect(confidential).toEqual(['veiligheid', 'afgezegd-na-overlijden', 'persoonlijk-afgezegd']);
    expect(commonEvents['veiligheidssignaal']).toMatchObject({ confidential: true });
    expect(Object.hasOwn(commonEvents, PREGNANCY_ENDED)).toBe(false);
  });
});

describe('a name is found in the chain, or else among those of every chain', () => {
  test('a step', () => {
    expect(stepNamed(chain, 't1')).toBe(chain.steps['t1']);
    expect(stepNamed(chain, 'na-pauze')).toBe(commonSteps['na-pauze']);
  });

  test('an ending, in the words of the chain where it has them', () => {
    expect(endingNamed(chain, 'uitval')).toBe('Gestopt tijdens het beweegprogramma');
    expect(endingNamed({ ...chain, endings: {} }, 'uitval')).toBe(commonEndings['uitval']);
    expect(endingNamed(chain, 'overleden')).toBe('Overleden');
  });

  test('a milestone', () => {
    expect(milestoneNamed(chain, 'eindmeting')).toBe(chain.milestones['eindmeting']);
    expect(milestoneNamed(chain, 'gestopt')).toBe(commonMilestones['gestopt']);
  });

  test('a reason: those of stopping always, in the words of the chain where it has them', () => {
    expect(Object.keys(reasonsOf(chain))).toEqual(
      expect.arrayContaining([...Object.keys(stopReasons), 'klinische-blik']),
    );
    expect(reasonsOf({ ...chain, reasons: { taal: 'Anders' } })['taal']).toBe('Anders');
  });

  test.each(['onbekend', '__proto__', 'constructor', 'toString', ''])('%s is nowhere', (name) => {
    expect(stepNamed(chain, name)).toBeUndefined();
    expect(endingNamed(chain, name)).toBeUndefined();
    expect(milestoneNamed(chain, name)).toBeUndefined();
  });
});

test('why someone stops or waits is a code in kebab-case, with Dutch words', () => {
  for (const [code, label] of Object.entries({ ...stopReasons, ...pauseReasons })) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(label).toMatch(/^\p{Lu}\p{L}+( |$)/u);
  }
});
