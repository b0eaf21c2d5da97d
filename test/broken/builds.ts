/** Deliberately broken builds, one per guarantee, and the test that must notice. Names of tests are matched whole. */
export interface BrokenBuild {
  /** The patch is `<name>.patch` beside this file. */
  readonly name: string;
  readonly guarantee: string;
  readonly project: 'unit' | 'stack';
  readonly file: string;
  readonly test: string;
}

const oneMechanism = { project: 'stack', file: 'test/windows/one-mechanism.test.ts' } as const;

export const brokenBuilds: readonly BrokenBuild[] = [
  {
    name: 'no-lease',
    guarantee: 'one sender at a time',
    ...oneMechanism,
    test: 'while a sender has the lease nobody else sends its command',
  },
  {
    name: 'new-id-on-resend',
    guarantee: 'a command counts once, under its own id',
    ...oneMechanism,
    test: 'a command whose sender died after the Update takes effect once, and its own answer is told',
  },
  {
    name: 'no-attempt-number',
    guarantee: 'a refusal cannot overtake a later attempt',
    ...oneMechanism,
    test: 'an earlier attempt cannot turn a later one into a refusal',
  },
  {
    name: 'projection-before-durability',
    guarantee: 'PostgreSQL shows only what history holds',
    ...oneMechanism,
    test: 'a fact is in history before PostgreSQL shows it',
  },
  {
    name: 'no-head-check',
    guarantee: 'facts have no gaps',
    ...oneMechanism,
    test: 'facts that do not follow what is known are refused, and nothing of them is kept',
  },
  {
    name: 'facts-commands-not-answered',
    guarantee: 'whoever projects a fact answers its command',
    ...oneMechanism,
    test: 'whoever projects a fact answers the command that caused it',
  },
  {
    name: 'refusal-not-stored',
    guarantee: 'a refusal stays a refusal',
    ...oneMechanism,
    test: 'a refusal is stored before it is told, and stays a refusal',
  },
  {
    name: 'follow-ups-after-the-facts',
    guarantee: 'what follows in a linked case is there if and only if the facts are',
    project: 'stack',
    file: 'test/windows/links-follow.test.ts',
    test: 'what follows is recorded with the facts that it follows from',
  },
  {
    name: 'no-tick-before-decision',
    guarantee: 'a decision never overtakes a deadline that was due before it',
    project: 'unit',
    file: 'src/engine/apply.test.ts',
    test: 'finds that deadline handled: late stands before decided',
  },
  {
    name: 'no-ids-over-continue-as-new',
    guarantee: 'ids are remembered over continue-as-new',
    project: 'stack',
    file: 'test/windows/time.test.ts',
    test: 'a case goes on in a new run, with nothing lost and every id remembered',
  },
  {
    name: 'group-in-two-transactions',
    guarantee: 'a group and the commands to its cases are recorded together or not at all',
    project: 'stack',
    file: 'test/windows/groups-recording.test.ts',
    test: 'are seen together or not at all',
  },
  {
    name: 'refused-update-leaves-the-run',
    guarantee: 'a refused Update leaves no trace, also not in when a run is left',
    project: 'stack',
    file: 'test/windows/time.test.ts',
    test: 'leaves no trace: a worker that knows only the history goes on with the case',
  },
  {
    name: 'changed-host',
    guarantee: 'a case that is under way goes on with a new build',
    project: 'stack',
    file: 'test/replay/replay.test.ts',
    test: '0.2.0-group.history.json, made by an earlier build, replays with the code of now',
  },
  {
    name: 'one-dossier',
    guarantee: 'where the existence of a case is confidential, a second referral is answered as a first one',
    project: 'stack',
    file: 'test/api/confidential-existence.test.ts',
    test: 'is a case of its own that shows its practice nothing of the first, also while it is worked on',
  },
];
