import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { JsonAnswer, JsonClient } from '../test/chaos/json-client.ts';
import { type Arm, armOf, type Subject } from './arm.ts';

const caseBody = z.object({ id: z.string(), openSteps: z.array(z.object({ id: z.string(), step: z.string() })) });

const form = { gevallen: false, bang: true, moeite: true, looptestSeconden: 6, opmerking: 'Loopt voorzichtig.' };
const decisions: readonly { readonly step: string; readonly outcome: string; readonly form?: object }[] = [
  { step: 'valrisicotest', outcome: 'matig', form },
  { step: 'toestemming-matig', outcome: 'ja' },
  { step: 'aanmelden-matig', outcome: 'gedaan' },
];

export interface Tokens {
  readonly huisarts: string;
  readonly tester: string;
}

/** Decisions of a tester on cases of their own, over HTTP. */
export function httpArm(client: JsonClient, tokens: Tokens): Arm {
  let referred = 0;

  const refer = async (): Promise<Subject> => {
    referred += 1;
    const answer = await client.post('/referrals', referralOf(referred), {
      token: tokens.huisarts,
      key: randomUUID(),
    });
    let current = expectCase(answer, 201);
    const subject: Subject = {
      id: current.id,
      taken: 0,
      decide: async () => {
        const next = decisions[subject.taken];
        const open = current.openSteps[0];
        if (next === undefined || open?.step !== next.step) throw new Error(`case ${current.id} stands elsewhere`);
        const { step: _step, ...decision } = next;
        const decided = await client.post(
          `/cases/${current.id}/decisions`,
          { openStep: open.id, ...decision },
          { token: tokens.tester, key: randomUUID() },
        );
        current = expectCase(decided, 200);
        subject.taken += 1;
      },
    };
    return subject;
  };

  return armOf(refer);
}

function expectCase({ status, body }: JsonAnswer, expected: number): z.infer<typeof caseBody> {
  if (status !== expected) throw new Error(`the API answered ${status}: ${JSON.stringify(body)}`);
  return caseBody.parse(body);
}

function referralOf(n: number): object {
  return {
    chain: 'valpreventie',
    municipality: 'enschede',
    resident: {
      name: { given: 'Meting', family: `Persoon ${randomUUID()}` },
      birthDate: '1946-05-17',
      postalCode: '7511AB',
      houseNumber: String(n),
    },
    consent: { given: true, at: new Date(Date.now() - 60_000).toISOString(), by: 'inwoner' },
  };
}
