import { localDateOf } from '../../src/engine/calendar/amsterdam.ts';
import type { Actor, Agree } from '../../src/engine/messages.ts';
import { after, all, inform, leave, wait } from '../../src/language/define.ts';
import { OneCase } from './one-case.ts';
import { fixed, klaar, offer, smallChain, step } from './small-chain.ts';
import { holder } from './start-case.ts';

/** The huisarts refers and works up to the consent step; the tester and the coach are other organisations. */
export const consentChain = smallChain(
  {
    begin: step(
      {
        verder: { label: 'Verder', to: 'werk' },
        samen: all('werk', 'naast', 'eigen'),
        groep: 'wachten',
        aanbieden: 'aanbod',
        alleen: 'eigen',
        zorg: 'zorg',
      },
      { by: 'huisarts' },
    ),
    werk: step({ klaar: 'samen', stop: klaar }, { attempts: true }),
    naast: step({ gedaan: 'samen' }, { by: 'coach', lapsesOn: ['verandering'] }),
    eigen: step({ gedaan: leave(), ergens: 'val', werk: 'werk', opnieuw: 'begin', klaar }, { by: 'huisarts' }),
    zorg: step({ klaar }, { by: 'huisarts' }),
    samen: step({ klaar }, { join: ['main', 'naast'] }),
    aanbod: offer({ gestart: klaar, niet: klaar }, { from: 'huisarts' }),
    wachten: wait({
      label: 'Wacht',
      by: 'tester',
      within: fixed('P3M'),
      waitsFor: 'groep',
      outcomes: { vol: { label: 'Vol', to: 'programma', group: 'joins' } },
    }),
    programma: step({ klaar }, { by: 'coach', within: after('eind', fixed('P1W')) }),
    val: step({ gedaan: leave() }, { by: 'coach', opens: { on: 'valpartij' } }),
    later: step({ gedaan: leave() }, { opens: { after: [fixed('P1M')], from: 'begin' }, lapsesOn: ['verandering'] }),
    gepland: step({ gedaan: leave() }, { opens: { at: after('geboorte', fixed('P1M')), opening: 'werk' } }),
    bericht: inform({
      label: 'Bericht',
      by: 'coach',
      within: fixed('P10D'),
      tells: 'gezien',
      opens: { on: 'bericht' },
      outcomes: { verder: { label: 'Verder', to: leave() } },
    }),
  },
  {
    afterConsent: ['werk', 'zorg', 'wachten', 'later', 'gepland'],
    events: {
      geboorte: { label: 'Geboorte', anchor: 'geboorte' },
      verandering: { label: 'Anders' },
      valpartij: { label: 'Gevallen' },
      bericht: { label: 'Bericht' },
    },
    group: { waits: 'wachten', during: ['programma'], starts: 'start', ends: 'eind', leads: 'coach' },
  },
);
export const [huisarts, tester, coach] = [holder('huisarts'), holder('tester'), holder('coach')];
export const place = { group: 'g', organisation: 'organisatie-coach', starts: '2026-04-01', ends: '2026-07-01' };

export const begun = (outcome: string): OneCase =>
  new OneCase(consentChain, 'begin').decide('huisarts', 'begin', outcome);
export const says = (one: OneCase, differs: Partial<Agree>): OneCase =>
  one.send({
    kind: 'consent',
    actor: huisarts,
    purpose: 'overdracht',
    given: false,
    by: 'inwoner',
    on: localDateOf(one.now),
    ...differs,
  });
export const withdrawn = (one: OneCase): OneCase => says(one, { given: false });
export const given = (one: OneCase): OneCase => says(one, { given: true });
export const happens = (one: OneCase, event: string): OneCase =>
  one.send({ kind: 'event', actor: huisarts, event, on: localDateOf(one.now) });
export const pause = (one: OneCase, until: string): OneCase =>
  one.send({ kind: 'pause', actor: huisarts, reason: 'ziekte', until });
export const decision = (one: OneCase, actor: Actor, id: string, outcome: string): string | undefined =>
  one.refusal((copy) => copy.send({ kind: 'decide', actor, openStep: id, outcome }))?.code;

export function pauseBy(one: OneCase, actor: Actor): OneCase {
  return one.send({ kind: 'pause', actor, reason: 'ziekte', until: '2026-04-15' });
}
