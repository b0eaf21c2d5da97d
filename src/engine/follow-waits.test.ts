import { describe, expect, test } from 'vitest';
import { LinkedCases } from '../../test/journeys/linked-cases.ts';
import { chain, ends, linked, pauses, resumes, tester } from '../../test/journeys/linked-pair.ts';

describe('who waits for another case', () => {
  test('is paused until the given day, or as long as a case may', () => {
    const until = new LinkedCases(chain, 'begin', ['een', 'ander']).link('eerst', 'een', 'ander', {
      until: '2026-04-01',
    });
    expect(until.one('een').facts.at(-1)).toMatchObject({
      fact: 'paused',
      reason: 'eerst-andere-hulp',
      until: '2026-04-01',
      actor: tester,
    });
    expect(linked('eerst').one('een').facts.at(-1)).toMatchObject({ fact: 'paused', until: '2026-09-02' });
    expect(until.one('ander').state.status).toBe('open');
  });

  test.each(['2026-03-02', '2026-12-01', 'morgen'])('cannot wait until %s', (until) => {
    const one = new LinkedCases(chain, 'begin', ['een']).one('een');
    const asked = {
      kind: 'link',
      actor: tester,
      type: 'eerst',
      chain: 'klein',
      case: 'x',
      side: 'first',
      until,
    } as const;
    expect(one.refusal((copy) => copy.send(asked))?.code).toBe('invalid-input');
    const other = { ...asked, type: 'parallel', until: '2026-04-01' };
    expect(one.refusal((copy) => copy.send(other))?.code).toBe('invalid-input');
  });

  test('goes on when the other ends, and somebody is asked how, as when a pause runs out', () => {
    const both = linked('eerst').act('ander', ends).settle();
    const ranOut = linked('eerst').one('een').until('2026-09-03');
    expect(both.one('een').openSteps).toEqual(['begin', 'na-pauze']);
    expect(both.one('een').openSteps).toEqual(ranOut.openSteps);
    expect(both.one('een').state.status).toBe('open');
  });

  test('wakes by itself on its day, and is asked about the other when that ends later', () => {
    const both = linked('eerst').act('een', (one) => one.until('2026-09-03'));
    expect(both.one('een').openSteps).toEqual(['begin', 'na-pauze']);
    both
      .act('ander', (one) => one.until('2026-09-03'))
      .act('ander', ends)
      .settle();
    expect(both.one('een').openSteps).toEqual(['begin', 'na-pauze', 'ander-traject']);
  });

  test('stays paused for a reason of its own, and is asked about the other', () => {
    const both = linked('eerst').act('een', resumes).act('een', pauses).act('ander', ends).settle();
    expect(both.one('een').state.status).toBe('paused');
    expect(both.one('een').openSteps).toEqual(['begin', 'ander-traject']);
    expect(both.one('een').decide('tester', 'ander-traject', 'gezien').openSteps).toEqual(['begin']);
  });

  test('is not paused twice, and not where it waits already', () => {
    const paused = new LinkedCases(chain, 'begin', ['een', 'ander']).act('een', pauses).link('eerst', 'een', 'ander');
    expect(paused.one('een').state.suspensions).toHaveLength(1);
    expect(paused.act('ander', ends).settle().one('een').state.status).toBe('paused');
    const waits = new LinkedCases(chain, 'begin', ['een', 'ander'])
      .act('een', (one) => one.decide('tester', 'begin', 'wachten'))
      .link('eerst', 'een', 'ander');
    expect(waits.one('een').state.status).toBe('open');
    expect(waits.act('ander', ends).settle().one('een').openSteps).toEqual(['wacht', 'ander-traject']);
  });

  test('is asked once, also when more cases end', () => {
    const both = linked('deel-intake', 'derde').link('deel-intake', 'een', 'derde');
    both.act('ander', ends).act('derde', ends).settle();
    expect(both.one('een').openSteps).toEqual(['begin', 'ander-traject']);
  });
});

describe('who shares an intake', () => {
  test('pauses until the same day, or as long as it still may', () => {
    const both = linked('deel-intake').act('een', pauses).settle();
    expect(both.one('ander').facts.at(-1)).toMatchObject({ fact: 'paused', reason: 'ziekte', until: '2026-05-01' });
    const long = linked('deel-intake');
    long.act('ander', pauses).act('ander', resumes);
    long.act('een', (one) => one.until('2026-04-01')).act('ander', (one) => one.until('2026-04-01'));
    long
      .act('een', (one) => one.send({ kind: 'pause', actor: tester, reason: 'ziekte', until: '2026-10-01' }))
      .settle();
    expect(long.one('ander').facts.at(-1)).toMatchObject({ fact: 'paused', until: '2026-09-02' });
  });

  test('keeps a pause of its own, also when the other goes on', () => {
    const both = linked('deel-intake').act('ander', pauses).act('een', pauses).settle();
    both.act('een', resumes).settle();
    expect(both.one('ander').state).toMatchObject({ status: 'paused' });
    expect(both.one('ander').state.suspensions).toHaveLength(1);
  });

  test('does not pause the other way round', () => {
    const both = linked('deel-intake').act('ander', pauses).settle();
    expect(both.one('een').state.status).toBe('open');
  });

  test('goes on when the pause of the other runs out', () => {
    const both = linked('deel-intake').act('een', pauses).settle();
    both.act('een', (one) => one.until('2026-05-02')).settle();
    expect(both.one('een').openSteps).toEqual(['begin', 'na-pauze']);
    expect(both.one('ander').state.status).toBe('open');
  });

  test('a consent that an outcome gives counts on both, and cannot be taken back on one side', () => {
    const both = new LinkedCases(chain, 'begin', ['een', 'ander'], { consents: [] }).link(
      'deel-intake',
      'een',
      'ander',
    );
    both.act('een', (one) => one.decide('tester', 'begin', 'ja')).settle();
    expect(both.one('ander').state.consents).toEqual(['overdracht']);
    expect(both.one('een').state.last).toBeNull();
    const alone = new LinkedCases(chain, 'begin', ['een'], { consents: [] }).one('een').decide('tester', 'begin', 'ja');
    expect(alone.state.last).not.toBeNull();
  });

  test('that ended hears nothing more, and the other is only asked', () => {
    const both = linked('deel-intake').act('een', ends).settle();
    expect(both.one('ander').openSteps).toEqual(['begin', 'ander-traject']);
    both.act('ander', (one) => one.decide('tester', 'ander-traject', 'gezien'));
    expect(both.act('ander', ends).settle().refused).toBe(1);
  });

  test('of which one is confidential in that it exists is not asked, so that nobody notices', () => {
    const secret = { ...chain, confidentialExistence: true as const };
    const both = new LinkedCases(secret, 'begin', ['een', 'ander']).link('deel-intake', 'een', 'ander');
    expect(both.act('een', ends).settle().one('ander').openSteps).toEqual(['begin']);
    const waiting = new LinkedCases(secret, 'begin', ['een', 'ander']).link('eerst', 'een', 'ander');
    expect(waiting.act('ander', ends).settle().one('een').openSteps).toEqual(['begin', 'na-pauze']);
  });
});
