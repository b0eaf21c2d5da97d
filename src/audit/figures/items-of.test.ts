import { describe, expect, test } from 'vitest';
import { madeCells, madeNames } from '../../../test/audit/made-cells.ts';
import { bottleneckItems } from './bottleneck-items.ts';
import { conformanceItems } from './conformance-items.ts';
import { durationItems, stepDurationItems } from './duration-items.ts';
import { handoffItems } from './handoff-items.ts';
import { itemsOf } from './items-of.ts';
import { keyFigureItems } from './key-figure-items.ts';
import { linkItems } from './link-items.ts';
import { outcomeItems } from './outcome-items.ts';

const HIDDEN = { suppressed: true };
const kern = {
  'keten kern.contact.ja': 30,
  'keten kern.contact.nee': 20,
  'keten kern.contact.nog-niet': 11,
  'keten kern.contact.onbekend': 12,
};
const contactIn = (cells: Parameters<typeof keyFigureItems>[0]): object | undefined =>
  keyFigureItems(cells, madeNames).find(({ id, chain }) => id === 'contact-binnen-2-weken' && chain === 'keten');

describe('a share', () => {
  test('is of those whose moment has come, with the others beside it', () => {
    const found = contactIn(madeCells({ counts: kern }));
    expect(found).toMatchObject({ value: 0.6, n: 50, notYet: 11, unknown: 12, unit: 'aandeel' });
  });

  test.each(['ja', 'nee'])('is hidden, and so is its interval, where %s is', (part) => {
    const found = contactIn(madeCells({ counts: kern, hidden: [`keten kern.contact.${part}`] }));
    expect(found).toMatchObject({ value: HIDDEN, lower: null, upper: null, n: HIDDEN, notYet: 11 });
  });

  test('of what was due within term, and of what stands overdue, is hidden where a part or the whole is', () => {
    const counts = { 'keten step.a.due': 40, 'keten step.a.due.within': 30, 'keten step.a.waiting': 20 };
    const shares = (hidden: readonly string[]): unknown => {
      const [item] = bottleneckItems(madeCells({ counts, hidden }), madeNames);
      return [item?.withinTerm, item?.overdueShare];
    };
    expect(shares([])).toMatchObject([{ value: 0.75 }, { value: 0 }]);
    expect(shares(['keten step.a.due.within', 'keten step.a.waiting.overdue'])).toEqual([HIDDEN, HIDDEN]);
    expect(shares(['keten step.a.due', 'keten step.a.waiting'])).toEqual([HIDDEN, HIDDEN]);
  });

  test('of who is better is of who was measured; who was not is unknown', () => {
    const counts = {
      'keten durable.ja': 30,
      'keten durable.nee.gemeten': 10,
      'keten durable.nee.niet-gemeten': 15,
      'keten durable.onbekend': 12,
      'keten durable.nog-niet': 11,
    };
    const better = (hidden: readonly string[]): object | undefined =>
      keyFigureItems(madeCells({ counts, hidden }), madeNames).find(({ id }) => id === 'verandering-cijfer');
    expect(better([])).toMatchObject({ value: 0.75, n: 40, notYet: 11, unknown: 27 });
    expect(better(['keten durable.nee.gemeten'])).toMatchObject({ value: HIDDEN, lower: null, n: HIDDEN });
  });

  test('of nothing is null, and not 0', () => {
    expect(contactIn(madeCells({}))).toMatchObject({ value: null, lower: null, upper: null, n: 0 });
  });
});

describe('referrals per 10,000 inhabitants', () => {
  const counted = { inhabitants: 20_000, source: 'CBS', date: '2026-01-01' };
  const population = { ...counted, over65: null };
  const first = (hidden: readonly string[]): object | undefined =>
    keyFigureItems(madeCells({ counts: { 'keten in': 12 }, hidden }), madeNames, population)[0];

  test('are there with their exact interval, source and date', () => {
    const per10000 = { value: 6, lower: expect.closeTo(3.1, 1), upper: expect.closeTo(10.48, 1), ...counted };
    expect(first([])).toMatchObject({ value: 12, per10000 });
  });

  test('are hidden with the count, and absent where nobody said how many live there', () => {
    expect(first(['keten in'])).toMatchObject({ value: HIDDEN, per10000: { value: HIDDEN, lower: null, upper: null } });
    expect(keyFigureItems(madeCells({}), madeNames)[0]).not.toHaveProperty('per10000');
  });
});

describe('who was reached, of the inhabitants of 65 and older', () => {
  const population = { inhabitants: 20_000, over65: 4_000, source: 'CBS', date: '2026-01-01' };
  const reached = (
    given?: typeof population | ({ over65: null } & Omit<typeof population, 'over65'>),
    hidden: readonly string[] = [],
  ) =>
    outcomeItems(madeCells({ counts: { 'keten reach.norm': 560 }, hidden }), madeNames, given).map(
      ({ reach }) => reach,
    );

  test('is told beside the norm, with the exact interval, and how many they are by whom and when', () => {
    const share = { value: 0.14, lower: expect.closeTo(0.129, 3), upper: expect.closeTo(0.152, 3) };
    expect(reached(population)).toEqual([
      [{ id: 'norm', label: 'norm', count: 560, norm: 0.14, share, of: 4_000, source: 'CBS', date: '2026-01-01' }],
      undefined,
    ]);
  });

  test('is unknown and never 0 where nobody said how many they are, and hidden with the count', () => {
    const unknown = { share: { value: null, lower: null, upper: null }, of: null, source: null, date: null };
    expect(reached()[0]).toMatchObject([{ count: 560, ...unknown }]);
    expect(reached({ ...population, over65: null })[0]).toMatchObject([{ count: 560, ...unknown }]);
    const share = { value: HIDDEN, lower: null, upper: null };
    expect(reached(population, ['keten reach.norm'])[0]).toMatchObject([{ count: HIDDEN, share }]);
  });
});

