import type { Answer } from '../harness/api.ts';
import { decideAs, openCase, stateOf } from '../harness/cases.ts';
import { laag, matig } from '../harness/residents.ts';
import type { Suite } from '../harness/suite.ts';

/**
 * A case in which people claim, ask, answer, take back, couple, amend, and consent is withdrawn and given again.
 * Gives the case, which is still under way.
 */
export async function peopleAtWork(suite: Suite): Promise<string> {
  const { id, openStep } = await openCase(suite);
  const other = await openCase(suite);
  const at = (await stateOf(suite, id)).startedAt;
  const today = new Date(at).toISOString().slice(0, 10);
  const post = async (who: string, path: string, body: object): Promise<void> =>
    insist(await suite.api(who, 'POST', `/cases/${id}/${path}`, body));
  const { organisation } = decideAs('tester', openStep, 'matig').actor;

  await post('tester', 'assignments', { openStep, practitioner: 'me' });
  await post('huisarts', 'questions', { text: 'Is er al gebeld?', to: { organisation } });
  await post('tester', `questions/${id}.vraag.1/answer`, { text: 'Ja.' });
  await post('tester', 'decisions', { openStep, outcome: 'matig', form: matig });
  const { last } = await stateOf(suite, id);
  await post('tester', 'corrections', { seq: last?.seq, reason: 'vergissing' });
  await post('tester', 'links', { type: 'zelfde-gezin', case: other.id });
  const match = { 'if-match': `"${(await stateOf(suite, id)).seq}"` };
  insist(await suite.api('huisarts', 'PATCH', `/cases/${id}/resident`, { phone: '0612345678' }, match));
  await post('huisarts', 'consents', { purpose: 'overdracht', given: false, by: 'inwoner', at: today });
  await suite.moveClock('P40D');
  await post('huisarts', 'consents', { purpose: 'overdracht', given: true, by: 'inwoner', at: today });
  await post('tester', 'decisions', { openStep: `${id}.valrisicotest.2`, outcome: 'laag', form: laag });
  return id;
}

function insist({ status, text }: Answer): void {
  if (status >= 300) throw new Error(`refused: ${status} ${text}`);
}
