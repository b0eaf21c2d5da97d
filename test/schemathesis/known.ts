import type { Answer, Ask } from '../harness/api.ts';
import { groupOf, SCHAKEL, waiting } from '../harness/groups.ts';
import { referral } from '../harness/residents.ts';
import type { Known } from './settings.ts';

/** Makes what the calls can be about: a case with a question, a group with a case in it, an offer. */
export async function knownOf(api: Ask): Promise<Known> {
  const made = async (user: string, path: string, body: unknown): Promise<Answer['json']> => {
    const answer = await api(user, 'POST', path, body);
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.json;
  };
  const { id } = await made('huisarts', '/referrals', referral());
  const question = await made('tester', `/cases/${id}/questions`, { text: 'Past donderdag?' });
  const group = await made('valpreventie-coordinator', '/groups', groupOf([await waiting({ api })]));
  const { items } = (await api('huisarts', 'GET', '/offers?chain=valpreventie&municipality=enschede')).json;
  const offer = items.find(({ organisation }: { organisation: string }) => organisation === SCHAKEL);
  return { case: id, question: question.id, group: group.id, offer: offer.id };
}
