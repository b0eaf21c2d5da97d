import type { Actor, Decide, Decision, KnobValue, Refer } from '../../src/engine/messages.ts';
import type { AnyChain } from '../../src/language/define.ts';

/** Monday 2 March 2026, 10:00 in Amsterdam; summer time begins on the 29th. */
export const MONDAY = Date.UTC(2026, 2, 2, 9);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Someone who fulfils a role, at the organisation that `referral` gives it. */
export function holder(role: string): Actor {
  return { role, organisation: `organisatie-${role}`, practitioner: `persoon-${role}` };
}

/** A referral into a chain in which every role has an organisation and every switch stands at its default. */
export function referral(chain: AnyChain, entry: string, differs: Partial<Refer> = {}): Refer {
  return {
    kind: 'refer',
    case: 'traject',
    chain: chain.id,
    version: chain.version,
    municipality: 'enschede',
    kern: null,
    entry,
    actor: holder('huisarts'),
    parties: Object.fromEntries(Object.keys(chain.roles).map((role) => [role, `organisatie-${role}`])),
    knobs: knobsOf(chain),
    consents: ['overdracht', 'terugkoppeling'],
    ...differs,
  };
}

export function decision(who: string, openStep: string, outcome: string, differs: Partial<Decision> = {}): Decide {
  return { kind: 'decide', actor: holder(who), openStep, outcome, ...differs };
}

export function knobsOf(chain: AnyChain): Record<string, KnobValue> {
  return Object.fromEntries(
    Object.entries(chain.knobs).map(([name, knob]) => [name, { value: knob.default, layer: 'chain' as const }]),
  );
}
