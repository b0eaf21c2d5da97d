import { describe, expect, test } from 'vitest';
import { OneCase } from '../../test/journeys/one-case.ts';
import { fixed, klaar, offer, smallChain, step } from '../../test/journeys/small-chain.ts';
import { holder } from '../../test/journeys/start-case.ts';
import { leave, wait, type HandoffStep } from '../language/define.ts';
import { actionsOf } from './actions.ts';
import { endOfLocalDay } from './calendar/amsterdam.ts';
import { parseLocalDate } from './calendar/local-date.ts';
import type { Actor } from './messages.ts';
import { accountableOf } from './state.ts';

const FINALS = {
  gestart: 'dan',
  niet: 'dan',
  'toch-niet': { label: 'Toch niet', to: klaar, by: 'sender', reason: 'required' },
} as const;
const sender = holder('tester');
const receiver = holder('coach');
const elsewhere: Actor = { ...receiver, organisation: 'organisatie-anders' };

function offered(differs: Partial<HandoffStep> = {}, outcomes: Parameters<typeof offer>[0] = FINALS): OneCase {
  const chain = smallChain({ aanbod: offer(outcomes, differs), dan: step({ klaar }, { by: 'coach' }) });
  return new OneCase(chain, 'aanbod');
}

/** Who may choose what now, each as 'role: outcomes'. */
function choices(one: OneCase): string[] {
  return actionsOf(one.chain, one.state).flatMap((action) =>
    action.action === 'decide'
      ? [`${action.parties.map(({ role }) => role).join(' or ')}: ${action.outcomes.map(({ id }) => id).join(', ')}`]
      : [],
  );
}

