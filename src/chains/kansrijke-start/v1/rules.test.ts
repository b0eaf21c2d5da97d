import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kansrijkeStartV1 } from './chain.ts';
import { kansrijkeStartV1Content } from './content.ts';
import { kansrijkeStartV1Forms, type Kraamweek, type Weging } from './forms.ts';
import { kraamsignaal, wegingsniveau } from './rules.ts';

const weighed = (form: Partial<Weging>): Weging =>
  kansrijkeStartV1Forms.weging.parse({ risico: 'geen', bescherming: 'voldoende', ...form });

const anyWeging: fc.Arbitrary<Weging> = fc.record({
  instrument: fc.constant('geen'),
  risico: fc.constantFrom('geen', 'ja', 'urgent'),
  bescherming: fc.constantFrom('voldoende', 'onvoldoende'),
  nietPluis: fc.boolean(),
});
const anyKraamweek: fc.Arbitrary<Kraamweek> = fc.record({
  hechting: fc.boolean(),
  stemming: fc.boolean(),
  omstandigheden: fc.boolean(),
  nietPluis: fc.boolean(),
});

describe('the level that is proposed (NIJMEGEN)', () => {
  test.each<[string, Partial<Weging>, string]>([
    ['no risk', {}, 'geen'],
    ['no risk, whatever the protection', { bescherming: 'onvoldoende' }, 'geen'],
    ['risk, and enough protection', { risico: 'ja' }, 'potentieel'],
    ['urgent risk, and enough protection', { risico: 'urgent' }, 'potentieel'],
    ['risk, and too little protection', { risico: 'ja', bescherming: 'onvoldoende' }, 'kwetsbaar'],
    ['urgent risk, and too little protection', { risico: 'urgent', bescherming: 'onvoldoende' }, 'zeer'],
    ['only a feeling that something is wrong (FRYSLAN)', { nietPluis: true }, 'potentieel'],
    ['that feeling, and too little protection', { nietPluis: true, bescherming: 'onvoldoende' }, 'kwetsbaar'],
  ])('%s', (_what, form, proposed) => {
    expect(wegingsniveau(weighed(form))).toBe(proposed);
  });

  test('never goes down when the risk grows or the protection goes', () => {
    const levels = ['geen', 'potentieel', 'kwetsbaar', 'zeer'];
    const risks = ['geen', 'ja', 'urgent'] as const;
    fc.assert(
      fc.property(anyWeging, (form) => {
        const level = levels.indexOf(wegingsniveau(form));
        const risico = risks[Math.min(risks.indexOf(form.risico) + 1, 2)]!;
        for (const worse of [{ risico }, { bescherming: 'onvoldoende' as const }, { nietPluis: true }]) {
          expect(levels.indexOf(wegingsniveau({ ...form, ...worse }))).toBeGreaterThanOrEqual(level);
        }
      }),
    );
  });
});

test('one thing that stands out in the kraamweek is a signal; nothing is none (FRYSLAN 3.4)', () => {
  fc.assert(
    fc.property(anyKraamweek, (form) => {
      expect(kraamsignaal(form)).toBe(Object.values(form).includes(true) ? 'signaal' : 'geen');
    }),
  );
});

test('a rule never proposes an outcome that its step does not have, and nobody has to follow it', () => {
  const { propose } = kansrijkeStartV1Content;
  const { weging, kraamweek } = kansrijkeStartV1.steps;
  fc.assert(
    fc.property(anyWeging, anyKraamweek, (weighing, week) => {
      expect(Object.keys(weging.outcomes)).toContain(propose['wegingsniveau']!(weighing));
      expect(Object.keys(kraamweek.outcomes)).toContain(propose['kraamsignaal']!(week));
    }),
  );
  expect([weging.override, kraamweek.override]).toEqual([{ reason: 'klinische-blik' }, { reason: 'klinische-blik' }]);
});
