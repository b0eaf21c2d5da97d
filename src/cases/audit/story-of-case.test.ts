import { describe, expect, test } from 'vitest';
import type { Journey } from '../../../test/journeys/journey.ts';
import { OneCase } from '../../../test/journeys/one-case.ts';
import { playInEngine } from '../../../test/journeys/play-in-engine.ts';
import { regionalTables } from '../../../test/journeys/regional-tables.ts';
import { DAY, holder, knobsOf, MONDAY } from '../../../test/journeys/start-case.ts';
import type { CaseStory } from '../../audit/story.ts';
import { sociaalVerwijzenV1 } from '../../chains/sociaal-verwijzen/v1/chain.ts';
import { valpreventieV1 } from '../../chains/valpreventie/v1/chain.ts';
import { valpreventieV2 } from '../../chains/valpreventie/v2/chain.ts';
import type { Fact } from '../../engine/facts.ts';
import type { AnyChain } from '../../language/define.ts';
import { storyOfCase } from './story-of-case.ts';

const identity = { resident: 'inwoner' };
const journeys = regionalTables.flatMap((table) => table.journeys);
const stories = journeys.map((journey) => storyOfCase(playInEngine(journey, MONDAY).facts, identity));

function told(name: string): { readonly story: CaseStory; readonly facts: readonly Fact[] } {
  const journey = journeys.find((each: Journey) => each.name.includes(name));
  if (journey === undefined) throw new Error(`no journey ${name}`);
  const { facts } = playInEngine(journey, MONDAY);
  return { story: storyOfCase(facts, identity), facts };
}

describe('what is confidential', () => {
  const silenced = ['de zwangerschap eindigt', 'het kind overlijdt', 'de ouder overlijdt', 'verhuisd naar ver weg'];

  test('is no ending of its own: it is told as what life brings, with death and moving away', () => {
    const endings = silenced.map((name) => told(name).story).map(({ ending, dropout }) => ({ ending, dropout }));
    expect(endings).toEqual(silenced.map(() => ({ ending: 'omstandigheden', dropout: null })));
  });

  test('is in no story of any journey: no step, outcome, gap or word of it', () => {
    const secret =
      'veiligheidssignaal veiligheid meldcode-route weging zwangerschap-beeindigd kind-overleden ' +
      'persoonlijk-afgezegd afgezegd-na-overlijden onveilig';
    const words = stories.map((story) => JSON.stringify(story));
    expect(secret.split(' ').filter((word) => words.some((story) => story.includes(`"${word}"`)))).toEqual([]);
  });

  test('is not known by its way in either: of a step that may lead there no outcome is told, whichever it was', () => {
    const before = stories.flatMap(({ steps }) =>
      steps.filter(({ step }) => step === 'analyse' || step === 'intake-vk'),
    );
    expect(before.filter(({ end }) => end === 'decided').length).toBeGreaterThan(10);
    expect(before.filter(({ outcome }) => outcome !== null)).toEqual([]);
    const outcomes = stories.flatMap((story) => story.outcomes.map(({ step }) => step));
    expect(outcomes.filter((step) => step === 'analyse' || step === 'intake-vk')).toEqual([]);
  });

  test('leaves the rest of the case as it was', () => {
    const { story } = told('een veiligheidssignaal is er alleen voor wie verantwoordelijk is');
    expect(story.steps.length).toBeGreaterThan(0);
    expect(story.outcomes.map(({ step }) => step)).toContain('aanmelden-phb');
  });
});

describe('a hand-off', () => {
  const { story } = told('twee keer niet gekomen kan');

  test('is one step from its first offer to its outcome, taken on when it was accepted', () => {
    const steps = story.steps.filter(({ step }) => step === 'overdracht');
    expect(steps.map(({ outcome }) => outcome)).toEqual(['niet-verschenen', 'niet-verschenen', 'gestopt']);
    for (const { openedAt, takenAt, endedAt } of steps) {
      expect(openedAt).toBeLessThanOrEqual(takenAt!);
      expect(takenAt).toBeLessThanOrEqual(endedAt!);
    }
  });

  test('was offered, accepted and made warm each time', () => {
    const offers = story.handoffs.map(({ from, to, answer, warmAt }) => [from, to, answer, warmAt === null]);
    expect(offers).toEqual(Array(3).fill(['sociaal-verwijzer', 'aanbieder', 'accepted', false]));
  });

  test('that nobody answered is offered again: an offer that expired, and a new one', () => {
    const { story: unanswered } = told('een aanbieder die niet antwoordt');
    const offers = unanswered.handoffs.map(({ answer, expiredAt }) => [answer, expiredAt !== null]);
    expect(offers).toEqual([
      ['redirected', true],
      [null, false],
    ]);
    expect(unanswered.steps.filter(({ step }) => step === 'overdracht')).toHaveLength(1);
  });

  test('outside is accepted by what the sender records of it', () => {
    const { story: outside } = told('zwangerschap: de geboorte opent de kraamweek');
    expect(outside.handoffs.every(({ answer }) => answer !== 'redirected')).toBe(true);
    const left = stories.flatMap(({ handoffs }) => handoffs);
    const gone = left.filter(({ step, answer }) => step === 'doorverwijzing' && answer !== null);
    expect(new Set(gone.map(({ answer }) => answer))).toEqual(new Set(['accepted', 'lapsed']));
    expect(gone.every(({ toOrganisation }) => toOrganisation === null)).toBe(true);
  });
});