describe('an offer', () => {
  test('may be accepted or declined by the receiver; the sender may take it elsewhere, or call it off', () => {
    expect(choices(offered())).toEqual(['coach: aanvaard, geweigerd', 'tester: omleiden, toch-niet']);
  });

  test('is to be answered within the time to accept, not within that of the step', () => {
    expect(offered().open('aanbod')).toMatchObject({
      stage: 'offered',
      dueAt: endOfLocalDay(parseLocalDate('2026-03-07')),
      role: 'coach',
      organisation: 'organisatie-coach',
      from: { role: 'tester', organisation: 'organisatie-tester' },
    });
  });

  test('leaves the sender accountable until it is accepted', () => {
    const one = offered();
    expect(accountableOf(one.state)).toMatchObject({ role: 'tester', organisation: 'organisatie-tester' });
    one.decide('coach', 'aanbod', 'aanvaard');
    expect(accountableOf(one.state)).toMatchObject({ role: 'coach', organisation: 'organisatie-coach' });
  });

  test('is refused to everyone else, and each side’s choice to the other', () => {
    const one = offered();
    const code = (actor: Actor, outcome: string): string | undefined =>
      one.refusal((copy) => copy.decide('coach', 'aanbod', outcome, { actor, reason: 'ziekte' }))?.code;
    expect(code(holder('huisarts'), 'aanvaard')).toBe('forbidden');
    expect(code(elsewhere, 'aanvaard')).toBe('forbidden');
    expect(code(sender, 'aanvaard')).toBe('forbidden');
    expect(code(receiver, 'omleiden')).toBe('forbidden');
    expect(code(receiver, 'gestart')).toBe('not-allowed-now');
    expect(code(receiver, 'contact-bevestigd')).toBe('not-allowed-now');
    expect(code(receiver, 'bestaat-niet')).toBe('invalid-input');
  });

  test('that is accepted is a new opening, with the term of the step', () => {
    const one = offered();
    const first = one.open('aanbod');
    one.until('2026-03-04').decide('coach', 'aanbod', 'aanvaard');
    expect(one.kinds).toEqual(['decided', 'opened']);
    expect(one.open('aanbod')).toMatchObject({
      stage: 'accepted',
      round: 2,
      openedAt: one.now,
      dueAt: endOfLocalDay(parseLocalDate('2026-03-14')),
      branch: first.branch,
    });
    expect(choices(one)).toEqual(['coach: gestart, niet']);
    expect(one.decide('coach', 'aanbod', 'gestart').openSteps).toEqual(['dan']);
  });

  test('counts as decided only when the step itself was: not when it was accepted', () => {
    const one = offered().decide('coach', 'aanbod', 'aanvaard');
    expect(one.state).toMatchObject({ outcomes: {}, decidedAt: {}, taken: {} });
    expect(one.decide('coach', 'aanbod', 'niet').state).toMatchObject({
      outcomes: { aanbod: 'niet' },
      taken: { 'aanbod.niet': 1 },
    });
  });

  test('that is declined needs a reason, and goes back to the sender with it', () => {
    const one = offered();
    expect(one.refusal((copy) => copy.decide('coach', 'aanbod', 'geweigerd'))?.code).toBe('reason-required');
    one.decide('coach', 'aanbod', 'geweigerd', { reason: 'wachttijd' });
    expect(one.last[0]).toMatchObject({ outcome: 'geweigerd', reason: 'wachttijd', stage: 'offered' });
    expect(one.open('aanbod')).toMatchObject({ stage: 'returned', role: 'tester', organisation: 'organisatie-tester' });
    expect(choices(one)).toEqual(['tester: omleiden, toch-niet']);
    expect(accountableOf(one.state)?.role).toBe('tester');
  });

  test('that is declined is no work: a later step for several roles does not go to who declined', () => {
    const ways = {
      gestart: klaar,
      'toch-niet': { label: 'Toch niet', to: 'dan', by: 'sender', reason: 'required' },
    } as const;
    const chain = smallChain({ aanbod: offer(ways), dan: step({ klaar }, { by: ['huisarts', 'coach'] }) });
    const one = new OneCase(chain, 'aanbod').decide('coach', 'aanbod', 'geweigerd', { reason: 'wachttijd' });
    one.decide('tester', 'aanbod', 'toch-niet', { reason: 'ziekte' });
    expect(one.open('dan').role).toBe('huisarts');
  });

  test('that is not answered in time has expired: a fact, and the offer stays open until the sender does something', () => {
    const one = offered().until('2026-03-09');
    expect(one.kinds).toEqual(['reminded', 'expired']);
    expect(one.open('aanbod')).toMatchObject({ stage: 'offered', late: true });
    expect(choices(one)).toEqual(['coach: aanvaard, geweigerd', 'tester: omleiden, toch-niet']);
    expect(one.decide('coach', 'aanbod', 'aanvaard').open('aanbod').stage).toBe('accepted');
  });

  test('that is taken elsewhere is offered there, with a new time to accept', () => {
    const one = offered().until('2026-03-09').decide('tester', 'aanbod', 'omleiden', { to: 'organisatie-anders' });
    expect(one.open('aanbod')).toMatchObject({ stage: 'offered', organisation: 'organisatie-anders', late: false });
    expect(one.refusal((copy) => copy.decide('coach', 'aanbod', 'aanvaard'))?.code).toBe('forbidden');
    one
      .decide('coach', 'aanbod', 'aanvaard', { actor: elsewhere })
      .decide('coach', 'aanbod', 'gestart', { actor: elsewhere });
    expect(one.openSteps).toEqual(['dan']);
  });

  test('that was taken on elsewhere makes that organisation the role’s in this case', () => {
    const one = offered().decide('tester', 'aanbod', 'omleiden', { to: 'organisatie-anders' });
    expect(one.state.parties['coach']).toBe('organisatie-coach');
    one
      .decide('coach', 'aanbod', 'aanvaard', { actor: elsewhere })
      .decide('coach', 'aanbod', 'gestart', { actor: elsewhere });
    expect(one.open('dan')).toMatchObject({ role: 'coach', organisation: 'organisatie-anders' });
  });

  test('that came back may be offered to the same organisation again', () => {
    const one = offered()
      .decide('coach', 'aanbod', 'geweigerd', { reason: 'wachttijd' })
      .decide('tester', 'aanbod', 'omleiden');
    expect(one.open('aanbod')).toMatchObject({ stage: 'offered', organisation: 'organisatie-coach', round: 3 });
    expect(one.state.parties['coach']).toBe('organisatie-coach');
  });

  test('may be called off by the sender, also while it is offered, and that needs its reason', () => {
    const one = offered();
    expect(one.refusal((copy) => copy.decide('tester', 'aanbod', 'toch-niet'))?.code).toBe('reason-required');
    expect(one.decide('tester', 'aanbod', 'toch-niet', { reason: 'ziekte' }).state.ending).toBe('klaar');
    expect(
      offered()
        .decide('coach', 'aanbod', 'aanvaard')
        .refusal((copy) => copy.decide('tester', 'aanbod', 'toch-niet', { reason: 'ziekte' }))?.code,
    ).toBe('forbidden');
  });
});

