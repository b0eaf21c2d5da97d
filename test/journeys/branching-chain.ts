import fc from 'fast-check';
import {
  type AnyChain,
  type HeldStep,
  inform,
  type Outcome,
  type Step,
  type Target,
} from '../../src/language/define.ts';
import { fixed, offer, smallChain, step } from './small-chain.ts';

const begins = ['beside', 'each', 'timed'] as const;
const goes = ['join', 'join', 'leave', 'two'] as const;

/** A branch beside the case's own: how it begins, where it goes, and whether it can lapse. */
interface Side {
  readonly begins: (typeof begins)[number];
  readonly goes: (typeof goes)[number];
  readonly lapses: boolean;
}

const side: fc.Arbitrary<Side> = fc.record({
  begins: fc.constantFrom(...begins),
  goes: fc.constantFrom(...goes),
  lapses: fc.boolean(),
});

/** A valid chain of little else than branches that begin beside each other, wait for each other, and lapse. */
export const branchingChain: fc.Arbitrary<AnyChain> = fc
  .record({ sides: fc.array(side, { minLength: 1, maxLength: 3 }), handsOver: fc.boolean(), tells: fc.boolean() })
  .map(({ sides, handsOver, tells }) => {
    const heads = sides.map((_, index) => `tak-${index}`);
    const beside = heads.filter((_, index) => sides[index]?.begins !== 'timed');
    const joining = heads.filter((_, index) => sides[index]?.goes === 'join');
    const first = tells ? 'melden' : 'midden';
    const samen: Target = beside.length === 0 ? first : { all: [first, ...beside] };
    const klaar: Outcome = { label: 'Klaar', to: { end: 'klaar' }, inform: 'klaar' };
    const ways = { klaar, opnieuw: 'begin', nogmaals: 'midden' } as const;
    const steps: Record<string, Step> = {
      begin: step({ samen }, { form: 'f', keeps: ['lijst'] }),
      ...(tells ? { melden } : {}),
      midden: step({ verder: 'samen', opnieuw: 'begin' }),
      samen: {
        ...(handsOver ? offer(ways) : step(ways)),
        ...(joining.length === 0 ? {} : { join: ['main', ...joining] }),
      },
      ...Object.fromEntries(sides.flatMap((each, index) => stepsOf(each, heads[index] ?? ''))),
    };
    return smallChain(steps, {
      id: 'takken',
      entries: { huisarts: ['begin'] },
      milestones: {
        klaar: { full: 'Klaar.', neutral: 'Iets gedaan.' },
        ...(tells ? { gezien: { full: 'Gezien.', neutral: 'Iets gedaan.' } } : {}),
      },
      events: { verandering: { label: 'Er is iets veranderd' } },
    });
  });

const melden = inform({
  label: 'Melden',
  by: 'tester',
  within: fixed('P1M'),
  tells: 'gezien',
  outcomes: { verder: { label: 'Verder', to: 'midden' } },
});

function stepsOf({ begins: how, goes: where, lapses }: Side, id: string): [string, HeldStep][] {
  const done: Outcome = { label: 'Gedaan', to: { leave: true } };
  const to = { join: 'samen', leave: { leave: true }, two: `${id}-b` } as const;
  const first = step(
    { gedaan: to[where], ...(where === 'join' ? { weg: done } : {}) },
    {
      ...(how === 'each' ? { each: 'lijst' } : {}),
      ...(how === 'timed' ? { opens: { after: [fixed('P5D')], from: 'begin' } } : {}),
      ...(lapses ? { lapsesOn: ['verandering'] } : {}),
    },
  );
  return where === 'two'
    ? [
        [id, first],
        [`${id}-b`, step({ gedaan: done })],
      ]
    : [[id, first]];
}
