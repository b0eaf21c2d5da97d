import { caseAnswer, orphansAnswer, referralsAnswer, type TrailItem } from './answers.ts';
import { mustHold } from './as-told.ts';
import { closingTable } from './closing-table.ts';
import { shortDate } from './dutch-dates.ts';
import { decide, onWorklist, showReferral, showWork } from './looks.ts';
import { Stage } from './stage.ts';
import { openTalk } from './talk.ts';
import { letTermRunOut } from './let-term-run-out.ts';
import { takeTest } from './take-test.ts';

export interface StoryOptions {
  /** Of an API with virtual time. */
  readonly url: string;
  /** An access token for a user of the demo region. */
  readonly token: (user: string) => Promise<string>;
  readonly print: (line: string) => void;
}

export interface Told {
  readonly caseId: string;
  readonly trail: readonly TrailItem[];
}

const resident = {
  name: { given: 'Truus', family: 'Voorbeeld' },
  birthDate: '1944-04-12',
  postalCode: '7532AB',
  houseNumber: '8',
  phone: '0612345678',
};

/**
 * Plays one referral into valpreventie through the API, from the huisarts to the end, and prints what each party sees.
 * @throws NotAsTold when the system does anything else than the story tells.
 */
export async function playStory({ url, token, print }: StoryOptions): Promise<Told> {
  const stage = new Stage(openTalk(url, token), print);
  await stage.advance('P0D');
  await stage.toWeekday(0);
  print('Een verwijzing in de keten valpreventie, in versnelde tijd. Alle mensen en organisaties zijn verzonnen.\n');
  await stage.introduce();

  const caseId = await refer(stage);
  await stage.toWeekday(3);
  await takeTest(stage, caseId);
  await stage.toWeekday(2);
  await giveConsent(stage, caseId);
  const openStep = await letTermRunOut(stage, caseId);
  await stage.toWeekday(1);
  await actLate(stage, caseId, openStep);
  await stage.toWeekday(21);
  await placeInGroup(stage, caseId);
  return lookBack(stage, caseId);
}

async function refer(stage: Stage): Promise<string> {
  stage.scene('de huisarts verwijst');
  stage.does('huisarts', 'Verwijst Truus Voorbeeld, geboren in 1944, naar valpreventie. Zij geeft toestemming.');
  const consent = { given: true, at: stage.now, by: 'inwoner' };
  const body = { chain: 'valpreventie', municipality: 'enschede', kern: 'glanerbrug', resident, consent };
  const made = await stage.talk.post('huisarts', '/referrals', body, caseAnswer);
  mustHold(made.status === 'open' && made.accountable !== null, 'het traject is open en iemand is aan zet');
  await stage.trail('huisarts', made.id);
  await showReferral(stage, made.id);
  await showWork(stage, 'tester', made.id, 'valrisicotest');
  const problem = await stage.talk.refused('huisarts-2', `/cases/${made.id}`, 404);
  const others = await stage.talk.get('huisarts-2', '/referrals?limit=100', referralsAnswer);
  mustHold(
    others.items.every(({ id }) => id !== made.id),
    'een andere praktijk ziet de verwijzing niet',
  );
  stage.sees('huisarts-2', `404. "${problem.detail}"`);
  return made.id;
}

async function giveConsent(stage: Stage, caseId: string): Promise<void> {
  stage.scene('de tester vraagt toestemming');
  const { openStep } = await showWork(stage, 'tester', caseId, 'toestemming-matig');
  const after = await decide(stage, 'tester', caseId, { openStep, outcome: 'ja' }, 'Legt vast: de inwoner zegt ja.');
  const next = after.openSteps.find(({ step }) => step === 'aanmelden-matig');
  mustHold(next !== undefined, 'na de toestemming staat het aanmelden open');
  stage.sees('tester', `Nieuwe stap: ${next.label}, 5 werkdagen, uiterlijk ${shortDate(next.dueAt)}.`);
}

async function actLate(stage: Stage, caseId: string, openStep: string): Promise<void> {
  stage.scene('de tester meldt alsnog aan');
  await decide(stage, 'tester', caseId, { openStep, outcome: 'gedaan' }, 'Meldt Truus Voorbeeld aan voor een groep.');
  const stuck = await onWorklist(stage, 'ketencoordinator', openStep);
  mustHold(stuck === undefined, 'de melding bij de ketencoördinator is weg');
  stage.sees('ketencoordinator', 'De melding is van de lijst.');
  await showWork(stage, 'valpreventie-coordinator', caseId, 'wachtlijst-kern');
  const { feedback } = await showReferral(stage, caseId);
  mustHold(feedback.at(-1)?.kind === 'aangemeld', 'de huisarts leest dat de inwoner is aangemeld');
}

async function placeInGroup(stage: Stage, caseId: string): Promise<void> {
  stage.scene('er is plek in een groep');
  const { openStep } = await showWork(stage, 'valpreventie-coordinator', caseId, 'wachtlijst-kern');
  const decision = { openStep, outcome: 'groep-vol' };
  const after = await decide(stage, 'valpreventie-coordinator', caseId, decision, 'Beslist: de groep is vol en start.');
  mustHold(after.status === 'ended' && after.accountable === null, 'het traject is beëindigd');
  const { status, feedback } = await showReferral(stage, caseId);
  const kinds = feedback.map(({ kind }) => kind).join(' ');
  mustHold(status === 'ended' && kinds === 'test-matig aangemeld geplaatst', 'de huisarts las elke mijlpaal');
}

async function lookBack(stage: Stage, caseId: string): Promise<Told> {
  for (const who of ['huisarts', 'tester', 'valpreventie-coordinator'] as const) await stage.trail(who, caseId);
  const trail = stage.wholeTrail();
  stage.line('\nWat er gebeurde, zoals de partijen het samen zien:\n');
  for (const row of closingTable(trail, (organisation) => stage.nameOf(organisation))) stage.line(row);
  const orphans = await stage.talk.get('beheerder', '/orphans', orphansAnswer);
  mustHold(orphans.items.length === 0, 'geen traject is zonder partij, handeling of termijn');
  stage.line('\nTrajecten waar niemand aan zet is (GET /orphans): leeg.');
  return { caseId, trail };
}