describe('an offer that has nothing more to tell', () => {
  test('is done as soon as it is taken on: the receiver chooses the outcome itself', () => {
    const one = offered({}, { geaccepteerd: 'dan' });
    expect(choices(one)).toEqual(['coach: geaccepteerd, geweigerd', 'tester: omleiden']);
    expect(one.decide('coach', 'aanbod', 'geaccepteerd').openSteps).toEqual(['dan']);
  });

  test('makes the organisation that took it on the role’s in this case too', () => {
    const one = offered({}, { geaccepteerd: 'dan' }).decide('tester', 'aanbod', 'omleiden', {
      to: 'organisatie-anders',
    });
    one.decide('coach', 'aanbod', 'geaccepteerd', { actor: elsewhere });
    expect(one.open('dan')).toMatchObject({ organisation: 'organisatie-anders' });
  });
});

describe('a warm hand-off', () => {
  const warm = (): OneCase => offered({ warm: true }, { gestart: 'dan' });

  test.each(['coach', 'tester'])('is confirmed by %s: sender and receiver met the person together', (who) => {
    const one = warm().decide('coach', 'aanbod', 'aanvaard');
    expect(one.open('aanbod').stage).toBe('contact');
    expect(choices(one)).toEqual(['coach or tester: contact-bevestigd']);
    one.decide(who, 'aanbod', 'contact-bevestigd');
    expect(one.open('aanbod')).toMatchObject({ stage: 'accepted', organisation: 'organisatie-coach' });
    expect(choices(one)).toEqual(['coach: gestart']);
  });

  test('with one outcome is not done when it is accepted', () => {
    expect(choices(warm())).toEqual(['coach: aanvaard, geweigerd', 'tester: omleiden']);
  });

  test('of which the contact fails to come is late, and not expired: it was accepted', () => {
    expect(warm().decide('coach', 'aanbod', 'aanvaard').until('2026-03-09').kinds).toEqual(['reminded', 'late']);
  });
});

describe('an offer to someone who does not work with Ketenpad', () => {
  const outside = (): OneCase => offered({ outside: true });

  test('is looked after by the sender, who records what became of it at every stage', () => {
    const one = outside();
    expect(choices(one)).toEqual(['tester: aanvaard, geweigerd', 'tester: omleiden, toch-niet']);
    one.decide('tester', 'aanbod', 'aanvaard');
    expect(choices(one)).toEqual(['tester: gestart, niet', 'tester: toch-niet']);
  });

  test('is no gap when nobody fulfils the role here', () => {
    const chain = smallChain({ aanbod: offer(FINALS, { outside: true }), dan: step({ klaar }) });
    const one = new OneCase(chain, 'aanbod', { parties: { tester: 'organisatie-tester' } });
    expect(one.kinds).toEqual(['started', 'opened']);
    expect(choices(one)).toEqual(['tester: aanvaard, geweigerd', 'tester: omleiden, toch-niet']);
  });
});

