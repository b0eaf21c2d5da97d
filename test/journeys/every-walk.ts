import { beforeAll, describe, expect, test } from 'vitest';
import type { FactKind } from '../../src/engine/facts.ts';
import {
  type AnyChain,
  CALLED_OFF,
  commonSteps,
  CONSENT_LOST,
  COUPLING,
  PREGNANCY_ENDED,
  QUESTION,
} from '../../src/language/define.ts';
import { targetsOf } from '../../src/language/targets.ts';
import { everyGuarantee } from './guarantees/every-guarantee.ts';
import { type Ground, type Verdict, walkOver } from './walks.ts';

/** Walks all over one ground, once: a test for each guarantee, and for what the walks came to. */
export function everyWalk(ground: Ground): void {
  const { name, walks } = ground;

  describe(`${walks} walks over ${name}`, () => {
    let verdict: Verdict;

    beforeAll(() => {
      verdict = walkOver(ground);
    }, 600_000);

    test('are taken, all of them', () => expect(verdict.walks).toBe(walks));

    test.each(everyGuarantee.map((guarantee) => [guarantee.name, guarantee] as const))(
      '%s',
      (_name, guarantee) => {
        verdict.insist(guarantee);
        const share = (guarantee.seen ?? 20) * (walks / 100_000);
        expect(verdict.seen.get(guarantee.name) ?? 0).toBeGreaterThanOrEqual(Math.floor(share));
      },
      600_000,
    );

    test('come to all that there is: steps, endings and outcomes of a known chain, else every fact and refusal', () => {
      expect(expectedOn(ground).filter((each) => !verdict.met.has(each))).toEqual([]);
    });
  });
}

/** What the walks over a ground have to come to, all together. */
function expectedOn({ known, whole }: Ground): readonly string[] {
  const kinds = Object.entries(facts).flatMap(([kind, met]) => (met === 'met' ? [`feit ${kind}`] : []));
  return [
    ...refusals.map((code) => `geweigerd ${code}`),
    ...(known === undefined ? [] : reachable(known)),
    ...(whole === true ? kinds : []),
  ];
}

const refusals = ['ended', 'not-allowed-now', 'forbidden', 'reason-required', 'consent-missing', 'invalid-input'];

/** Which facts walks leave; `elsewhere` are those that need another case or version, a past, or a chain that someone wrote. */
const facts: Readonly<Record<FactKind, 'met' | 'elsewhere'>> = {
  started: 'met',
  elsewhere: 'elsewhere',
  opened: 'met',
  decided: 'met',
  ruled: 'met',
  reminded: 'met',
  late: 'met',
  escalated: 'met',
  expired: 'met',
  attempted: 'met',
  rescheduled: 'met',
  lapsed: 'met',
  scheduled: 'met',
  unscheduled: 'met',
  arrived: 'met',
  joined: 'met',
  restarted: 'elsewhere',
  consented: 'met',
  informed: 'met',
  gap: 'met',
  marked: 'met',
  linked: 'met',
  followed: 'elsewhere',
  'paid-by': 'met',
  grouped: 'met',
  ungrouped: 'met',
  anchored: 'met',
  paused: 'met',
  resumed: 'met',
  withdrawn: 'met',
  happened: 'met',
  assigned: 'met',
  asked: 'met',
  agreed: 'met',
  withheld: 'met',
  released: 'met',
  corrected: 'met',
  moved: 'elsewhere',
  amended: 'met',
  silenced: 'met',
  ended: 'met',
};

/** Everything that any case of this chain may come to, if it is lucky. */
function reachable(chain: AnyChain): readonly string[] {
  const steps = Object.entries({ ...commonSteps, ...chain.steps }).filter(([step]) => !isImpossible(chain, step));
  const endings = steps.flatMap(([, { outcomes }]) =>
    Object.values(outcomes)
      .flatMap(({ to }) => targetsOf(to))
      .flatMap((target) => (typeof target === 'object' && 'end' in target ? target.end : [])),
  );
  return [
    ...steps.map(([step]) => `stap ${step}`),
    ...[...new Set([...endings, 'overleden'])].map((ending) => `einde ${ending}`),
    ...steps
      .filter(([step]) => step !== QUESTION && step !== CONSENT_LOST && step !== COUPLING)
      .flatMap(([id, step]) =>
        Object.entries(step.outcomes).flatMap(([outcome, { when }]) =>
          when === undefined && (step.kind !== 'rule' || step.otherwise === outcome)
            ? `uitkomst ${id}: ${outcome}`
            : [],
        ),
      ),
  ];
}

/** A step of every chain that this chain gives no cause for. */
function isImpossible(chain: AnyChain, step: string): boolean {
  switch (step) {
    case CALLED_OFF.pregnancy:
      return !Object.hasOwn(chain.events ?? {}, PREGNANCY_ENDED);
    case CALLED_OFF.death:
      return (chain.silencedByDeathOf ?? []).length === 0;
    case COUPLING:
      return !Object.values(chain.steps).some(({ outcomes }) =>
        Object.values(outcomes).some(({ link }) => link !== undefined),
      );
    default:
      return false;
  }
}
