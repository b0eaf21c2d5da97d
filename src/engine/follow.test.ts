import { describe, expect, test } from 'vitest';
import { LinkedCases } from '../../test/journeys/linked-cases.ts';
import {
  chain,
  consents,
  dies,
  ends,
  falls,
  linked,
  pauses,
  resumes,
  tester,
} from '../../test/journeys/linked-pair.ts';
import type { OneCase } from '../../test/journeys/one-case.ts';
import { linkEffects, type LinkMoment, linkTypes } from '../language/define.ts';
import type { Follow } from './messages.ts';

/** What each moment needs before it, and how it comes about. */
const MOMENTS: Readonly<Record<LinkMoment, readonly ((one: OneCase) => unknown)[]>> = {
  ended: [ends],
  paused: [pauses],
  resumed: [pauses, resumes],
  'consent-withdrawn': [consents(false)],
  'consent-given': [consents(false), consents(true)],
  died: [dies],
};
const moments = Object.keys(MOMENTS) as LinkMoment[];
const SIDES = [
  ['first', 'een', 'ander'],
  ['second', 'ander', 'een'],
] as const;

/** A waiting first is put on its way again, so that every moment can happen in it. */
function ready(type: string): LinkedCases {
  const both = linked(type);
  if (both.one('een').state.status === 'paused') both.act('een', resumes);
  return both.settle();
}

describe('every cell of the table', () => {
  const cells = Object.keys(linkTypes).flatMap((type) =>
    SIDES.flatMap(([side, here, there]) => moments.map((what) => ({ type, side, what, here, there }))),
  );

  test.each(cells)('$type, $side: $what', ({ type, side, what, here, there }) => {
    const both = ready(type);
    const acts = MOMENTS[what];
    for (const act of acts.slice(0, -1)) both.act(here, act).settle();
    const before = both.one(there).facts.length;
    for (const act of acts.slice(-1)) both.act(here, act).settle();
    const facts = both.one(there).facts.slice(before);
    const effect = linkEffects[type]?.[side][what];
    const expected = {
      'end-wait': ['followed', 'opened'],
      ask: ['followed', 'opened'],
      pause: ['followed', 'paused'],
      resume: ['followed', 'resumed', 'rescheduled'],
      'withdraw-consent': ['followed', 'agreed', 'opened', 'withheld'],
      'give-consent': ['followed', 'agreed', 'released', 'opened', 'lapsed'],
      die: ['followed', 'happened', 'silenced', 'ended'],
    };
    expect(facts.map(({ fact }) => fact)).toEqual(effect === undefined ? [] : expected[effect]);
    const actors = facts.flatMap((fact) => ('actor' in fact ? [fact.actor] : []));
    expect(actors.filter((actor) => actor === undefined || !('system' in actor))).toEqual([]);
    expect(facts.every(({ via }) => via?.join() === here)).toBe(true);
  });

  test.each(cells)('$type, $side: $what, in a case that ended or fell silent changes nothing', (cell) => {
    const { type, what, here, there } = cell;
    for (const before of [ends, falls]) {
      const both = ready(type);
      both.act(there, before);
      both.onTheWay = [];
      for (const act of MOMENTS[what]) both.act(here, act);
      const { seq: _seq, last: _last, links: _links, ...was } = both.one(there).state;
      both.settle();
      const { seq: _after, last: _later, links: _same, ...is } = both.one(there).state;
      expect(is).toEqual(was);
      expect(both.refused).toBe(before === ends ? both.arrived : 0);
    }
  });

  test('means nothing for links of before there were sides', () => {
    const both = new LinkedCases(chain, 'begin', ['een', 'ander']);
    for (const [here, there] of [
      ['een', 'ander'],
      ['ander', 'een'],
    ] as const) {
      both.act(here, (one) =>
        one.send({ kind: 'link', actor: tester, type: 'deel-intake', chain: 'klein', case: there, mirrored: true }),
      );
    }
    both.act('een', pauses);
    expect(both.one('een').state.links).toEqual([{ type: 'deel-intake', chain: 'klein', case: 'ander' }]);
    expect(both.onTheWay).toEqual([]);
  });
});

describe('what comes by a link', () => {
  test('does not go back, goes on to a third, and stops there', () => {
    const three = linked('deel-intake', 'derde')
      .link('deel-intake', 'ander', 'derde')
      .link('deel-intake', 'derde', 'een');
    three.act('een', pauses).settle();
    for (const name of ['een', 'ander', 'derde']) expect(three.one(name).state.status).toBe('paused');
    three.act('een', resumes).settle();
    for (const name of ['een', 'ander', 'derde']) expect(three.one(name).state.status).toBe('open');
    three.act('ander', consents(false)).settle();
    for (const name of ['een', 'ander', 'derde']) expect(three.one(name).state.consentLost).toBe(true);
    three.act('derde', dies).settle();
    for (const name of ['een', 'ander', 'derde']) expect(three.one(name).state.ending).toBe('overleden');
  });

  test('ends also when two opposite changes chase each other round a ring', () => {
    const ring = linked('deel-intake', 'derde')
      .link('deel-intake', 'ander', 'derde')
      .link('deel-intake', 'derde', 'een');
    ring.act('een', consents(false)).act('een', consents(true));
    ring.settle(() => ring.onTheWay.length - 1);
    expect(ring.arrived).toBeLessThan(20);
  });

  test('counts once, whatever brings it again; what another tells is not believed', () => {
    const both = linked('deel-intake').act('een', pauses);
    const [{ command }] = both.onTheWay as unknown as readonly [{ command: Follow }];
    both.settle();
    both.act('ander', resumes);
    const facts = (): number => both.one('ander').facts.length;
    const before = facts();
    for (const again of [command, { ...command, cause: command.cause - 1 }]) both.one('ander').send(again);
    both.one('ander').send({ ...command, from: 'vreemde', via: ['vreemde'], cause: 99 });
    both.one('ander').send({ ...command, side: 'second', cause: 99 });
    expect(both.one('ander').state.status).toBe('open');
    expect(facts()).toBe(before + 4);
  });

  test('of two links between two cases counts by the one that means most', () => {
    const both = linked('eerst').link('deel-intake', 'een', 'ander').act('ander', ends).settle();
    expect(both.arrived).toBe(1);
    expect(both.one('een').openSteps).toEqual(['begin', 'na-pauze']);
  });

  test('leaves what can be taken back as it was, when it means nothing', () => {
    const both = linked('deel-intake').act('ander', pauses);
    both.act('ander', resumes).act('ander', (one) => one.decide('tester', 'begin', 'wachten'));
    both.act('een', consents(false)).act('een', consents(true));
    both.onTheWay = both.onTheWay.slice(1);
    const { last } = both.one('ander').state;
    expect(last).not.toBeNull();
    expect(both.settle().one('ander').state.last).toEqual(last);
  });
});
