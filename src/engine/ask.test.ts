import { describe, expect, test } from 'vitest';
import { OneCase } from '../../test/journeys/one-case.ts';
import { klaar, offer, smallChain, step } from '../../test/journeys/small-chain.ts';
import { holder } from '../../test/journeys/start-case.ts';
import { leave, PREGNANCY_ENDED } from '../language/define.ts';
import { actionsOf } from './actions.ts';
import { askable } from './ask.ts';
import { localDateOf } from './calendar/amsterdam.ts';
import type { Actor } from './messages.ts';
import { accountableOf } from './state.ts';

const chain = smallChain(
  {
    begin: step({ verder: 'dan', aanbieden: 'aanbod', klaar }),
    dan: step({ klaar }, { by: 'coach' }),
    aanbod: offer({ gestart: klaar, niet: klaar }),
    geheim: step({ gedaan: leave() }, { by: 'coach', confidential: true, opens: { on: 'verandering' } }),
  },
  { events: { verandering: { label: 'Verandering' }, [PREGNANCY_ENDED]: { label: 'Beëindigd' } } },
);
const [tester, huisarts, coach] = [holder('tester'), holder('huisarts'), holder('coach')];
const begun = (): OneCase => new OneCase(chain, 'begin');
const party = ({ role, organisation }: Actor): { role: string; organisation: string } => ({
  role,
  organisation: organisation ?? '',
});
const ask = (one: OneCase, actor: Actor, to: Actor): OneCase => one.send({ kind: 'ask', actor, to: party(to) });
const answer = (one: OneCase, actor: Actor, openStep = one.open('vraag').id): OneCase =>
  one.send({ kind: 'answer', actor, openStep });

describe('a question', () => {
  test('is an open step of who is asked, with five werkdagen, beside everything else', () => {
    const one = ask(begun(), huisarts, tester);
    expect(one.last).toMatchObject([
      { fact: 'asked', openStep: 'traject.vraag.1', to: party(tester), actor: huisarts },
      { fact: 'opened', openStep: 'traject.vraag.1', ...party(tester), branch: 'main/vraag#1' },
    ]);
    expect(localDateOf(one.open('vraag').dueAt)).toBe('2026-03-09');
    expect(accountableOf(one.state)).toMatchObject({ role: 'tester' });
    expect(one.openSteps).toEqual(['begin', 'vraag']);
  });

  test('follows the term that the place has set for questions', () => {
    const one = new OneCase(chain, 'begin', { knobs: { 'vraag.within': { value: '2wd', layer: 'region' } } });
    expect(localDateOf(ask(one, huisarts, tester).open('vraag').dueAt)).toBe('2026-03-04');
  });

  test('that is not answered goes up the ladder like any other step', () => {
    const one = ask(begun(), huisarts, tester).until('2026-03-18');
    expect(one.open('vraag')).toMatchObject({ late: true, escalations: 1 });
  });

  test('goes once to each time it is asked: two are two, and each has its own answer', () => {
    const one = ask(ask(begun(), huisarts, tester), huisarts, tester);
    const [first = '', second = ''] = one.state.open.filter(({ step }) => step === 'vraag').map(({ id }) => id);
    expect(second).not.toBe(first);
    expect(answer(one, tester, second).state.open.map(({ id }) => id)).toContain(first);
  });

  test('can go to who is in charge, who referred and who did something, each once, never to who is only offered a step', () => {
    expect(askable(chain, begun().state)).toEqual([party(tester), party(huisarts)]);
    const offered = begun().decide('tester', 'begin', 'aanbieden');
    expect(askable(chain, offered.state)).toEqual([party(tester), party(huisarts)]);
    expect(askable(chain, offered.decide('coach', 'aanbod', 'aanvaard').state)).toEqual([
      party(coach),
      party(huisarts),
      party(tester),
    ]);
  });

  test('never tells who holds a confidential step', () => {
    const one = begun().send({ kind: 'event', actor: tester, event: 'verandering', on: '2026-03-02' });
    expect(one.openSteps).toContain('geheim');
    expect(askable(chain, one.state)).not.toContainEqual(party(coach));
  });

  test('does not go to an organisation that took over a role in which another one worked', () => {
    const one = begun().decide('tester', 'begin', 'verder');
    const taken = { ...one.state, parties: { ...one.state.parties, tester: 'ander' } };
    expect(askable(chain, taken).map(({ organisation }) => organisation)).not.toContain('ander');
  });

  test.each<[string, Actor, Actor, string]>([
    ['to somebody outside the case', huisarts, { ...tester, organisation: 'elders' }, 'invalid-input'],
    ['to a role that nobody here works in', huisarts, coach, 'invalid-input'],
    ['to oneself', huisarts, huisarts, 'invalid-input'],
    ['by somebody outside the case', coach, tester, 'forbidden'],
    ['by nobody', { role: 'huisarts', organisation: null, practitioner: null }, tester, 'forbidden'],
  ])('%s is refused, and nothing changes', (_what, actor, to, code) => {
    const one = begun();
    const before = structuredClone(one.state);
    expect(one.refusal((copy) => ask(copy, actor, to))?.code).toBe(code);
    expect(one.state).toEqual(before);
  });

  test('cannot be asked where there is only one to ask', () => {
    const alone = new OneCase(chain, 'begin', { parties: {} });
    expect(actionsOf(chain, alone.state).map(({ action }) => action)).not.toContain('ask');
    expect(alone.refusal((copy) => ask(copy, huisarts, tester))?.code).toBe('not-allowed-now');
  });

  test('can be asked and answered in a pause, unless the pause found it', () => {
    const one = ask(begun(), huisarts, tester);
    one.send({ kind: 'pause', actor: tester, reason: 'ziekte', until: '2026-05-01' });
    const found = one.open('vraag').id;
    expect(one.refusal((copy) => answer(copy, tester, found))?.code).toBe('not-allowed-now');
    ask(one, huisarts, tester);
    expect(answer(one, tester, 'traject.vraag.2').kinds).toEqual(['decided']);
    expect(one.until('2026-05-02').refusal((copy) => answer(copy, tester, found))).toBeUndefined();
  });

  test('is not asked after the end of a pregnancy, nor after the end of the case', () => {
    const silenced = begun().send({ kind: 'event', actor: tester, event: PREGNANCY_ENDED, on: '2026-03-02' });
    expect(silenced.refusal((copy) => ask(copy, huisarts, tester))?.code).toBe('not-allowed-now');
    const ended = begun().decide('tester', 'begin', 'klaar');
    expect(ended.refusal((copy) => ask(copy, huisarts, tester))?.code).toBe('ended');
  });

  test('does not keep a case from ending, and ends with it', () => {
    const one = ask(begun(), huisarts, tester).decide('tester', 'begin', 'klaar');
    expect(one.state).toMatchObject({ status: 'ended', open: [] });
    expect(one.refusal((copy) => answer(copy, tester, 'traject.vraag.1'))?.code).toBe('ended');
  });
});

