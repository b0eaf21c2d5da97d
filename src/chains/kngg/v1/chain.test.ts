import { describe, expect, test } from 'vitest';
import { OneCase } from '../../../../test/journeys/one-case.ts';
import { chainPageOf } from '../../../language/chain-page.ts';
import { problemsOf } from '../../../language/check.ts';
import type { AnyChain } from '../../../language/define.ts';
import { diagramOf } from '../../../language/diagram.ts';
import { praktijkkaartOf } from '../../../language/praktijkkaart.ts';
import { localDateOf } from '../../../engine/calendar/amsterdam.ts';
import { knggV1 } from './chain.ts';
import { knggV1Content } from './content.ts';
import { tableA3 } from './rows.ts';

const chain: AnyChain = knggV1;
const steps = Object.entries(chain.steps);

test('has no problems, and is plain data', () => {
  expect(problemsOf(chain)).toEqual([]);
  expect(JSON.parse(JSON.stringify(chain))).toEqual(chain);
});

test('has exactly the forms and rules that its steps ask for', () => {
  const forms = steps.flatMap(([, step]) => ('form' in step ? (step.form ?? []) : []));
  const rules = steps.flatMap(([, step]) => ('propose' in step ? (step.propose ?? []) : []));
  expect(Object.keys(knggV1Content.forms).sort()).toEqual([...new Set(forms)].sort());
  expect(Object.keys(knggV1Content.propose).sort()).toEqual([...new Set(rules)].sort());
});

describe('what a document states is fixed, and names it', () => {
  test.each<[string, unknown, unknown]>([
    [
      'monitoring per quarter',
      knggV1.steps.monitoring.opens,
      { every: { fixed: 'P3M', source: 'NZA-CZV' }, from: 'plan' },
    ],
    [
      'kinder-GLI within six months after the intake',
      knggV1.steps['gli-start'].within,
      { since: 'intake', length: { fixed: 'P6M', source: 'KGLI-INS' } },
    ],
    [
      'kinder-GLI of at most 24 months',
      knggV1.steps.uitvoering.within.cases['kinder-gli'],
      { fixed: 'P24M', source: 'KGLI-INS' },
    ],
    ['at most three and a half years', knggV1.limits.ceiling.within, { fixed: 'P3Y6M', source: 'KGLI-INS' }],
    ['four consults (KGLI-INS)', knggV1.steps.overbrugging.outcomes.consult.when, [{ atMost: 4 }]],
  ])('%s', (_name, said, fixed) => {
    expect(said).toEqual(fixed);
  });

  test('and no other length is: those are knobs, which a place may set', () => {
    const text = JSON.stringify({ steps: chain.steps, limits: chain.limits });
    expect(text.match(/"fixed":/g)).toHaveLength(4);
  });
});

describe('clocks', () => {
  const atPlan = (): OneCase =>
    new OneCase(chain, 'aanmelden')
      .decide('jeugdverpleegkundige', 'aanmelden', 'in-doelgroep', { kept: { ggr: 'matig' } })
      .decide('czv', 'eerste-contact', 'bereikt')
      .decide('czv', 'intake', 'gedaan')
      .decide('czv', 'brede-anamnese', 'gedaan')
      .decide('czv', 'analyse', 'leefstijl');
  const due = (it: OneCase, step: string): string => localDateOf(it.open(step).dueAt);

  test('the six months since the intake run on while the wait is bridged', () => {
    const it = atPlan().decide('czv', 'plan', 'met-kinder-gli');
    it.decide('jeugdverpleegkundige', 'gli-verwijzing', 'geaccepteerd');
    expect(due(it, 'gli-start')).toBe('2026-09-02');
    it.until('2026-05-04').decide('kinder-gli-aanbieder', 'gli-start', 'niet', { reason: 'geen-plek' });
    expect(it.openSteps.toSorted()).toEqual(['gli-start', 'overbrugging']);
    expect(due(it, 'gli-start')).toBe('2026-09-02');
    it.decide('czv', 'overbrugging', 'gestart');
    expect(it.openSteps).toEqual(['uitvoering']);
    expect(it.open('uitvoering').role).toBe('kinder-gli-aanbieder');
    expect(due(it, 'uitvoering')).toBe('2028-05-04');
  });

  test('a plan is due eight weeks after the intake, and one that is made again four weeks from then', () => {
    const it = atPlan();
    expect(due(it, 'plan')).toBe('2026-04-27');
    it.decide('czv', 'plan', 'zonder').until('2026-06-03').decide('czv', 'monitoring', 'bijstellen');
    expect(due(it, 'plan')).toBe('2026-07-01');
  });

  test('who has waited for other help has a new four weeks for a plan', () => {
    const it = new OneCase(chain, 'analyse').decide('czv', 'analyse', 'eerst-anders').until('2026-08-03');
    it.decide('czv', 'pauze-eerst', 'verder');
    expect(due(it, 'plan')).toBe('2026-08-31');
  });

  test('at the ceiling the last evaluation opens, with no way to go on', () => {
    const it = atPlan().decide('czv', 'plan', 'zonder');
    expect(it.until('2029-09-01').openSteps).not.toContain('evaluatie-slot');
    expect(it.until('2029-09-02').openSteps).toContain('evaluatie-slot');
    expect(Object.keys(knggV1.steps['evaluatie-slot'].outcomes)).toEqual(['afronden']);
    it.decide('czv', 'evaluatie-slot', 'afronden');
    expect(it.openSteps).toEqual(['overdracht']);
  });

  test('after the hand-over there is no ceiling, no quarter and no evaluation any more', () => {
    const it = atPlan().decide('czv', 'plan', 'zonder').decide('aanbieder', 'uitvoering', 'klaar');
    it.decide('czv', 'evaluatie', 'afronden').decide('jgz', 'overdracht', 'aanvaard');
    it.decide('czv', 'overdracht', 'contact-bevestigd').decide('jgz', 'overdracht', 'bevestigd');
    expect(it.until('2030-01-02').openSteps).toEqual(['nazorg']);
  });

  test('from 17,5 years on the way onward is chosen, in time for the birthday', () => {
    const it = new OneCase(chain, 'intake', { anchors: { achttien: '2027-01-15' } });
    expect(it.until('2026-07-14').openSteps).toEqual(['intake']);
    expect(it.until('2026-07-15').openSteps).toContain('naar-volwassen');
    expect(due(it, 'naar-volwassen')).toBe('2026-11-20');
  });
});

