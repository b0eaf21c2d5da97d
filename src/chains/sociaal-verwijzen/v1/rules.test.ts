import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sociaalVerwijzenV1 } from './chain.ts';
import { sociaalVerwijzenV1Content } from './content.ts';
import type { Nameting } from './forms.ts';
import { duurzaamheid } from './rules.ts';

test.each<[string, Nameting, ReturnType<typeof duurzaamheid>]>([
  ['still active', { continuering: 'actief', behoefte: 'geen' }, 'duurzaam'],
  ['active elsewhere', { continuering: 'andere-activiteit', behoefte: 'geen' }, 'duurzaam'],
  ['stopped, and content', { continuering: 'gestopt', behoefte: 'geen' }, 'niet-duurzaam'],
  ['never begun', { continuering: 'nooit-begonnen', behoefte: 'geen' }, 'niet-duurzaam'],
  [
    'active, and in need of the sociaal verwijzer',
    { continuering: 'actief', behoefte: 'opnieuw-sociaal-verwijzer' },
    'herstart',
  ],
  [
    'stopped, and in need of professional help',
    { continuering: 'gestopt', behoefte: 'professionele-hulp' },
    'herstart',
  ],
  ['nothing known but a need', { behoefte: 'professionele-hulp' }, 'herstart'],
  ['nothing known', {}, 'geen-respons'],
])('durable help (WOR-APP, VL3): %s', (_what, form, proposed) => {
  expect(duurzaamheid(form)).toBe(proposed);
});

test('a high score does not make help durable, and a low one does not undo it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 0, max: 10 }), (cijfer, meedoen) => {
      expect(duurzaamheid({ continuering: 'gestopt', behoefte: 'geen', cijfer, meedoen })).toBe('niet-duurzaam');
      expect(duurzaamheid({ continuering: 'actief', behoefte: 'geen', cijfer, meedoen })).toBe('duurzaam');
    }),
  );
});

test('the rule never proposes an outcome that its step does not have', () => {
  const outcomes = Object.keys(sociaalVerwijzenV1.steps.nameting.outcomes);
  const { continuering, behoefte } = sociaalVerwijzenV1Content.forms['nameting']!.shape;
  for (const doet of [undefined, ...valuesOf(continuering)]) {
    for (const wil of [undefined, ...valuesOf(behoefte)]) {
      const form = {
        ...(doet === undefined ? {} : { continuering: doet }),
        ...(wil === undefined ? {} : { behoefte: wil }),
      };
      expect(outcomes).toContain(sociaalVerwijzenV1Content.propose['duurzaamheid']!(form));
    }
  }
});

function valuesOf(field: unknown): readonly string[] {
  return (field as { unwrap: () => { options: readonly string[] } }).unwrap().options;
}
