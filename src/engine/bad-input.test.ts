import { describe, expect, test } from 'vitest';
import { OneCase } from '../../test/journeys/one-case.ts';
import { fixed, klaar, smallChain, step } from '../../test/journeys/small-chain.ts';
import { holder } from '../../test/journeys/start-case.ts';
import { after, PREGNANCY_ENDED } from '../language/define.ts';
import { actionsFor, actionsOf } from './actions.ts';
import type { Command } from './messages.ts';
import { partyOf } from './parties.ts';

/* Bad input of issue 4: a refusal with the reason and the ways on, and the state untouched. */

const chain = smallChain(
  { begin: step({ klaar }, { within: after('geboorte', fixed('P6W')) }) },
  {
    order: [['start', 'eind']],
    events: {
      begint: { label: 'Begint', anchor: 'start', planned: true },
      eindigt: { label: 'Eindigt', anchor: 'eind', planned: true },
      geboorte: { label: 'Geboorte', anchor: 'geboorte' },
      [PREGNANCY_ENDED]: { label: 'Beëindigd' },
    },
  },
);
const tester = holder('tester');
const begun = (anchors: Record<string, string> = {}): OneCase => new OneCase(chain, 'begin', { anchors });
const event = (name: string, on = '2026-03-02', of?: string): Command => ({
  kind: 'event',
  actor: tester,
  event: name,
  on,
  ...(of === undefined ? {} : { of }),
});
const pause = (until: string): Command => ({ kind: 'pause', actor: tester, reason: 'ziekte', until });
const decide: Command = { kind: 'decide', actor: tester, openStep: 'traject.begin.1', outcome: 'klaar' };

/** Which actions the same person could take instead, after the refusal. */
function waysOn(one: OneCase): string[] {
  return actionsFor(chain, one.state, partyOf(tester)).map(({ action }) => action);
}

const LIVE = ['decide', 'pause', 'withdraw', 'event', 'assign', 'ask', 'consent', 'link'];

test.each<[string, OneCase, Command, string, RegExp, string[]]>([
  ['a decision after the end', begun().send(decide), decide, 'ended', /al beëindigd/, []],
  ['anything else after the end', begun().send(decide), pause('2026-04-01'), 'ended', /al beëindigd/, []],
  [
    'a pause beyond six months',
    begun(),
    pause('2026-09-03'),
    'invalid-input',
    /hoogstens zes maanden: tot 2026-09-02/,
    LIVE,
  ],
  ['a wake-up in the past', begun(), pause('2026-03-01'), 'invalid-input', /eindigen op een dag na vandaag/, LIVE],
  ['a wake-up today', begun(), pause('2026-03-02'), 'invalid-input', /eindigen op een dag na vandaag/, LIVE],
  [
    'an anchor that contradicts another',
    begun({ start: '2026-05-01' }),
    event('eindigt', '2026-04-30'),
    'invalid-input',
    /start \(2026-05-01\) ligt na eind \(2026-04-30\)/,
    LIVE,
  ],
  [
    'a birth that is still to come',
    begun(),
    event('geboorte', '2026-03-03'),
    'invalid-input',
    /niet in de toekomst/,
    LIVE,
  ],
  [
    'a decision in a pause',
    begun().send(pause('2026-04-01')),
    decide,
    'not-allowed-now',
    /gepauzeerd. Hervat het eerst/,
    ['resume', 'withdraw', 'event', 'assign', 'ask', 'consent', 'link'],
  ],
])(
  '%s is refused: the reason, what is possible instead, and the case untouched',
  (_name, one, command, code, message, instead) => {
    const before = structuredClone(one.state);
    const refusal = one.refusal((copy) => copy.send(command));
    expect(refusal).toEqual({ code, message: expect.stringMatching(message) });
    expect(one.state).toEqual(before);
    expect(waysOn(one)).toEqual(instead);
  },
);

describe('two events at once that contradict each other', () => {
  const pairs: readonly [string, Command, Command, string][] = [
    ['the end of a pregnancy and a birth', event(PREGNANCY_ENDED), event('geboorte'), 'not-allowed-now'],
    [
      'a death and the end of a pregnancy',
      event('overleden', '2026-03-02', 'inwoner'),
      event(PREGNANCY_ENDED),
      'ended',
    ],
    [
      'a death and another death of the same person',
      event('overleden', '2026-03-02', 'inwoner'),
      event('overleden', '2026-03-01', 'inwoner'),
      'ended',
    ],
    [
      'a beginning and an end before it',
      event('begint', '2026-05-01'),
      event('eindigt', '2026-04-01'),
      'invalid-input',
    ],
    ['an end and a beginning after it', event('eindigt', '2026-04-01'), event('begint', '2026-05-01'), 'invalid-input'],
  ];

  test.each(pairs)('%s: the first stands, the second is refused', (_name, first, second, code) => {
    const one = begun().send(first);
    const before = structuredClone(one.state);
    expect(one.refusal((copy) => copy.send(second))?.code).toBe(code);
    expect(one.state).toEqual(before);
  });

  test('a birth and then the end of that pregnancy: what silences goes before what opens', () => {
    const one = begun().send(event('geboorte')).send(event(PREGNANCY_ENDED));
    expect(one.openSteps).toEqual(['persoonlijk-afgezegd']);
    expect(actionsOf(chain, one.state).map(({ action }) => action)).toEqual(['decide', 'assign', 'correct']);
  });

  test('a birth on one day and on another: the last that is said holds, and the term follows it', () => {
    const one = begun().until('2026-03-10').send(event('geboorte', '2026-03-05')).send(event('geboorte', '2026-03-04'));
    expect(one.state.anchors).toEqual({ geboorte: '2026-03-04' });
    expect(one.kinds).toEqual(['happened', 'anchored', 'rescheduled']);
  });
});