describe('an answer', () => {
  test('closes the question, and nothing else', () => {
    const one = answer(ask(begun(), huisarts, tester), tester);
    expect(one.last).toMatchObject([{ fact: 'decided', step: 'vraag', outcome: 'beantwoord', actor: tester }]);
    expect(one.openSteps).toEqual(['begin']);
  });

  test('is given once, by who was asked', () => {
    const one = ask(begun(), huisarts, tester);
    const openStep = one.open('vraag').id;
    for (const actor of [huisarts, coach, { ...tester, organisation: 'elders' }]) {
      expect(one.refusal((copy) => answer(copy, actor))?.code).toBe('forbidden');
    }
    expect(answer(one, tester).refusal((copy) => answer(copy, tester, openStep))?.code).toBe('not-allowed-now');
  });

  test('is not given to what is no question', () => {
    const one = begun();
    expect(one.refusal((copy) => answer(copy, tester, one.open('begin').id))?.code).toBe('not-allowed-now');
  });

  test('is more than a decision: a question is not closed without one', () => {
    const one = ask(begun(), huisarts, tester);
    const decide = (role: string) => (copy: OneCase) => copy.decide(role, 'vraag', 'beantwoord');
    expect(one.refusal(decide('tester'))?.code).toBe('not-allowed-now');
    expect(one.refusal(decide('huisarts'))?.code).toBe('forbidden');
    expect(actionsOf(chain, one.state).filter((each) => each.action === 'answer')).toMatchObject([
      { openStep: 'traject.vraag.1', parties: [party(tester)] },
    ]);
  });

  test('was read as soon as it was given: it is not taken back, nor what came before it', () => {
    const one = ask(begun().decide('tester', 'begin', 'verder'), huisarts, coach);
    expect(answer(one, coach).state.last).toBeNull();
  });
});
