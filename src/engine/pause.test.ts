import { describe, expect, test } from 'vitest';
import { OneCase } from '../../test/journeys/one-case.ts';
import { fixed, klaar, offer, smallChain, step } from '../../test/journeys/small-chain.ts';
import { DAY, holder, HOUR, MONDAY } from '../../test/journeys/start-case.ts';
import { after, all, leave } from '../language/define.ts';
import { actionsOf } from './actions.ts';
import { ageOf } from './age.ts';
import { localDateOf } from './calendar/amsterdam.ts';
import { nextWakeAt } from './state.ts';

const events = {
  gepland: { label: 'Gepland', anchor: 'start', planned: true },
  valpartij: { label: 'Gevallen' },
} as const;
const chain = smallChain(
  {
    begin: step({ verder: 'dan', klaar, samen: all('dan', 'ander') }, { within: fixed('P20D') }),
    werk: step({ klaar }, { within: fixed('10wd') }),
    vast: step({ klaar }, { within: after('start', fixed('P1W')) }),
    dan: step({ klaar, weer: 'begin' }),
    ander: step({ gedaan: leave() }),
    later: step({ gedaan: leave() }, { opens: { after: [fixed('P1M')], from: 'begin' }, lapsesOn: [] }),
    val: step({ gedaan: leave() }, { opens: { on: 'valpartij' } }),
  },
  { events },
);

const tester = holder('tester');
const begun = (entry = 'begin', anchors: Record<string, string> = { start: '2026-04-01' }): OneCase =>
  new OneCase(chain, entry, { anchors });

function pause(one: OneCase, until: string): OneCase {
  return one.send({ kind: 'pause', actor: tester, reason: 'ziekte', until });
}

function resume(one: OneCase): OneCase {
  return one.send({ kind: 'resume', actor: tester });
}

const due = (one: OneCase, name: string): string => localDateOf(one.open(name).dueAt);

describe('a pause', () => {
  test('lasts until the morning of its day, with its reason and who asked for it', () => {
    const one = pause(begun(), '2026-04-15');
    expect(one.last).toMatchObject([{ fact: 'paused', reason: 'ziekte', until: '2026-04-15', actor: tester }]);
    expect(one.state.status).toBe('paused');
    expect(nextWakeAt(one.state)).toBe(Date.UTC(2026, 3, 14, 22));
  });

  test('stops the ladder: nobody is reminded and nothing becomes late', () => {
    expect(pause(begun(), '2026-08-01').until('2026-07-31').last).toEqual([]);
  });

  test.each<[string, string, string]>([
    ['today', '2026-03-02', 'De pauze moet eindigen op een dag na vandaag.'],
    ['a day that was', '2026-02-01', 'De pauze moet eindigen op een dag na vandaag.'],
    ['no day at all', '2026-02-30', 'De pauze moet eindigen op een dag na vandaag.'],
    ['more than six months ahead', '2026-09-03', 'Een pauze duurt hoogstens zes maanden: tot 2026-09-02.'],
  ])('until %s is refused with the reason, and changes nothing', (_name, until, message) => {
    const one = begun();
    const before = structuredClone(one.state);
    expect(one.refusal((copy) => pause(copy, until))).toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining(message),
    });
    expect(one.state).toEqual(before);
  });

  test('of exactly six months is possible', () => {
    expect(pause(begun(), '2026-09-02').state.status).toBe('paused');
  });

  test('for a reason that nobody knows is refused', () => {
    const act = (copy: OneCase): unknown =>
      copy.send({ kind: 'pause', actor: tester, reason: 'zin', until: '2026-04-01' });
    expect(begun().refusal(act)?.code).toBe('invalid-input');
  });

  test('is for whoever is accountable, and nobody else', () => {
    for (const role of ['huisarts', 'coach']) {
      const act = (copy: OneCase): unknown =>
        copy.send({ kind: 'pause', actor: holder(role), reason: 'ziekte', until: '2026-04-01' });
      expect(begun().refusal(act)?.code).toBe('forbidden');
    }
  });

  test('in a pause is refused, and so is going on when nothing waits', () => {
    expect(pause(begun(), '2026-04-15').refusal((copy) => pause(copy, '2026-04-20'))?.code).toBe('not-allowed-now');
    expect(begun().refusal(resume)?.code).toBe('not-allowed-now');
  });

  test('holds every step that it finds: nothing can be decided until the case goes on', () => {
    const one = pause(begun(), '2026-04-15');
    expect(one.refusal((copy) => copy.decide('tester', 'begin', 'verder'))).toEqual({
      code: 'not-allowed-now',
      message: 'Dit traject is gepauzeerd. Hervat het eerst.',
    });
    expect(actionsOf(chain, one.state).map(({ action }) => action)).toEqual([
      'resume',
      'withdraw',
      'event',
      'assign',
      'ask',
      'consent',
      'link',
    ]);
  });

  test('does not hold what begins during it', () => {
    const one = pause(begun(), '2026-04-15');
    one.send({ kind: 'event', actor: tester, event: 'valpartij', on: '2026-03-02' });
    expect(one.open('val').openedAt).toBe(one.state.suspensions[0]!.from);
    expect(one.decide('tester', 'val', 'gedaan').openSteps).toEqual(['begin']);
  });
});

