import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { matig, resident } from '../harness/residents.ts';
import { openSuite, type Suite } from '../harness/suite.ts';
import { caseAt, decide, type Stood } from './journey.ts';
import { actionsOf, change, dayFrom, type Listed, type Verb } from './verbs.ts';

let suite: Suite;
beforeAll(async () => {
  suite = await openSuite();
});
afterAll(() => suite.close());

/** A case in some situation, made anew for every action that is tried. */
const situations: Readonly<Record<string, () => Promise<Stood>>> = {
  'a fresh test': () => caseAt(suite, 'valrisicotest'),
  'a paused case': async () => {
    const made = await caseAt(suite, 'valrisicotest');
    await change(suite, 'tester', made.id, 'pauses', { reason: 'ziekte', until: dayFrom(suite, 20) });
    return made;
  },
  'a question that waits': async () => {
    const made = await caseAt(suite, 'valrisicotest');
    await change(suite, 'tester', made.id, 'questions', { text: 'Weet u meer?' });
    return made;
  },
  'a call to make': () => caseAt(suite, 'nabellen-tester'),
  'a decision just taken': async () => {
    const made = await caseAt(suite, 'valrisicotest');
    await decide(suite, 'tester', made.id, { openStep: made.openStep, outcome: 'matig', form: matig });
    return made;
  },
  'an offer': () => caseAt(suite, 'otago-verwijzing'),
  'consent that was withdrawn': async () => {
    const made = await caseAt(suite, 'valrisicotest');
    await change(suite, 'huisarts', made.id, 'consents', withdrawn('overdracht', false));
    return made;
  },
};

function withdrawn(purpose: string, given: boolean): object {
  return { purpose, given, by: 'inwoner', at: dayFrom(suite, 0) };
}

interface Request {
  readonly verb: Verb | `questions/${string}/answer`;
  readonly body: object;
}

/** What a caller would send for an action, with the first of everything that can be chosen. */
function requestFor(action: Listed, user: string): Request {
  const { openStep } = action;
  const reason = { code: action.reasons?.[0]?.code ?? 'ziekte' };
  switch (action.action) {
    case 'decide': {
      const outcome = action.outcomes?.find(({ allowed }) => allowed) ?? action.outcomes?.[0];
      const form = openStep?.includes('.valrisicotest.') ? { form: matig, reason } : {};
      const asked = outcome?.reasons === undefined ? {} : { reason };
      return { verb: 'decisions', body: { openStep, outcome: outcome?.id, ...form, ...asked } };
    }
    case 'assign': {
      const [other] = action.candidates ?? [];
      const to = user === 'ketencoordinator' || other !== undefined ? { organisation: other?.organisation } : undefined;
      return { verb: 'assignments', body: { openStep, ...(to ?? { practitioner: 'me' }) } };
    }
    case 'attempt':
      return { verb: 'attempts', body: { openStep, at: dayFrom(suite, 0), channel: 'telefoon', result: 'bereikt' } };
    case 'pause':
      return { verb: 'pauses', body: { reason: 'ziekte', until: dayFrom(suite, 9) } };
    case 'resume':
      return { verb: 'resumptions', body: {} };
    case 'withdraw':
      return { verb: 'withdrawal', body: { reason } };
    case 'event':
      return { verb: 'events', body: { event: 'verhuisd', at: dayFrom(suite, 0) } };
    case 'ask':
      return { verb: 'questions', body: { text: 'Wat weet u?', ...(action.to?.[0] ? { to: action.to[0] } : {}) } };
    case 'answer':
      return { verb: `questions/${openStep}/answer`, body: { text: 'Dit.' } };
    case 'consent': {
      const [first] = action.purposes ?? [];
      return { verb: 'consents', body: withdrawn(first?.id ?? '', first?.given !== true) };
    }
    case 'correct':
      return { verb: 'corrections', body: { seq: action.seq, reason: reason.code } };
    case 'link': {
      const agreed = { given: true, at: `${dayFrom(suite, 0)}T00:00:00Z`, by: 'inwoner' };
      const body = { type: 'zelfde-gezin', chain: 'valpreventie', resident: resident(), consent: agreed };
      return { verb: 'links', body };
    }
  }
  throw new Error(`an action that nobody thought of: ${action.action}`);
}

/** The same request in another case: it names an opening there. */
function inCase<Sent>(request: Sent, from: string, to: string): Sent {
  return JSON.parse(JSON.stringify(request).replaceAll(from, to)) as Sent;
}

const played = new Set<string>();

describe('what is called allowed succeeds, and what is not is refused', () => {
  const all: readonly (readonly [situation: string, user: string])[] = [
    ['a fresh test', 'tester'],
    ['a fresh test', 'huisarts'],
    ['a paused case', 'tester'],
    ['a question that waits', 'huisarts'],
    ['a call to make', 'tester'],
    ['a decision just taken', 'tester'],
    ['an offer', 'fysio'],
    ['an offer', 'huisarts'],
    ['an offer', 'tester'],
    ['consent that was withdrawn', 'huisarts'],
  ];
  test.each(all)('in %s, for %s', { timeout: 60_000 }, async (situation, user) => {
    const make = situations[situation]!;
    const first = await make();
    const listed = await actionsOf(suite, user, first.id);
    expect(listed.length).toBeGreaterThan(0);
    for (const action of listed) {
      const made = await make();
      const { verb, body } = requestFor(action, user);
      const { verb: path, sent } = inCase({ verb, sent: body }, first.id, made.id);
      const answer = await suite.api(user, 'POST', `/cases/${made.id}/${path}`, sent);
      const said = `${action.action} ${action.step ?? ''} ${answer.text}`;
      expect([200, 201].includes(answer.status), said).toBe(action.allowed);
      expect(answer.status, said).toBeLessThan(500);
      if (action.allowed) played.add(action.action);
    }
  });

  test('every kind of action was played', () => {
    expect([...played].toSorted()).toEqual(
      'answer ask assign attempt consent correct decide event link pause resume withdraw'.split(' '),
    );
  });
});
