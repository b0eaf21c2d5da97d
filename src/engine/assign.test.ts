import { describe, expect, test } from 'vitest';
import { OneCase } from '../../test/journeys/one-case.ts';
import { fixed, klaar, offer, smallChain, step } from '../../test/journeys/small-chain.ts';
import { holder } from '../../test/journeys/start-case.ts';
import { all, leave, PREGNANCY_ENDED } from '../language/define.ts';
import { actionsFor, actionsOf } from './actions.ts';
import { isStuck } from './assign.ts';
import type { Actor, Assign } from './messages.ts';
import { accountableOf } from './state.ts';

const chain = smallChain(
  {
    begin: step({ verder: 'dan', samen: all('dan', 'naast') }, { by: ['tester', 'coach'], attempts: true }),
    dan: step({ klaar, aanbieden: 'aanbod', weer: 'begin' }),
    naast: step({ gedaan: leave() }, { by: 'coach' }),
    nog: step({ gedaan: leave() }, { by: 'coach', opens: { on: 'over' } }),
    aanbod: offer({ gestart: klaar, niet: klaar }),
    buiten: offer({ gestart: klaar }, { outside: true }),
  },
  { events: { over: { label: 'Over' }, [PREGNANCY_ENDED]: { label: 'Beëindigd' } } },
);
const tester = holder('tester');
const coach = holder('coach');
const coordinator: Actor = { role: 'ketencoordinator', organisation: 'organisatie-keten', practitioner: 'persoon-k' };
const begun = (entry = 'begin'): OneCase => new OneCase(chain, entry);
const assigns = (one: OneCase, name: string, differs: Partial<Assign>): OneCase =>
  one.send({ kind: 'assign', actor: tester, openStep: one.open(name).id, ...differs });
const refusal = (one: OneCase, name: string, differs: Partial<Assign>): string | undefined =>
  one.refusal((copy) => assigns(copy, name, differs))?.code;
const offered = (): OneCase => begun('dan').decide('tester', 'dan', 'aanbieden');
/** Nobody coaches here: the step stands with who referred. */
const unfilled = (): OneCase =>
  new OneCase(chain, 'naast', { parties: { tester: 'organisatie-tester', huisarts: 'organisatie-huisarts' } });

describe('the organisation that holds a step', () => {
  test('gives it to one of its people, and back to the team: the step, its term and who is accountable stay', () => {
    const one = begun();
    const { assignee: _nobody, ...before } = one.open('begin');
    assigns(one, 'begin', { practitioner: 'persoon-tester' });
    const { accountable } = before;
    expect(one.last).toMatchObject([
      {
        fact: 'assigned',
        step: 'begin',
        organisation: 'organisatie-tester',
        practitioner: 'persoon-tester',
        accountable,
      },
    ]);
    expect(one.open('begin')).toEqual({ ...before, assignee: 'persoon-tester' });
    expect(one.state.parties).toEqual(begun().state.parties);
    expect(assigns(one, 'begin', { practitioner: null }).open('begin').assignee).toBeNull();
  });

  test('may do so again and again, also to the same person, and by a colleague in a role that may hold it', () => {
    const one = assigns(begun(), 'begin', { practitioner: 'een' });
    assigns(one, 'begin', { practitioner: 'een' });
    const colleague = { role: 'coach', organisation: 'organisatie-tester', practitioner: 'twee' };
    expect(assigns(one, 'begin', { actor: colleague, practitioner: 'twee' }).open('begin').assignee).toBe('twee');
  });

  test('has a say only over its own people, and has to name one', () => {
    expect(refusal(begun(), 'begin', {})).toBe('invalid-input');
    expect(refusal(begun(), 'begin', { organisation: 'organisatie-tester' })).toBe('invalid-input');
    expect(refusal(begun(), 'begin', { organisation: 'elders', practitioner: 'iemand' })).toBe('invalid-input');
  });

  test('claims it also when it is the sender of what nobody here can do, and then it is not stuck the less', () => {
    const one = assigns(unfilled(), 'naast', { actor: holder('huisarts'), practitioner: 'persoon-huisarts' });
    expect(one.open('naast')).toMatchObject({ organisation: null, assignee: 'persoon-huisarts' });
    expect(isStuck(chain, one.open('naast'))).toBe(true);
  });

  test('loses what its people had claimed when it is done: a later opening is nobody’s', () => {
    const one = assigns(begun(), 'begin', { practitioner: 'een' }).decide('tester', 'begin', 'verder');
    expect(one.decide('tester', 'dan', 'weer').open('begin').assignee).toBeNull();
  });

  test.each<[string, Actor]>([
    ['another organisation', coach],
    ['the same role elsewhere', { ...tester, organisation: 'elders' }],
    ['another role in the same organisation', { ...tester, role: 'huisarts' }],
    ['nobody', { role: 'tester', organisation: null, practitioner: null }],
  ])('is not %s: refused, and the case is untouched', (_who, actor) => {
    const one = begun();
    const before = structuredClone(one.state);
    expect(refusal(one, 'begin', { actor, practitioner: 'iemand' })).toBe('forbidden');
    expect(one.state).toEqual(before);
  });
});

