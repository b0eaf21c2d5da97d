import { describe, expect, test } from 'vitest';
import { OneCase } from '../../test/journeys/one-case.ts';
import { fixed, klaar, offer, smallChain, step } from '../../test/journeys/small-chain.ts';
import { holder } from '../../test/journeys/start-case.ts';
import { after, before, since } from '../language/define.ts';
import { endOfLocalDay, localDateOf, startOfLocalDay } from './calendar/amsterdam.ts';
import { parseLocalDate } from './calendar/local-date.ts';
import { nextWakeAt } from './state.ts';

const chain = smallChain(
  {
    begin: step(
      { klaar, verder: 'vast', venster: 'venster', sinds: 'sinds', aanbod: 'aanbod' },
      { within: fixed('P20D') },
    ),
    vast: step({ klaar }, { within: before('eind', fixed('P1W')), missed: 'te-laat' }),
    venster: step(
      { klaar },
      {
        within: {
          notBefore: before('eind', fixed('P3W')),
          aim: before('eind', fixed('P1D')),
          due: after('eind', fixed('P1W'), { otherwise: fixed('P60D') }),
        },
      },
    ),
    sinds: step({ klaar }, { within: since('begin', fixed('P3M')) }),
    aanbod: offer({ gestart: klaar, niet: klaar }, { within: before('eind', fixed('P1W')) }),
  },
  {
    order: [
      ['start', 'eind'],
      ['geboorte', 'eind'],
    ],
    events: {
      begint: { label: 'Begint', anchor: 'start', planned: true },
      eindigt: { label: 'Eindigt', anchor: 'eind', planned: true },
      geboren: { label: 'Geboren', anchor: 'geboorte' },
    },
  },
);

const begun = (entry: string, anchors: Record<string, string> = {}): OneCase => new OneCase(chain, entry, { anchors });
const happens = (one: OneCase, event: string, on: string): OneCase =>
  one.send({ kind: 'event', actor: holder('huisarts'), event, on });
const due = (one: OneCase, name: string): string => localDateOf(one.open(name).dueAt);
const endOf = (date: string): number => endOfLocalDay(parseLocalDate(date));

describe('dates that contradict each other', () => {
  test.each<[string, Record<string, string>, string, string]>([
    ['an end before the beginning', { start: '2026-05-01' }, 'eindigt', '2026-04-30'],
    ['a beginning after the end', { eind: '2026-05-01' }, 'begint', '2026-05-02'],
  ])('%s is refused with both days, and changes nothing', (_name, anchors, event, on) => {
    const one = begun('vast', anchors);
    const earlier = structuredClone(one.state);
    const refusal = one.refusal((copy) => happens(copy, event, on));
    expect(refusal).toMatchObject({ code: 'invalid-input', message: expect.stringContaining('spreken elkaar tegen') });
    expect(refusal?.message).toContain(on);
    expect(one.state).toEqual(earlier);
  });

  test('on the same day do not', () => {
    expect(happens(begun('vast', { start: '2026-05-01' }), 'eindigt', '2026-05-01').state.anchors).toMatchObject({
      eind: '2026-05-01',
    });
  });

  test('are refused at the referral too: then there is no case', () => {
    expect(() => begun('vast', { start: '2026-05-02', eind: '2026-05-01' })).toThrow('spreken elkaar tegen');
  });

  test.each([
    [{ ooit: '2026-05-01' }, 'ooit'],
    [{ start: '2026-02-30' }, 'start'],
    [{ start: 'morgen' }, 'start'],
    [{ start: '' }, 'start'],
    [{ toString: '2026-05-01' } as unknown as Record<string, string>, 'toString'],
  ])('nor is a date that is none, or that the chain does not know: %j', (anchors, name) => {
    expect(() => begun('vast', anchors)).toThrow(`De datum bij ${name} klopt niet.`);
  });
});