test('a child that a municipality has no chain for is counted, and its referrer decides', () => {
  const at = (value: string, ggr: string): OneCase =>
    new OneCase(chain, 'bepaal-ggr', { knobs: { doelgroep: { value, layer: 'municipality' } } }).decide(
      'jeugdarts',
      'bepaal-ggr',
      ggr,
    );
  const gaps = ({ facts }: OneCase): string[] => facts.flatMap((fact) => (fact.fact === 'gap' ? [fact.gap] : []));
  expect(gaps(at('vanaf-matig', 'licht'))).toEqual(['geen-aanbod-licht-risico']);
  expect(gaps(at('licht-en-matig', 'extreem'))).toEqual(['geen-aanbod-hoog-risico']);
  expect(gaps(at('licht-en-matig', 'sterk'))).toEqual(['geen-aanbod-hoog-risico']);
  for (const ggr of ['licht', 'matig', 'sterk', 'extreem']) expect(gaps(at('vanaf-licht', ggr))).toEqual([]);
  expect(at('vanaf-matig', 'licht').openSteps).toEqual(['aanmelden']);
});

describe('what people read', () => {
  test('the praktijkkaart is one page: at most 900 words and 65 lines with text', () => {
    const card = praktijkkaartOf(chain, { municipality: 'Enschede' });
    expect(card.split(/\s+|<br>/).filter((word) => /\p{L}/u.test(word)).length).toBeLessThanOrEqual(900);
    expect(card.split('\n').filter((line) => line !== '').length).toBeLessThanOrEqual(65);
    expect(card.match(/^\| .+ \| \d+\. /gm)).toHaveLength(steps.length);
    expect(card).not.toMatch(/undefined|\[object/);
  });

  test('the diagram has every step and every ending', () => {
    const diagram = diagramOf(chain);
    const labels = [...Object.values(chain.steps).map(({ label }) => label), ...Object.values(chain.endings)];
    expect(labels.filter((label) => !diagram.includes(label))).toEqual([]);
    expect(diagram).not.toMatch(/undefined|\[object/);
  });

  test('the page has every step, and every row of the region’s table', () => {
    const table = { title: 'Tabel a.3', rows: tableA3, file: 'test/journeys/kngg.ts', takenIn: () => ['Een traject'] };
    const page = chainPageOf(chain, table);
    for (const [id] of steps) expect(page).toContain(`\n| \`${id}\` | `);
    for (const { says } of tableA3) expect(page).toContain(`| ${says} |`);
    expect(page).not.toMatch(/undefined|\[object/);
  });

  test('the neutral words say nothing about weight, health or the outcome of care', () => {
    for (const { neutral } of Object.values(chain.milestones)) {
      expect(neutral).not.toMatch(/\b(risico|laag|matig|hoog|advies|groep|gewicht|GLI|kinderarts|plan)\b/i);
    }
  });
});