describe('who is accountable', () => {
  test('gives a step to another organisation, which fulfils that role from then on, here and in what follows', () => {
    const one = assigns(begun('dan'), 'dan', { practitioner: 'een' });
    assigns(one, 'dan', { organisation: 'ander' });
    expect(one.open('dan')).toMatchObject({
      organisation: 'ander',
      assignee: null,
      accountable: { organisation: 'ander' },
    });
    expect(one.state.parties['tester']).toBe('ander');
    expect(accountableOf(one.state)).toMatchObject({ role: 'tester', organisation: 'ander' });
    const theirs = { ...tester, organisation: 'ander' };
    expect(one.refusal((copy) => copy.decide('tester', 'dan', 'weer'))?.code).toBe('forbidden');
    expect(one.decide('tester', 'dan', 'weer', { actor: theirs }).open('begin').organisation).toBe('ander');
  });

  test('has not given away what another step of that role is claimed for', () => {
    const one = begun().decide('tester', 'begin', 'samen');
    assigns(one, 'naast', { organisation: 'ander' }).send({
      kind: 'event',
      actor: tester,
      event: 'over',
      on: '2026-03-02',
    });
    expect(one.open('nog').organisation).toBe('ander');
    assigns(one, 'nog', { organisation: 'derde' });
    assigns(one, 'naast', { actor: { ...coach, organisation: 'ander' }, practitioner: 'iemand' });
    expect(one.state.parties['coach']).toBe('derde');
  });

  test('may take a step to the own organisation at once for one of its people', () => {
    const one = begun().decide('tester', 'begin', 'samen');
    assigns(one, 'naast', { organisation: 'organisatie-tester', practitioner: 'persoon-tester' });
    expect(one.open('naast')).toMatchObject({ organisation: 'organisatie-tester', assignee: 'persoon-tester' });
  });

  test('gives the regie away with the step where its phase is that role’s', () => {
    const phased = { ...chain, phases: { een: { label: 'Een', regie: 'tester', steps: ['dan'] } } };
    const one = new OneCase(phased, 'dan');
    expect(assigns(one, 'dan', { organisation: 'ander' }).open('dan').accountable).toEqual({
      role: 'tester',
      organisation: 'ander',
    });
  });

  test('leaves the ladder of the step as it is: who gets it late is late', () => {
    const one = begun('dan').until('2026-03-14');
    const { rung, late, dueAt } = one.open('dan');
    expect(late).toBe(true);
    expect(assigns(one, 'dan', { organisation: 'ander' }).open('dan')).toMatchObject({ rung, late, dueAt });
  });

  test('is the only one who does: not who holds the step, nor who referred', () => {
    const one = begun().decide('tester', 'begin', 'samen');
    expect(refusal(one, 'naast', { actor: coach, organisation: 'ander' })).toBe('forbidden');
    expect(refusal(one, 'naast', { actor: holder('huisarts'), organisation: 'ander' })).toBe('forbidden');
  });

  test('does not move an offer that can still be answered, nor one that came back: that is offered elsewhere', () => {
    expect(refusal(offered(), 'aanbod', { organisation: 'ander' })).toBe('not-allowed-now');
    const returned = offered().decide('coach', 'aanbod', 'geweigerd', { reason: 'wachttijd' });
    expect(refusal(returned, 'aanbod', { organisation: 'ander' })).toBe('not-allowed-now');
    expect(refusal(returned.until('2026-06-01'), 'aanbod', { organisation: 'ander' })).toBe('not-allowed-now');
  });

  test('does not move what is theirs by being accountable, such as a question or what is confidential', () => {
    const one = begun().send({ kind: 'event', actor: tester, event: 'veiligheidssignaal', on: '2026-03-02' });
    expect(refusal(one, 'veiligheid', { organisation: 'ander' })).toBe('not-allowed-now');
    expect(refusal(one, 'veiligheid', { practitioner: 'persoon-tester' })).toBeUndefined();
    const asked = begun().send({
      kind: 'ask',
      actor: tester,
      to: { role: 'huisarts', organisation: 'organisatie-huisarts' },
    });
    expect(refusal(asked, 'vraag', { organisation: 'ander' })).toBe('not-allowed-now');
  });

  test('does not move what is done outside Ketenpad', () => {
    const one = begun('buiten');
    expect(refusal(one, 'buiten', { organisation: 'ander' })).toBe('not-allowed-now');
    expect(isStuck(chain, { ...one.open('buiten'), organisation: null })).toBe(false);
  });

  test('moves an accepted hand-off: the next one is accountable for it', () => {
    const one = offered().decide('coach', 'aanbod', 'aanvaard');
    assigns(one, 'aanbod', { actor: coach, organisation: 'ander' });
    expect(one.open('aanbod')).toMatchObject({ organisation: 'ander', accountable: { organisation: 'ander' } });
    expect(one.state.parties['coach']).toBe('ander');
  });
});

