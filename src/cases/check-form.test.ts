import { describe, expect, test } from 'vitest';
import { contentOf, definitions } from '../chains/index.ts';
import { valpreventieV1 } from '../chains/valpreventie/v1/chain.ts';
import { type AnyChain, handoff } from '../language/define.ts';
import { CaseError } from './case-error.ts';
import { checkForm } from './check-form.ts';

const chain: AnyChain = valpreventieV1;

function check(stepId: keyof typeof valpreventieV1.steps, outcome: string, form?: unknown) {
  return checkForm(chain, stepId, valpreventieV1.steps[stepId], outcome, form);
}

/** Where a form is wrong; nothing when it is accepted. */
function pointers(act: () => unknown): string[] {
  try {
    act();
    return [];
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    return (error.more.errors ?? []).map(({ pointer }) => pointer);
  }
}

describe('a form and the outcome beside it', () => {
  test.each<[keyof typeof valpreventieV1.steps, string, object, string[]]>([
    ['bespreken-interventies', 'ander', { doorverwijzingen: [] }, ['/form/doorverwijzingen']],
    ['bespreken-interventies', 'ander', {}, ['/form/doorverwijzingen']],
    ['bespreken-interventies', 'beweeg-en-ander', {}, ['/form/doorverwijzingen']],
    ['bespreken-interventies', 'ander', { doorverwijzingen: ['visus'] }, []],
    ['bespreken-interventies', 'beweeg-en-ander', { doorverwijzingen: ['visus'] }, []],
    ['bespreken-interventies', 'beweeg', { doorverwijzingen: ['visus'] }, ['/form/doorverwijzingen']],
    ['bespreken-interventies', 'beweeg', {}, []],
    ['bespreken-interventies', 'afzien', { doorverwijzingen: ['visus'] }, ['/form/doorverwijzingen']],
    ['bespreken-interventies', 'afzien', {}, []],
    ['otago-intake', 'passend', { contact: 'telefoon' }, ['/form/vorm']],
    ['otago-intake', 'passend', { contact: 'telefoon', vorm: 'groep' }, []],
    ['otago-intake', 'niet', { contact: 'telefoon' }, []],
  ])('%s, %s with %j', (step, outcome, form, wrong) => {
    expect(pointers(() => check(step, outcome, form))).toEqual(wrong);
  });
});

test('what a case keeps is the list, the choice or the outcome, and nothing of what was written', () => {
  const other = { doorverwijzingen: ['woning', 'visus'], opmerking: 'belt dochter' };
  expect(check('bespreken-interventies', 'ander', other).kept).toEqual({ doorverwijzingen: 'woning,visus' });
  expect(check('bespreken-interventies', 'beweeg', {}).kept).toEqual({ doorverwijzingen: '' });
  expect(check('otago-intake', 'passend', { contact: 'thuis', vorm: 'individueel' }).kept).toEqual({
    vorm: 'individueel',
  });
  expect(check('otago-intake', 'niet', { contact: 'thuis' }).kept).toEqual({});
  const tested = check('valrisicotest', 'hoog', {
    gevallen: false,
    bang: true,
    moeite: false,
    opmerking: 'is kwetsbaar',
  });
  expect(tested).toMatchObject({ kept: { klasse: 'hoog' }, proposed: 'matig' });
});

test('a hand-off has its form checked and its codes kept like an assessment', () => {
  const step = handoff({ ...valpreventieV1.steps['otago-verwijzing'], form: 'otagoIntake', keeps: ['vorm'] });
  const given = checkForm(chain, 'otago-verwijzing', step, 'geaccepteerd', { contact: 'telefoon', vorm: 'groep' });
  expect(given).toMatchObject({ kept: { vorm: 'groep' }, proposed: undefined });
  expect(pointers(() => checkForm(chain, 'otago-verwijzing', step, 'geaccepteerd', {}))).toEqual(['/form/contact']);
  expect(checkForm(chain, 'otago-verwijzing', step, 'geweigerd', undefined)).toMatchObject({ data: null, kept: {} });
});

test('a step without a form takes none', () => {
  expect(check('laag-advies', 'gedaan')).toEqual({ data: null, proposed: undefined, kept: {} });
  expect(pointers(() => check('laag-advies', 'gedaan', {}))).toEqual(['/form']);
});

test('whatever a chain insists on names a form, a field and outcomes that exist together', () => {
  for (const { id, version, steps } of Object.values(definitions).flat()) {
    const { forms, insists } = contentOf(id, version);
    for (const { form, field, outcomes } of insists) {
      expect(Object.keys(forms[form]?.shape ?? {})).toContain(field);
      const asking = Object.values(steps).filter((step) => 'form' in step && step.form === form);
      expect(asking.flatMap((step) => Object.keys(step.outcomes))).toEqual(expect.arrayContaining([...outcomes]));
    }
  }
});
