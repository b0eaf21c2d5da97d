import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, decide, type Step, type Stood } from './journey.ts';
import { stored } from './problem.ts';
import { actionsOf, change, dayFrom, type Listed } from './verbs.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

interface Try {
  readonly verb: Parameters<typeof change>[3];
  readonly body: object;
  readonly allowed: boolean;
}

/** Every request that the list speaks of and that needs no form. */
function triesOf({ action, openStep, outcomes = [], events = [], reasons = [], allowed }: Listed): readonly Try[] {
  switch (action) {
    case 'decide':
      return outcomes
        .filter((outcome) => !('form' in outcome))
        .map(({ id, reasons: asked, allowed: may }) => {
          const reason = asked === undefined ? {} : { reason: { code: 'ziekte' } };
          return { verb: 'decisions', body: { openStep, outcome: id, ...reason }, allowed: may };
        });
    case 'attempt': {
      const body = { openStep, at: dayFrom(suite, 0), channel: 'brief', result: 'niet-bereikt' };
      return [{ verb: 'attempts', body, allowed }];
    }
    case 'pause':
      return [{ verb: 'pauses', body: { reason: reasons[0]?.code ?? 'ziekte', until: dayFrom(suite, 9) }, allowed }];
    case 'resume':
      return [{ verb: 'resumptions', body: {}, allowed }];
    case 'withdraw':
      return [{ verb: 'withdrawal', body: { reason: { code: reasons[0]?.code ?? 'ziekte' } }, allowed }];
    case 'event':
      return events.map(({ id, of, allowed: may }) => {
        const data = of === undefined ? {} : { data: { of: 'partner' } };
        return { verb: 'events', body: { event: id, at: dayFrom(suite, 0), ...data }, allowed: may };
      });
    // These are played in actions-played.test.ts.
    case 'answer':
    case 'ask':
    case 'assign':
    case 'consent':
    case 'correct':
    case 'link':
      return [];
    default:
      throw new Error(`no request for ${action}`);
  }
}

const stations: readonly (readonly [string, Step, readonly string[]])[] = [
  ['a wait that two may end', 'huisarts-contact', ['tester', 'huisarts', 'poh']],
  ['a step with contact attempts', 'nabellen-tester', ['tester', 'huisarts']],
  ['an offer', 'otago-verwijzing', ['huisarts', 'poh', 'fysio', 'tester']],
  ['a waiting list', 'wachtlijst-kern', ['valpreventie-coordinator', 'huisarts', 'tester']],
];

test.each(stations)(
  'what is called allowed at %s is exactly what succeeds, for everyone who sees it',
  async (...at) => {
    const [, step, users] = at;
    await exactlyAllowed(users, () => caseAt(suite, step));
  },
);

test('what is called allowed while a case is paused is exactly what succeeds', async () => {
  await exactlyAllowed(['tester', 'huisarts'], async () => {
    const made = await caseAt(suite, 'toestemming-matig');
    await change(suite, 'tester', made.id, 'pauses', { reason: 'ziekte', until: dayFrom(suite, 30) });
    return made;
  });
});

async function exactlyAllowed(users: readonly string[], make: () => Promise<Stood>): Promise<void> {
  let made = await make();
  let succeeded = 0;
  for (const user of users) {
    const count = (await actionsOf(suite, user, made.id)).flatMap(triesOf).length;
    for (let index = 0; index < count; index += 1) {
      // The list names the open step of this case, so it is read anew.
      const { verb, body, allowed } = (await actionsOf(suite, user, made.id)).flatMap(triesOf)[index] as Try;
      const send = () =>
        verb === 'decisions' ? decide(suite, user, made.id, body) : change(suite, user, made.id, verb, body);
      const before = await stored(suite);
      const done = await send();
      expect(done.status === 200, `${user} ${verb} ${JSON.stringify(body)}: ${done.text}`).toBe(allowed);
      const changed = JSON.stringify(await stored(suite)) !== JSON.stringify(before);
      expect(changed).toBe(allowed);
      if (!allowed) continue;
      succeeded += 1;
      made = await make();
    }
  }
  expect(succeeded).toBeGreaterThan(2);
}