describe('an offer that nobody here can take', () => {
  const chain = smallChain({ aanbod: offer(FINALS), dan: step({ klaar }) });

  test('is counted as a gap, and stays with the sender, who answers it or finds somebody', () => {
    const one = new OneCase(chain, 'aanbod', { parties: { tester: 'organisatie-tester' } });
    expect(one.last).toMatchObject([
      {},
      { fact: 'gap', gap: 'geen-organisatie', step: 'aanbod' },
      { fact: 'opened', organisation: null },
    ]);
    expect(choices(one)).toEqual(['tester: aanvaard, geweigerd', 'tester: omleiden, toch-niet']);
    one.decide('tester', 'aanbod', 'omleiden', { to: 'organisatie-anders' });
    expect(choices(one)[0]).toBe('coach: aanvaard, geweigerd');
  });

  test('whose sender is not there either is the referrer’s', () => {
    const one = new OneCase(chain, 'aanbod', { parties: {} });
    expect(choices(one)).toEqual(['huisarts: aanvaard, geweigerd', 'huisarts: omleiden, toch-niet']);
    expect(accountableOf(one.state)).toEqual(holder('huisarts'));
  });
});

describe('the organisation to which it goes', () => {
  const chain = smallChain({
    begin: step({
      overdragen: 'aanbod',
      anders: { label: 'Spoed', to: { step: 'aanbod', with: { spoed: 'ja' } } },
      klaar,
    }),
    aanbod: offer({ geaccepteerd: klaar }),
  });

  test.each(['overdragen', 'anders'])('may be chosen when the offer is made (%s)', (outcome) => {
    const one = new OneCase(chain, 'begin').decide('tester', 'begin', outcome, { to: 'organisatie-anders' });
    expect(one.open('aanbod')).toMatchObject({ stage: 'offered', organisation: 'organisatie-anders' });
  });

  test('cannot be chosen where nothing is offered', () => {
    const refusal = new OneCase(chain, 'begin').refusal((copy) => copy.decide('tester', 'begin', 'klaar', { to: 'x' }));
    expect(refusal).toEqual({ code: 'invalid-input', message: 'Bij deze keuze kan geen organisatie worden gekozen.' });
    const accepting = (copy: OneCase): unknown => copy.decide('coach', 'aanbod', 'geaccepteerd', { to: 'x' });
    expect(new OneCase(chain, 'aanbod').refusal(accepting)?.code).toBe('invalid-input');
  });
});

test('a wait may be answered by its holder and by whoever may report, each for their own organisation', () => {
  const chain = smallChain({
    wacht: wait({
      label: 'Wacht',
      by: 'tester',
      reports: ['coach'],
      waitsFor: 'iets',
      within: fixed('P5D'),
      outcomes: { kwam: { label: 'Kwam', to: klaar } },
    }),
  });
  const one = new OneCase(chain, 'wacht');
  expect(choices(one)).toEqual(['tester or coach: kwam']);
  expect(one.refusal((copy) => copy.decide('coach', 'wacht', 'kwam'))).toBeUndefined();
  expect(one.refusal((copy) => copy.decide('coach', 'wacht', 'kwam', { actor: elsewhere }))?.code).toBe('forbidden');
});

test('a hand-off keeps branch, variant and item through all its stages', () => {
  const chain = smallChain({
    begin: step(
      { samen: { all: ['dan', { step: 'aanbod', with: { spoed: 'ja' } }] } },
      { form: 'f', keeps: ['lijst'] },
    ),
    dan: step({ klaar }),
    aanbod: offer({ gezien: leave() }, { warm: true, each: 'lijst' }),
  });
  const one = new OneCase(chain, 'begin').decide('tester', 'begin', 'samen', { kept: { lijst: 'visus' } });
  const same = { branch: 'main/aanbod#visus', item: 'visus', variant: { spoed: 'ja' } };
  expect(one.open('aanbod')).toMatchObject(same);
  expect(one.decide('coach', 'aanbod', 'aanvaard').open('aanbod')).toMatchObject(same);
  expect(one.decide('coach', 'aanbod', 'contact-bevestigd').open('aanbod')).toMatchObject(same);
  expect(one.decide('coach', 'aanbod', 'gezien').openSteps).toEqual(['dan']);
});