test('every route has items for every chain, and those that mean the same everywhere also for all together', () => {
  const items = itemsOf(madeCells({}), madeNames, 'year');
  expect(items.flow.map(({ chain }) => chain)).toEqual(['keten', 'alle']);
  expect(items.durations.map(({ chain }) => chain)).toEqual(['keten']);
  expect(items.outcomes.map(({ chain }) => chain)).toEqual(['keten', 'alle']);
  expect(items.kerncijfers.map(({ chain }) => chain)).toEqual([...Array(5).fill('keten'), ...Array(5).fill('alle')]);
  expect(items.kerncijfers.every(({ definition }) => definition.length > 20)).toBe(true);
});

test('a step that was counted anywhere has an item in every route of steps, also where it was not counted', () => {
  const cells = madeCells({ counts: { 'keten step.a.due': 0 } });
  expect(bottleneckItems(cells, madeNames)).toMatchObject([{ step: 'a', waiting: 0, due: 0, again: 0 }]);
  expect(stepDurationItems(cells, madeNames)).toMatchObject([{ step: 'a', n: 0, ended: 0, running: 0 }]);
  expect(conformanceItems(cells, madeNames)).toMatchObject([{ kind: 'step', step: 'a', required: 0 }]);
});

test('a step was required where it was opened or done elsewhere, and that is hidden where either is', () => {
  const counts = { 'keten step.a': 40, 'keten step.a.done': 25, 'keten step.a.skipped': 10, 'keten elsewhere.a': 12 };
  const item = (hidden: readonly string[]): unknown => conformanceItems(madeCells({ counts, hidden }), madeNames)[0];
  expect(item([])).toMatchObject({ step: 'a', required: 52, done: 25, skipped: 10, elsewhere: 12 });
  expect(item(['keten elsewhere.a'])).toMatchObject({ required: HIDDEN, done: 25, elsewhere: HIDDEN });
  expect(item(['keten step.a'])).toMatchObject({ required: HIDDEN, elsewhere: 12 });
});

test('a case ended when it was done or left undone: what ended is hidden where either is', () => {
  const counts = { 'keten case': 50, 'keten case.done': 25, 'keten case.skipped': 11, 'keten case.running': 14 };
  const item = (hidden: readonly string[]): unknown => durationItems(madeCells({ counts, hidden }), madeNames)[0];
  expect(item([])).toMatchObject({ n: 50, ended: 36, running: 14 });
  expect(item(['keten case.skipped'])).toMatchObject({ n: 50, ended: HIDDEN, running: 14 });
});

test('endings, reasons and gaps stand under their own name, with what is hidden among them', () => {
  const counts = { 'keten end.klaar': 20, 'keten left.dropout.ziekte': 11, 'keten gap.geen-organisatie': 13 };
  const cells = madeCells({ counts, hidden: ['keten end.weg'] });
  expect(outcomeItems(cells, madeNames)[0]).toMatchObject({
    endings: [
      { ending: 'klaar', count: 20 },
      { ending: 'weg', count: HIDDEN },
    ],
    dropout: [{ reason: 'ziekte', count: 11 }],
  });
  expect(conformanceItems(cells, madeNames)).toMatchObject([{ kind: 'ketengat', gap: 'geen-organisatie', count: 13 }]);
});

test('a pair of roles is one item, however many measures it has', () => {
  const pair = 'keten handoff.sociaal-verwijzer.aanbieder';
  const counts = {
    [pair]: 40,
    [`${pair}.accepted`]: 25,
    [`${pair}.accepted.met.warm`]: 12,
    [`${pair}.declined`]: 15,
    [`${pair}.declined.geen-plek`]: 15,
    [`${pair}.term`]: 40,
    [`${pair}.term.expired`]: 10,
  };
  expect(handoffItems(madeCells({ counts }), madeNames)).toMatchObject([
    {
      from: 'sociaal-verwijzer',
      to: 'aanbieder',
      offered: 40,
      accepted: 25,
      declined: 15,
      declinedBy: [{ reason: 'geen-plek', count: 15 }],
      expired: 10,
      warm: 12,
    },
  ]);
});

test('persons are those of periods of the same kind, and no other', () => {
  const counts = { 'alle persons.year.1': 50, 'alle persons.year.2': 10, 'alle persons.quarter.1': 20 };
  const persons = linkItems(madeCells({ counts }), madeNames, 'year').filter(({ kind }) => kind === 'persons');
  expect(persons).toEqual([
    { kind: 'persons', chains: 1, persons: 50 },
    { kind: 'persons', chains: 2, persons: 10 },
  ]);
});

test('a link is one item, with what runs and what has closed beside it', () => {
  const counts = {
    'keten link.vngg.vervolg': 12,
    'keten link.vngg.vervolg.both': 10,
    'keten link.vngg.vervolg.closed': 11,
  };
  expect(linkItems(madeCells({ counts }), madeNames, 'year')).toMatchObject([
    { from: 'buiten', to: 'keten', type: 'instroom' },
    { from: 'keten', to: 'vngg', type: 'vervolg', opened: 12, bothRunning: 10, closed: 11 },
  ]);
});