describe('six months', () => {
  test('are for all pauses since the last decision together, from the first day of the first', () => {
    const one = resume(pause(begun(), '2026-05-01').until('2026-04-01'));
    expect(one.refusal((copy) => pause(copy, '2026-09-03'))?.message).toContain('tot 2026-09-02');
    expect(pause(one, '2026-09-02').state.status).toBe('paused');
  });

  test('begin again after a decision', () => {
    const one = resume(pause(begun(), '2026-08-01').until('2026-07-01')).decide('tester', 'begin', 'verder');
    expect(pause(one, '2026-12-31').state.status).toBe('paused');
  });

  test('do not begin again because an offer was answered', () => {
    const offering = smallChain({ aanbod: offer({ gestart: klaar, niet: klaar }) });
    const one = resume(pause(new OneCase(offering, 'aanbod'), '2026-08-01').until('2026-07-01')).decide(
      'coach',
      'aanbod',
      'aanvaard',
    );
    const act = (copy: OneCase): unknown =>
      copy.send({ kind: 'pause', actor: holder('coach'), reason: 'ziekte', until: '2026-10-01' });
    expect(one.refusal(act)?.message).toContain('tot 2026-09-02');
  });
});

describe('when the case goes on', () => {
  test('terms that count from the case have as many days left as they had', () => {
    const one = resume(pause(begun().until('2026-03-12'), '2026-05-01').until('2026-04-11'));
    expect(one.kinds).toEqual(['resumed', 'rescheduled']);
    expect([due(begun(), 'begin'), due(one, 'begin')]).toEqual(['2026-03-22', '2026-04-21']);
  });

  test('terms in werkdagen have as many werkdagen left, whatever lies between', () => {
    const one = begun('werk');
    expect(due(one, 'werk')).toBe('2026-03-16');
    // Seven werkdagen are left on Thursday 5 March; from Thursday 2 April Good Friday and Easter Monday do not count.
    resume(pause(one.until('2026-03-05'), '2026-05-01').until('2026-04-02'));
    expect(due(one, 'werk')).toBe('2026-04-15');
  });

  test('terms that hang on a date stay where they are, and went on being late meanwhile', () => {
    const one = pause(begun('vast'), '2026-06-01').until('2026-04-10');
    expect(one.last.map(({ fact }) => fact)).toEqual(['reminded', 'late']);
    resume(one);
    expect([one.kinds, due(one, 'vast')]).toEqual([['resumed'], '2026-04-08']);
  });

  test('who was late stays late, with the same last day; only the escalation waits', () => {
    const one = begun().until('2026-03-24');
    const { rung, dueAt } = one.open('begin');
    expect(rung.kind).toBe('escalation');
    resume(pause(one, '2026-05-01').liveTo(one.now + 10 * DAY));
    expect(one.open('begin')).toMatchObject({ late: true, dueAt, rung: { ...rung, at: rung.at + 10 * DAY } });
  });

  test('the reminder keeps its distance from the last day', () => {
    const one = begun();
    const before = one.open('begin');
    resume(pause(one, '2026-05-01').until('2026-04-11'));
    const moved = one.open('begin');
    expect(moved.dueAt - moved.rung.at).toBe(before.dueAt - before.rung.at);
  });

  test('who was reminded is not reminded again', () => {
    const one = begun().until('2026-03-20');
    expect(one.open('begin').rung.kind).toBe('overdue');
    resume(pause(one, '2026-05-01').until('2026-04-11'));
    expect(one.until('2026-04-16').kinds).toEqual(['late']);
  });

  test('what time was to open waits as many days longer, at the beginning of its day, also over summer time', () => {
    const one = begun().decide('tester', 'begin', 'verder').until('2026-03-12');
    resume(pause(one, '2026-05-01').until('2026-04-11'));
    expect(one.state.scheduled.map(({ opensAt }) => opensAt)).toEqual([Date.UTC(2026, 4, 1, 22)]);
    expect(one.until('2026-05-02').openSteps).toContain('later');
  });

  test('what began during the pause keeps its own term', () => {
    const one = pause(begun(), '2026-05-01').until('2026-04-01');
    one.send({ kind: 'event', actor: tester, event: 'valpartij', on: '2026-04-01' });
    const before = due(one, 'val');
    expect(due(resume(one.until('2026-04-05')), 'val')).toBe(before);
  });

  test('what was scheduled during the pause keeps its own moment', () => {
    const lived = smallChain(
      {
        begin: step({ klaar }),
        val: step({ gedaan: leave() }, { opens: { on: 'valpartij' } }),
        later: step({ gedaan: leave() }, { opens: { after: [fixed('P1M')], from: 'val' } }),
      },
      { events },
    );
    const one = pause(new OneCase(lived, 'begin'), '2026-06-01').until('2026-04-01');
    one.send({ kind: 'event', actor: tester, event: 'valpartij', on: '2026-04-01' }).decide('tester', 'val', 'gedaan');
    resume(one.until('2026-04-10'));
    expect(one.state.scheduled.map(({ opensAt }) => localDateOf(opensAt!))).toEqual(['2026-05-01']);
  });

  test('after a second pause the days of both are there', () => {
    const one = resume(pause(begun().until('2026-03-04'), '2026-05-01').until('2026-03-14'));
    resume(pause(one.until('2026-03-16'), '2026-05-01').until('2026-03-21'));
    expect(due(one, 'begin')).toBe('2026-04-06');
  });
});