describe('a date that becomes known', () => {
  test('gives the term that waited for it its own end', () => {
    const one = begun('venster');
    expect([due(one, 'venster'), one.open('venster').moves]).toEqual(['2026-05-01', true]);
    happens(one, 'eindigt', '2026-06-15');
    expect(one.kinds).toEqual(['happened', 'anchored', 'rescheduled']);
    expect(one.open('venster')).toMatchObject({
      notBefore: startOfLocalDay(parseLocalDate('2026-05-25')),
      aim: endOf('2026-06-14'),
      dueAt: endOf('2026-06-22'),
      moves: false,
    });
  });

  test('leaves terms alone that do not hang on it', () => {
    expect(happens(begun('begin'), 'eindigt', '2026-06-15').kinds).toEqual(['happened', 'anchored']);
    const since = begun('begin').decide('tester', 'begin', 'sinds');
    expect(happens(since, 'eindigt', '2026-06-15').kinds).toEqual(['happened', 'anchored']);
  });

  test('leaves the time to accept an offer alone, and is read when it is accepted', () => {
    const one = begun('aanbod');
    expect(happens(one, 'eindigt', '2026-06-15').kinds).toEqual(['happened', 'anchored']);
    one.decide('coach', 'aanbod', 'aanvaard');
    expect(due(one, 'aanbod')).toBe('2026-06-08');
    expect(due(happens(one, 'eindigt', '2026-06-25'), 'aanbod')).toBe('2026-06-18');
  });

  test('that is the one it was changes nothing', () => {
    expect(happens(begun('vast', { eind: '2026-06-15' }), 'eindigt', '2026-06-15').kinds).toEqual(['happened']);
  });

  test('may not move a relative term that a pause has moved', () => {
    const one = begun('begin').send({ kind: 'pause', actor: holder('tester'), reason: 'ziekte', until: '2026-04-01' });
    one.until('2026-03-12').send({ kind: 'resume', actor: holder('tester') });
    const moved = due(one, 'begin');
    expect(due(happens(one, 'eindigt', '2026-06-15'), 'begin')).toBe(moved);
  });

  test('leaves a relative term alone that was late before a pause: it stays late, with the same last day', () => {
    const one = begun('begin').until('2026-03-24');
    const { dueAt } = one.open('begin');
    one.send({ kind: 'pause', actor: holder('tester'), reason: 'ziekte', until: '2026-06-01' });
    one.until('2026-04-10').send({ kind: 'resume', actor: holder('tester') });
    expect(happens(one, 'eindigt', '2026-06-15').kinds).toEqual(['happened', 'anchored']);
    expect(one.open('begin')).toMatchObject({ late: true, dueAt });
  });
});

describe('a date that changes', () => {
  const at = (date: string): OneCase => begun('vast', { eind: '2026-04-15' }).until(date);

  test('to later moves the term, and the reminder with it', () => {
    const one = happens(at('2026-03-10'), 'eindigt', '2026-05-15');
    const { rung, dueAt, openedAt } = one.open('vast');
    expect([due(one, 'vast'), rung]).toEqual([
      '2026-05-08',
      { kind: 'reminder', at: openedAt + Math.floor((dueAt - openedAt) * 0.75), count: 0 },
    ]);
  });

  test('to later makes what was late no longer so, and it may be late again', () => {
    const one = at('2026-04-20');
    expect(one.open('vast').late).toBe(true);
    happens(one, 'eindigt', '2026-05-15');
    expect(one.open('vast')).toMatchObject({ late: false, rung: { kind: 'overdue', at: endOf('2026-05-08') + 1 } });
    expect(one.until('2026-05-10').kinds).toEqual(['late', 'informed']);
  });

  test('to earlier brings the end nearer; one that has passed is late at the next millisecond, and said so', () => {
    const one = happens(at('2026-03-20'), 'eindigt', '2026-03-26');
    expect(due(one, 'vast')).toBe('2026-03-19');
    expect(nextWakeAt(one.state)).toBe(one.now + 1);
    expect(one.liveTo(one.now + 1).kinds).toEqual(['late', 'informed']);
  });

  test('never makes late a second time what stays late', () => {
    const one = at('2026-04-10');
    const { rung } = one.open('vast');
    happens(one, 'eindigt', '2026-04-16');
    expect(one.kinds).toEqual(['happened', 'anchored', 'rescheduled']);
    expect(one.open('vast')).toMatchObject({ late: true, rung });
    expect(one.until('2026-04-20').kinds).toEqual(['escalated']);
  });

  test('never sends a second reminder', () => {
    const one = at('2026-04-05');
    expect(one.open('vast').rung.kind).toBe('overdue');
    happens(one, 'eindigt', '2026-06-15');
    expect(one.until('2026-06-08').kinds).toEqual([]);
  });

  test('to before the opening makes the step due on the day of its opening', () => {
    expect(due(happens(at('2026-03-10'), 'eindigt', '2026-03-04'), 'vast')).toBe('2026-03-02');
  });
});
