import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ask, askAgain, type Asker, look } from './ask.ts';
import type { Random } from './random.ts';
import { accepted, type Book, type Operation } from './record.ts';

/** Hands out the numbers of the operations that may still be begun; undefined when there are none left. */
export type Budget = () => Promise<number | undefined>;

const caseBody = z.object({
  id: z.string(),
  status: z.string(),
  openSteps: z.array(z.object({ id: z.string(), step: z.string() })),
});
type Case = z.infer<typeof caseBody>;

interface Choice {
  readonly user: string;
  readonly outcome: string;
  readonly form?: object;
}

const calm = { gevallen: false, bang: false, moeite: false };
const slow = { gevallen: false, bang: true, moeite: true, looptestSeconden: 6 };
const hurt = { gevallen: true, bang: true, moeite: true, letsel: true };
const none = { doorverwijzingen: [] };
const choices: Readonly<Record<string, readonly Choice[]>> = {
  valrisicotest: [
    { user: 'tester', outcome: 'laag', form: calm },
    { user: 'tester', outcome: 'matig', form: slow },
    { user: 'tester', outcome: 'matig', form: slow },
    { user: 'tester', outcome: 'hoog', form: hurt },
  ],
  'laag-advies': [{ user: 'tester', outcome: 'gedaan' }],
  'toestemming-matig': [
    { user: 'tester', outcome: 'ja' },
    { user: 'tester', outcome: 'ja' },
    { user: 'tester', outcome: 'nee' },
  ],
  'aanmelden-matig': [{ user: 'tester', outcome: 'gedaan' }],
  'wachtlijst-kern': [
    { user: 'valpreventie-coordinator', outcome: 'te-lang' },
    { user: 'valpreventie-coordinator', outcome: 'trekt-terug' },
  ],
  'groep-toewijzen': [{ user: 'valpreventie-coordinator', outcome: 'geen-groep' }],
  'toestemming-hoog': [
    { user: 'tester', outcome: 'digitaal' },
    { user: 'tester', outcome: 'brief' },
    { user: 'tester', outcome: 'geweigerd' },
  ],
  'huisarts-contact': [{ user: 'huisarts', outcome: 'bevestigd' }],
  'huisarts-beeld': [{ user: 'huisarts', outcome: 'voldoende' }],
  'bespreken-interventies': [{ user: 'huisarts', outcome: 'afzien', form: none }],
};
export const users = ['huisarts', 'tester', 'valpreventie-coordinator'] as const;

const AGAIN = 0.1;
const RIVALS = 0.1;

/** One client with cases of its own: refers residents and takes every case to its end, until the budget is spent. */
export async function playClient(asker: Asker, random: Random, book: Book, budget: Budget): Promise<void> {
  const own: Operation[] = [];
  let current: Case | undefined;

  for (;;) {
    const number = await budget();
    if (number === undefined) return;
    const request = current === undefined ? referral(random) : decision(random, current);
    const first = operationOf(number, request);
    // A rival asks for the same place at the same moment under another key.
    const second = random.chance(RIVALS) ? await rivalOf(first, request, random, current, budget) : undefined;
    const begun = second === undefined ? [first] : [{ ...first, rival: second.number }, second];
    book.operations.push(...begun);
    own.push(...begun);
    await Promise.all(begun.map((operation) => ask(asker, operation)));
    current = await nextOf(asker, begun.find(accepted));
    if (random.chance(AGAIN)) {
      const again = random.pick(random.chance(0.5) ? begun : own);
      // A referral that came second used no key up: it may succeed later, when the first case has ended.
      if (again.asked.kind === 'decide' || accepted(again)) await askAgain(asker, again);
    }
  }
}

/** The case to go on with; undefined when it has ended, or when there was no answer: the check finds out what became of it. */
async function nextOf(asker: Asker, won: Operation | undefined): Promise<Case | undefined> {
  let found = caseBody.safeParse(won?.answer?.body).data;
  // Who has done the own part of a case no longer sees where it stands. The referrer does.
  if (found?.status === 'open' && found.openSteps.length === 0) {
    found = caseBody.safeParse((await look(asker, `/cases/${found.id}`, 'huisarts'))?.body).data;
  }
  return found?.status === 'open' ? found : undefined;
}

interface Request extends Pick<Operation, 'path' | 'body' | 'user' | 'asked'> {}

function operationOf(number: number, request: Request, rival: number | null = null): Operation {
  return { number, key: randomUUID(), rival, tries: 0, waitedMs: 0, answer: null, repeats: [], ...request };
}

async function rivalOf(
  first: Operation,
  request: Request,
  random: Random,
  current: Case | undefined,
  budget: Budget,
): Promise<Operation | undefined> {
  const number = await budget();
  if (number === undefined) return undefined;
  return operationOf(number, current === undefined ? request : decision(random, current), first.number);
}

function referral(random: Random): Request {
  const resident = randomUUID();
  const body = {
    chain: 'valpreventie',
    municipality: 'enschede',
    resident: {
      name: { given: 'Proef', family: `Persoon ${resident}` },
      birthDate: `19${30 + random.below(25)}-0${1 + random.below(9)}-1${random.below(10)}`,
      postalCode: '7511AB',
      houseNumber: resident.slice(0, 8),
    },
    consent: { given: true, at: new Date(Date.now() - 3_600_000).toISOString(), by: 'inwoner' },
  };
  return { path: '/referrals', body, user: 'huisarts', asked: { kind: 'refer', resident } };
}

function decision(random: Random, { id, openSteps }: Case): Request {
  const [open] = openSteps;
  const possible = open === undefined ? undefined : choices[open.step];
  if (open === undefined || possible === undefined) throw new Error(`case ${id} has no step that can be decided`);
  const { user, outcome, form } = random.pick(possible);
  const body = { openStep: open.id, outcome, ...(form === undefined ? {} : { form }) };
  const asked = { kind: 'decide' as const, case: id, openStep: open.id, step: open.step, outcome };
  return { path: `/cases/${id}/decisions`, body, user, asked };
}