describe('the end of a pause', () => {
  test('wakes the case: its clock goes on, and whoever is accountable is asked how', () => {
    const one = pause(begun(), '2026-04-15').until('2026-04-15');
    expect(one.last).toMatchObject([
      { fact: 'resumed', actor: { system: 'clock' }, command: null },
      { fact: 'rescheduled', step: 'begin' },
      { fact: 'opened', step: 'na-pauze', role: 'tester', organisation: 'organisatie-tester', branch: 'main/na-pauze' },
    ]);
    expect(one.state.status).toBe('open');
  });

  test.each<[string, string, string[], string | null]>([
    ['goes on', 'verder', ['begin'], null],
    ['stops, with a reason, and the referrer hears of it', 'stopt', [], 'uitval'],
  ])('after it the case %s', (_name, outcome, open, ending) => {
    const one = pause(begun(), '2026-04-15')
      .until('2026-04-15')
      .decide('tester', 'na-pauze', outcome, { reason: 'ziekte' });
    expect([one.openSteps, one.state.ending]).toEqual([open, ending]);
    expect(one.kinds.includes('informed')).toBe(ending !== null);
  });

  test('found only after an outage counts until it was found', () => {
    const one = pause(begun(), '2026-04-15').sleepTo('2026-04-25');
    expect(due(one, 'begin')).toBe('2026-05-15');
    expect(one.openSteps).toEqual(['begin', 'na-pauze']);
  });

  test('asks only once when the question of an earlier pause still stands', () => {
    const one = pause(begun(), '2026-03-10').until('2026-03-10');
    pause(one, '2026-03-20').until('2026-03-20');
    expect(one.openSteps).toEqual(['begin', 'na-pauze']);
    expect(one.open('na-pauze').round).toBe(1);
  });

  test('that someone is ahead of asks nothing', () => {
    expect(resume(pause(begun(), '2026-04-15').until('2026-04-10')).until('2026-04-16').openSteps).toEqual(['begin']);
  });
});

describe('the age of a case', () => {
  test('counts its pauses in the gross age and not in the net age', () => {
    const one = pause(begun().until('2026-03-04'), '2026-05-01').until('2026-03-14');
    expect(ageOf(one.state, one.now)).toEqual({ gross: 12 * DAY, net: 2 * DAY });
    resume(one);
    expect(ageOf(one.state, one.now + 3 * DAY)).toEqual({ gross: 15 * DAY, net: 5 * DAY });
  });

  test('stands still once the case has ended, also when it ended in a pause', () => {
    const one = pause(begun(), '2026-05-01').liveTo(MONDAY + 2 * DAY);
    one.send({ kind: 'withdraw', actor: tester, reason: 'ziekte' });
    expect(one.state.suspensions).toMatchObject([{ to: MONDAY + 2 * DAY }]);
    expect(ageOf(one.state, MONDAY + 900 * DAY)).toEqual({ gross: 2 * DAY, net: 0 });
  });

  test('is nothing at the start', () => {
    expect(ageOf(begun().state, MONDAY)).toEqual({ gross: 0, net: 0 });
    expect(ageOf(begun().state, MONDAY + HOUR)).toEqual({ gross: HOUR, net: HOUR });
  });
});
