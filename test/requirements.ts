import type { Requirement } from './requirement.ts';
import { requirementsOfFigures } from './requirements-of-figures.ts';

/** What norms and guidelines ask of access, identity, the API and figures. `npm run gen` writes docs/requirements.md from this. */
export const requirements: Readonly<Record<string, Requirement>> = {
  F02: {
    text: 'A case can be made, run and closed without a BSN anywhere in the database.',
    tests: [{ file: 'test/api/bsn.test.ts', title: 'a case runs from its referral to its end without a BSN anywhere' }],
  },
  F03: {
    text: 'A BSN is stored encrypted only, with a keyed hash to look it up; no dump of all tables holds one.',
    tests: [
      { file: 'test/api/bsn.test.ts', title: 'stands in no table in clear' },
      { file: 'test/api/secrets.test.ts', title: 'in any table of the application' },
    ],
  },
  F04: {
    text: 'Only organisations that may have a BSN get one in any answer; every other gets a pseudonym of its own.',
    tests: [
      {
        file: 'test/api/bsn.test.ts',
        title: 'goes to an organisation that the law lets have it, and every other gets a pseudonym of its own',
      },
      {
        file: 'test/api/bsn.test.ts',
        title:
          'is nobody else than the person: two organisations know one person by two pseudonyms, one knows two by two',
      },
    ],
  },
  F08: {
    text: 'No personal data goes to another organisation without a stored basis, which the answer and the log name.',
    tests: [
      {
        file: 'src/cases/look/basis.test.ts',
        title: 'content %s for %s, with consents %j and contributions of %j, rests on %s',
      },
      {
        file: 'test/api/my-access-log.test.ts',
        title: 'tells who made and who looked at the own case, at what, how often and on which ground, newest first',
      },
    ],
  },
  F10: {
    text: 'A withdrawn consent counts from the next request; what was shared stays with its source, and who is concerned is told.',
    tests: [
      {
        file: 'test/api/consents-given.test.ts',
        title: 'counts at the next request: who held a step finds no case, no work and no person any more',
      },
      {
        file: 'test/api/consents-given.test.ts',
        title: 'the others hear that a step lapsed, and nothing more; the first time shown is when it was seen',
      },
      {
        file: 'test/api/consents-given.test.ts',
        title: 'nothing goes off any more for what rests on it, however long it lasts',
      },
    ],
  },
  F12: {
    text: 'Erasure is a decision on record and a destroyed key: nothing can be read afterwards, and the chain of facts still verifies.',
    tests: [
      {
        file: 'test/api/erase.test.ts',
        title: 'the decision is on record, with who took it, why, and what was destroyed',
      },
      {
        file: 'test/api/erase.test.ts',
        title: 'no route returns anything of who it was, and the case answers without a person',
      },
      {
        file: 'test/api/erase.test.ts',
        title: 'facts, trail and hashes are as they were, and the log says that it was done',
      },
    ],
  },
  F13: {
    text: 'A resident reads who saw what and when, by period.',
    tests: [
      {
        file: 'test/api/my-access-log.test.ts',
        title: 'tells who made and who looked at the own case, at what, how often and on which ground, newest first',
      },
      {
        file: 'test/api/my-access-log.test.ts',
        title: 'takes what is alike on one local day together, and keeps days apart; a period counts both its days',
      },
    ],
  },
  F14: {
    text: 'Every read, search, change and refusal on every route leaves a row with all fields.',
    tests: [
      { file: 'test/api/access-log-routes.test.ts', title: 'whoever asks, whether it is given or refused' },
      { file: 'test/api/access-log-routes.test.ts', title: 'nor who came without a login, as nobody' },
      {
        file: 'test/api/access-log-fields.test.ts',
        title: 'of a look: purpose, whose data, rule and its version, checks, source and trace',
      },
    ],
  },
  F16: {
    text: 'The row names the rule and its version, the relation, the consent and the checks.',
    tests: [
      {
        file: 'test/api/access-log-fields.test.ts',
        title: 'of a look: purpose, whose data, rule and its version, checks, source and trace',
      },
    ],
  },
  F17: {
    text: 'The log is append-only, hash-chained in the same transaction, and a command finds the first broken row.',
    tests: [
      {
        file: 'test/api/access-log.test.ts',
        title: 'only grow: no row of them can be changed, taken away or emptied out',
      },
      { file: 'test/api/verify-log.test.ts', title: 'every line and every fact is read, also while others write' },
      { file: 'test/api/verify-log.test.ts', title: 'the command prints counts, and ends with 1 when a row is broken' },
    ],
  },
  F19: {
    text: 'Reading the log is logged itself.',
    tests: [
      {
        file: 'test/api/my-access-log.test.ts',
        title: 'leaves a line of its own, and does not count the resident as a reader',
      },
    ],
  },
  F26: {
    text: 'An offer holds no data of a person; they can be had after acceptance only.',
    tests: [
      {
        file: 'test/api/offers.test.ts',
        title: 'sees chain, step, PC4 and age band, and who the person is after accepting',
      },
    ],
  },
  F29: {
    text: 'A machine logs in with private_key_jwt of five minutes at most, once, for a token of five minutes at most.',
    tests: [
      { file: 'src/local/machine-client.test.ts', title: 'gets a token for its practice with an assertion under %s' },
      { file: 'src/local/machine-client.test.ts', title: 'uses an assertion once' },
      {
        file: 'src/access/tokens.test.ts',
        title: 'takes for a machine only the client itself, without a person and for five minutes at most',
      },
    ],
  },
  F35: {
    text: 'A token of another algorithm, issuer, audience, kind, time or key, or of none, is refused.',
    tests: [
      {
        file: 'test/api/authentication.test.ts',
        title: 'is refused with %s by every route, hears nothing of what is there, and stores nothing',
      },
      {
        file: 'src/local/identity-provider.test.ts',
        title: 'without a signature, or changed after it was signed, is not valid',
      },
      {
        file: 'src/access/tokens.test.ts',
        title: 'stop counting within a minute of being withdrawn, also for a token that had just passed',
      },
    ],
  },
  F36: {
    text: 'One table guards routes and lists: a list holds exactly what may be seen one by one.',
    tests: [
      {
        file: 'test/api/referrals-lists.test.ts',
        title: 'for cases of several practices in many states, and every user',
      },
      {
        file: 'test/access/walks.test.ts',
        title: 'is listed exactly the open steps that are theirs, with what each shows one by one',
      },
    ],
  },
  F37: {
    text: 'Who sees what, for every user and every route.',
    tests: [
      { file: 'test/access/table.test.ts', title: '%s is for whom contract 5 says, and for nobody else' },
      { file: 'test/access/planted.test.ts', title: '%s is read by those who may, and by nobody else' },
      {
        file: 'test/api/who-sees-what.test.ts',
        title: '%s may do what the table says, and for the rest it does not exist',
      },
      {
        file: 'test/api/confidential-existence.test.ts',
        title: 'the case does not exist: %s is answered as for one that nobody made',
      },
    ],
  },
  F40: {
    text: 'Body, page, rate and time each have a limit that a test runs into.',
    tests: [
      { file: 'test/api/system.test.ts', title: '300 KiB are refused, with and without a length that says so' },
      {
        file: 'test/api/limits.test.ts',
        title: 'is told for how many seconds to wait, by every route and before it is looked at; others are not',
      },
      { file: 'src/main/listen.test.ts', title: 'gives up on headers that do not come' },
      { file: 'test/api/openapi-answers.test.ts', title: 'lists are as the document says' },
    ],
  },
  F43: {
    text: 'Histories hold no name, BSN or text; a payload in clear is refused.',
    tests: [
      { file: 'test/api/secrets.test.ts', title: 'in any table of the database %s' },
      {
        file: 'src/platform/temporal/codec.test.ts',
        title: 'refuses a payload that is not encrypted, unless it was told to allow it',
      },
    ],
  },
  F44: {
    text: 'Cases of an old key finish under a new one; without the old key only its payloads are unreadable.',
    tests: [
      {
        file: 'test/api/codec-rotation.test.ts',
        title:
          'a case that began under one codec key goes on and ends under the next; without the old key only what it sealed is lost',
      },
    ],
  },
  F45: {
    text: 'Ids of workflows, task queues and failures name no person.',
    tests: [
      {
        file: 'src/platform/temporal/codec.test.ts',
        title: 'shows its type only: message, details, stack and cause are encrypted',
      },
      { file: 'test/api/secrets.test.ts', title: 'in any table of the database %s' },
    ],
  },
  F47: {
    text: 'The identity provider and keys of development do not start in production.',
    tests: [
      {
        file: 'src/local/identity-provider.test.ts',
        title: 'refuses to start in production and on state that is not demo, and leaves nothing behind',
      },
    ],
  },
  ...requirementsOfFigures,
};
