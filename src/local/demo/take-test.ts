import { mustFind, mustHold } from './as-told.ts';
import { decide, openStepOf } from './deeds.ts';
import { testMatig as form } from './forms.ts';
import { showReferral } from './looks.ts';
import type { Stage } from './stage.ts';

/** The tester first departs from the proposal without a reason, and is told what is possible; then follows it. */
export async function takeTest(stage: Stage, caseId: string): Promise<void> {
  stage.scene('de tester neemt de valrisicotest af');
  stage.does('tester', 'Vult het formulier in en kiest: laag risico. Zonder reden.');
  const openStep = await openStepOf(stage, 'tester', caseId, 'valrisicotest');
  const refused = { openStep, outcome: 'laag', form };
  const path = `/cases/${caseId}/decisions`;
  const { code, title, proposed, allowed } = await stage.talk.refused('tester', path, 422, refused);
  mustHold(code === 'reason-required' && proposed === 'matig', 'wie van het voorstel afwijkt, moet een reden geven');
  const why = mustFind(
    allowed?.find(({ reason }) => reason === 'klinische-blik'),
    'de weigering zegt welke reden kan',
  );
  stage.sees('tester', `Geweigerd: ${title}. Het voorstel is: ${proposed}. Een reden kan zijn: "${why.label}".`);
  await decide(
    stage,
    'tester',
    caseId,
    { step: 'valrisicotest', outcome: 'matig', form },
    'Volgt het voorstel: matig risico.',
  );
  await showReferral(stage, caseId, 'test-matig');
}
