import { mustHold } from './as-told.ts';
import { decide, showReferral, showWork } from './looks.ts';
import type { Stage } from './stage.ts';

/** A fall and a slow walk: the rule of the chain proposes `matig`. */
const form = { gevallen: true, bang: true, moeite: true, looptestSeconden: 6.2 };

/** The tester first departs from the proposal without a reason, and is told what is possible; then follows it. */
export async function takeTest(stage: Stage, caseId: string): Promise<void> {
  stage.scene('de tester neemt de valrisicotest af');
  const { openStep } = await showWork(stage, 'tester', caseId, 'valrisicotest');
  stage.does('tester', 'Vult het formulier in en kiest: laag risico. Zonder reden.');
  const refused = { openStep, outcome: 'laag', form };
  const { code, title, proposed, allowed } = await stage.talk.refused(
    'tester',
    `/cases/${caseId}/decisions`,
    422,
    refused,
  );
  mustHold(code === 'reason-required' && proposed === 'matig', 'wie van het voorstel afwijkt, moet een reden geven');
  mustHold(allowed !== undefined && allowed.length > 0, 'de weigering zegt wat wel kan');
  const reasons = allowed.map(({ label }) => `- ${label}`);
  stage.sees('tester', `Geweigerd: ${title}. Het voorstel is: ${proposed}. Redenen die kunnen:`, ...reasons);

  await decide(stage, 'tester', caseId, { openStep, outcome: 'matig', form }, 'Volgt het voorstel: matig risico.');
  const { feedback } = await showReferral(stage, caseId);
  mustHold(feedback.at(-1)?.kind === 'test-matig', 'de huisarts leest de uitslag');
}