describe('what is stuck', () => {
  const coordinated = { actor: coordinator, organisation: 'ander', municipality: 'enschede' };

  test('is given to an organisation by the ketencoordinator of that municipality, who sees no more of it after', () => {
    const one = assigns(unfilled(), 'naast', coordinated);
    expect(one.open('naast')).toMatchObject({ organisation: 'ander', role: 'coach' });
    expect(one.state.parties['coach']).toBe('ander');
    expect(isStuck(chain, one.open('naast'))).toBe(false);
    expect(refusal(one, 'naast', { ...coordinated, organisation: 'nog-een' })).toBe('forbidden');
    expect(one.decide('coach', 'naast', 'gedaan', { actor: { ...coach, organisation: 'ander' } }).kinds).toContain(
      'decided',
    );
  });

  test.each([
    ['of another municipality', { municipality: 'borne' }],
    ['of no municipality', {}],
  ])('is not that of a ketencoordinator %s', (_where, of) => {
    expect(refusal(unfilled(), 'naast', { actor: coordinator, organisation: 'ander', ...of })).toBe('forbidden');
  });

  test('is not divided by a ketencoordinator: people are the organisation’s', () => {
    const person = { actor: coordinator, practitioner: 'iemand', municipality: 'enschede' };
    expect(refusal(unfilled(), 'naast', person)).toBe('forbidden');
    expect(refusal(unfilled(), 'naast', { ...coordinated, practitioner: 'iemand' })).toBe('invalid-input');
  });

  test('is what was escalated: an offer that nobody answered stays with its sender until somebody takes it on', () => {
    const one = offered();
    expect(refusal(one, 'aanbod', coordinated)).toBe('forbidden');
    assigns(one.until('2026-04-01'), 'aanbod', coordinated);
    expect(one.open('aanbod')).toMatchObject({
      stage: 'offered',
      organisation: 'ander',
      from: { organisation: 'organisatie-tester' },
      accountable: { organisation: 'organisatie-tester' },
    });
    expect(one.state.parties['coach']).toBe('organisatie-coach');
    one.decide('coach', 'aanbod', 'aanvaard', { actor: { ...coach, organisation: 'ander' } });
    expect(one.state.parties['coach']).toBe('ander');
  });

  test('is not what a chain keeps confidential', () => {
    const opened = unfilled().open('naast');
    expect([isStuck(chain, opened), isStuck(chain, { ...opened, confidential: true })]).toEqual([true, false]);
  });

  test('is never what is confidential', () => {
    const one = begun().send({ kind: 'event', actor: tester, event: 'veiligheidssignaal', on: '2026-03-02' });
    one.until('2026-04-20');
    expect(one.open('veiligheid').escalations).toBeGreaterThan(0);
    expect(refusal(one, 'veiligheid', coordinated)).toBe('forbidden');
    const party = { roles: ['ketencoordinator'], organisation: 'organisatie-keten', municipality: 'enschede' };
    expect(actionsFor(chain, one.state, party)).toMatchObject([{ action: 'assign', step: 'begin' }]);
  });
});

