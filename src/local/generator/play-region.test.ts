import { beforeAll, describe, expect, test } from 'vitest';
import { definitionOf } from '../../chains/definitions.ts';
import { actionsOf } from '../../engine/actions.ts';
import { localDateOf, startOfLocalDay } from '../../engine/calendar/amsterdam.ts';
import { isWerkdag } from '../../engine/calendar/werkdagen.ts';
import { rebuild } from '../../engine/evolve.ts';
import { accountableOf, nextWakeAt } from '../../engine/state.ts';
import { municipalities } from '../demo-region/municipalities.ts';
import { habitsOfChains } from './habits/every-chain.ts';
import { playRegion, type PlayedCase } from './play-region.ts';

const now = Date.parse('2026-11-22T13:00:00Z');
let region: readonly PlayedCase[] = [];

beforeAll(() => {
  region = [...playRegion({ cases: 1200, seed: 1, now })];
}, 120_000);

describe('a generated region', () => {
  test('has exactly as many cases as were asked for, each with an id of its own', () => {
    expect(new Set(region.map(({ head }) => head.case)).size).toBe(1200);
    expect([...playRegion({ cases: 5, seed: 1, now })]).toHaveLength(5);
  });

  test('has facts that are numbered from 1 and rebuild each case', () => {
    for (const { head, facts } of region) {
      expect(facts.map(({ seq }) => seq)).toEqual(facts.map((_, index) => index + 1));
      expect(rebuild(facts)).toEqual(head);
    }
  });

  test('has nothing that lies in the future, and no wake-up that was missed', () => {
    for (const { head, facts } of region) {
      expect(Math.max(...facts.map(({ at }) => at))).toBeLessThanOrEqual(now);
      expect(nextWakeAt(head) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(now);
      expect(facts.every(({ at }, index) => index === 0 || at >= facts[index - 1]!.at)).toBe(true);
    }
  });

  test('has no orphan: a case has ended, or somebody accountable, something to do and a moment at which it wakes', () => {
    for (const { head } of region.filter((each) => each.head.status !== 'ended')) {
      const actions = actionsOf(definitionOf(head.chain, head.version), head);
      expect(accountableOf(head)?.organisation).toBeTruthy();
      expect(
        actions.some(({ action, parties }) => ['decide', 'resume'].includes(action) && parties.length > 0),
        `${head.chain} ${head.open.map(({ step }) => step).join(' ')}`,
      ).toBe(true);
      expect(nextWakeAt(head)).not.toBeNull();
    }
  });

  test('has people who do things on werkdagen from 8 to 18 hours in Amsterdam', () => {
    for (const { commands } of region) {
      for (const { at, command } of commands.filter((each) => each.command.kind !== 'follow')) {
        const day = localDateOf(at);
        expect(isWerkdag(day), `${command.kind} ${day}`).toBe(true);
        expect(at - startOfLocalDay(day)).toBeGreaterThanOrEqual(7 * 3_600_000);
        expect(at - startOfLocalDay(day)).toBeLessThan(19 * 3_600_000);
      }
    }
  });

  test('has every chain in about its share, every municipality, a quarter in Enschede and a third in 2025', () => {
    const share = (fits: (each: PlayedCase) => boolean): number => region.filter(fits).length / region.length;
    for (const { chain, share: of } of habitsOfChains) {
      expect(Math.abs(share(({ head }) => head.chain === chain) - of / 100), chain).toBeLessThan(0.08);
    }
    for (const { id } of municipalities) {
      expect(
        share(({ head }) => head.municipality === id),
        id,
      ).toBeGreaterThan(0.01);
    }
    expect(Math.abs(share(({ head }) => head.municipality === 'enschede') - 0.25)).toBeLessThan(0.06);
    expect(share(({ head }) => localDateOf(head.startedAt).startsWith('2025'))).toBeGreaterThan(1 / 3);
  });

  test('has the ways in which a case ends: done, stopped, not reached, declined, moved away, died, called off', () => {
    const endings = new Set(region.map(({ head }) => head.ending));
    const ways = ['afgerond', 'afgerond-duurzaam', 'afgerond-niet', 'afgerond-onbekend', 'uitval', 'niet-bereikt'];
    const more = ['geen-deelname', 'geen-toestemming', 'niet-passend', 'laag', 'basiszorg', 'verhuisd', 'overleden'];
    expect([...ways, ...more, 'zwangerschap-beeindigd', null].filter((each) => !endings.has(each))).toEqual([]);
  });

  test('has what figures are about: late and escalated steps, offers, gaps, pauses, links, herinstroom, scores', () => {
    const kinds = new Set(region.flatMap(({ facts }) => facts.map(({ fact }) => fact)));
    const asked = ['late', 'escalated', 'expired', 'gap', 'paused', 'resumed', 'withdrawn', 'linked', 'followed'];
    expect(
      [...asked, 'grouped', 'attempted', 'agreed', 'restarted'].filter((each) => !kinds.has(each as never)),
    ).toEqual([]);
    const started = region.map(({ facts }) => facts[0]);
    expect(started.filter((each) => each?.fact === 'started' && each.herinstroom === true).length).toBeGreaterThan(5);
    const forms = region.flatMap(({ commands }) => commands.flatMap(({ form }) => (form === null ? [] : [form])));
    expect(forms.filter(({ step }) => step === 'nameting').length).toBeGreaterThan(50);
    expect(forms.filter(({ step }) => step === 't1').length).toBeGreaterThan(5);
  });

  test('couples only cases that are in it, on both sides, and of no more than one person unless it is family', () => {
    const byId = new Map(region.map((each) => [each.head.case, each]));
    const links = region.flatMap(({ head, resident }) => head.links.map((link) => ({ link, head, resident })));
    const coupled = links.filter(({ link }) => link.case !== undefined);
    expect(coupled.length).toBeGreaterThan(50);
    expect(coupled.filter(({ link }) => byId.get(link.case ?? '')?.head.chain !== link.chain)).toEqual([]);
    const earlier = coupled.filter(({ link }) => link.type === 'vorig-traject');
    expect(earlier.filter(({ link }) => byId.get(link.case ?? '')?.head.status !== 'ended')).toEqual([]);
    const told = ({ link, head }: (typeof coupled)[number]): boolean =>
      byId.get(link.case ?? '')?.head.links.some((back) => back.case === head.case && back.type === link.type) === true;
    expect(coupled.filter((each) => each.link.type !== 'vorig-traject' && !told(each))).toEqual([]);
    const alone = coupled.filter(
      ({ link, head }) => link.type !== 'zelfde-gezin' && ![head.chain, link.chain].includes('kansrijke-start'),
    );
    expect(alone.filter(({ link, resident }) => byId.get(link.case ?? '')?.resident.id !== resident.id)).toEqual([]);
  });

  test('is the same for the same seed, and another one for another seed', () => {
    const ids = (seed: number): unknown => [...playRegion({ cases: 20, seed, now })].map(({ facts }) => facts);
    expect(ids(7)).toEqual(ids(7));
    expect(ids(7)).not.toEqual(ids(8));
  });
});
