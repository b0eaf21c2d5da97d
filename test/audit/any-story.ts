import fc from 'fast-check';
import type { CaseStory } from '../../src/audit/story.ts';
import { came, madeOffer, madeStep, madeStory, onDay } from './made-story.ts';

const anyStep = fc
  .record({
    step: fc.constantFrom('intake', 'plan'),
    opened: fc.nat({ max: 40 }),
    term: fc.integer({ min: 1, max: 20 }),
    took: fc.option(fc.nat({ max: 5 })),
    lasted: fc.option(fc.integer({ min: 5, max: 60 })),
    end: fc.constantFrom('decided' as const, 'lapsed' as const, 'withdrawn' as const),
    overridden: fc.boolean(),
  })
  .map(({ step, opened, term, took, lasted, end, overridden }) => {
    const ended = lasted === null ? {} : { endedAt: onDay(opened + lasted), end };
    return madeStep({
      step,
      openedAt: onDay(opened),
      dueAt: onDay(opened + term),
      takenAt: took === null ? null : onDay(opened + took),
      overridden: overridden && lasted !== null && end === 'decided',
      ...ended,
    });
  });

const anyOffer = fc
  .record({
    offered: fc.nat({ max: 40 }),
    lasted: fc.nat({ max: 40 }),
    answer: fc.constantFrom('accepted', 'declined', 'redirected', 'lapsed', null),
    expired: fc.boolean(),
    warm: fc.boolean(),
  })
  .map(({ offered, lasted, answer, expired, warm }) =>
    madeOffer({
      offeredAt: onDay(offered),
      answer,
      answeredAt: answer === null ? null : onDay(offered + lasted),
      reason: answer === 'declined' ? 'geen-plek' : null,
      expiredAt: expired ? onDay(offered + 3) : null,
      warmAt: warm && answer === 'accepted' ? onDay(offered + lasted) : null,
    }),
  );

/** Steps, offers, pauses and outcomes in any order that a case may have; what came within 500 days of its start. */
export const anyStory: fc.Arbitrary<CaseStory> = fc
  .record({
    steps: fc.array(anyStep, { maxLength: 5 }),
    handoffs: fc.array(anyOffer, { maxLength: 3 }),
    ended: fc.option(fc.integer({ min: 1, max: 400 })),
    ending: fc.constantFrom('afgerond', 'niet-bereikt', 'uitval', 'omstandigheden'),
    herinstroom: fc.boolean(),
    pauses: fc.array(fc.tuple(fc.nat({ max: 50 }), fc.option(fc.integer({ min: 1, max: 50 }))), { maxLength: 2 }),
    outcomes: fc.array(
      fc.tuple(fc.constantFrom('hulp.begonnen', 'hulp.afgerond', 'meting.goed', 'plan.gemaakt'), fc.nat({ max: 90 })),
      { maxLength: 5 },
    ),
  })
  .map(({ ended, ending, pauses, outcomes, ...rest }) =>
    madeStory({
      ...rest,
      ...(ended === null ? {} : { endedAt: onDay(ended), ending }),
      dropout: ended !== null && ending === 'uitval' ? { reason: 'ziekte', step: null } : null,
      lastAt: onDay(500),
      pauses: pauses.map(([from, lasted]) => ({
        from: onDay(from),
        to: lasted === null ? null : onDay(from + lasted),
      })),
      outcomes: outcomes.map(([name, day]) => came(name, day)),
    }),
  );