describe('a step can be given to someone', () => {
  test('in a pause, without anything else going on', () => {
    const one = begun().send({ kind: 'pause', actor: tester, reason: 'ziekte', until: '2026-05-01' });
    expect(assigns(one, 'begin', { practitioner: 'een' }).state.status).toBe('paused');
    expect(assigns(one, 'begin', { organisation: 'ander' }).until('2026-05-02').open('begin')).toMatchObject({
      organisation: 'ander',
    });
  });

  test('no more when it is closed, or the case has ended', () => {
    const one = begun();
    const openStep = one.open('begin').id;
    one.decide('tester', 'begin', 'verder');
    const late = (copy: OneCase): unknown =>
      copy.send({ kind: 'assign', actor: tester, openStep, practitioner: 'een' });
    expect(one.refusal(late)?.code).toBe('not-allowed-now');
    expect(one.decide('tester', 'dan', 'klaar').refusal(late)?.code).toBe('ended');
  });

  test('after a pregnancy ended: the list to call off, within the own organisation only', () => {
    const one = begun().send({ kind: 'event', actor: tester, event: PREGNANCY_ENDED, on: '2026-03-02' });
    expect(assigns(one, 'persoonlijk-afgezegd', { practitioner: 'een' }).kinds).toEqual(['assigned']);
    expect(refusal(one, 'persoonlijk-afgezegd', { organisation: 'ander' })).toBe('not-allowed-now');
  });

  test('of another organisation only as long as the resident consents to that', () => {
    const own = new OneCase(chain, 'begin', { actor: { ...tester, role: 'huisarts' } });
    const referrer = { role: 'huisarts', organisation: 'organisatie-tester', practitioner: 'p' };
    own.send({
      kind: 'consent',
      actor: referrer,
      purpose: 'overdracht',
      given: false,
      by: 'inwoner',
      on: '2026-03-02',
    });
    expect(own.openSteps).toEqual(['begin', 'toestemming-besluit']);
    expect(refusal(own, 'begin', { actor: referrer, organisation: 'ander' })).toBe('consent-missing');
    expect(refusal(own, 'begin', { organisation: 'ander' })).toBe('forbidden');
    const { moves, coordinates } = assignmentOn(own, 'begin');
    expect([moves, coordinates]).toEqual([[], null]);
  });
});

function assignmentOn(one: OneCase, name: string): { moves: readonly object[]; coordinates: string | null } {
  const found = actionsOf(chain, one.state).find((each) => each.action === 'assign' && each.step === name);
  if (found?.action !== 'assign') throw new Error(`nobody can be given ${name}`);
  return found;
}

test('a chain with a term in hours of work is no other: what is given late is escalated as it was', () => {
  const short = smallChain({ begin: step({ klaar }, { within: fixed('2wd') }) });
  const one = new OneCase(short, 'begin').until('2026-03-16');
  const before = one.open('begin').escalations;
  one.send({ kind: 'assign', actor: tester, openStep: one.open('begin').id, organisation: 'ander' });
  expect(one.until('2026-06-01').open('begin').escalations).toBeGreaterThan(before);
});