describe('what was taken back', () => {
  const tester = holder('tester');
  const tested = (): OneCase =>
    new OneCase(valpreventieV2, 'valrisicotest').decide('tester', 'valrisicotest', 'laag', {
      kept: { klasse: 'laag' },
    });

  test('never was: the step stands open again, with no outcome, and what it opened is gone', () => {
    const one = tested();
    const before = storyOfCase(one.facts, identity);
    expect(before.steps.map(({ step, end }) => [step, end])).toEqual([
      ['valrisicotest', 'decided'],
      ['laag-advies', null],
    ]);
    one.now += DAY;
    one.send({ kind: 'correct', actor: tester, seq: one.state.last!.seq, reason: 'vergissing', facts: one.facts });
    const after = storyOfCase(one.facts, identity);
    expect(after.steps.map(({ step, end }) => [step, end])).toEqual([['valrisicotest', null]]);
    expect(after.outcomes).toEqual([]);
    expect(after.lastAt).toBe(one.now);
  });
});

test('a paused case tells from when to when, and one that ends in its pause until then', () => {
  const one = new OneCase(sociaalVerwijzenV1, 'aanmelden');
  one.send({ kind: 'pause', actor: holder('sociaal-verwijzer'), reason: 'ziekte', until: '2026-03-20' });
  expect(storyOfCase(one.facts, identity).pauses).toEqual([{ from: MONDAY, to: null }]);
  one.now += 3 * DAY;
  one.send({ kind: 'resume', actor: holder('sociaal-verwijzer') });
  expect(storyOfCase(one.facts, identity).pauses).toEqual([{ from: MONDAY, to: MONDAY + 3 * DAY }]);
});

test('who leaves gives a reason and no step; a choice with a reason that ends it names its step; an override is neither', () => {
  expect(told('de verwijzer trekt terug').story.dropout).toEqual({ reason: expect.any(String), step: null });
  const { story } = told('naast een ander traject; terugkoppeling houdt niets op');
  expect(story).toMatchObject({ ending: 'geen-deelname', dropout: { reason: 'drempel-te-hoog', step: 'aanbod' } });
  const one = new OneCase(valpreventieV2, 't2-6');
  one.decide('fysio', 't2-6', 'duurzaam', { proposed: 'achteruitgang', reason: 'klinische-blik' });
  const overridden = storyOfCase(one.facts, identity);
  expect(overridden).toMatchObject({ ending: 'afgerond', dropout: null });
  expect(overridden.steps.map((step) => step.overridden)).toEqual([true]);
});

test('a case that went over to another version has the names of that one', () => {
  const versions: readonly AnyChain[] = [valpreventieV1, valpreventieV2];
  const one = new OneCase(valpreventieV1, 'valrisicotest');
  one.versions = (version) => versions[version - 1];
  const actor = holder('tester');
  one.send({ kind: 'move', actor, to: 2, knobs: { ...one.state.knobs, ...knobsOf(valpreventieV2) }, parties: {} });
  expect(storyOfCase(one.facts, identity)).toMatchObject({ version: 2, steps: [{ step: 'valrisicotest', end: null }] });
  const facts = one.facts.map((fact) =>
    fact.fact === 'moved' ? { ...fact, steps: { valrisicotest: 'proef' } } : fact,
  );
  expect(storyOfCase(facts, identity).steps.map(({ step }) => step)).toEqual(['proef']);
});

test('facts that do not begin with the start have no story', () => {
  expect(() => storyOfCase([], identity)).toThrow('without a start');
});
