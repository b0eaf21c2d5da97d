import type { Chain } from './chain.ts';
import { assess, end, knob, leave } from './say.ts';
import type { Step } from './steps.ts';

/** The role of whoever is accountable for the case when such a step opens. */
export const REGIEHOUDER = 'regiehouder';

/** The longest that a case may pause, since its last decision (chains.md 1.5, assumption). */
export const LONGEST_PAUSE = 'P6M';

/** All that is left of a case that fell silent: one person calls everything off, and it ends without a word. */
function checklist(ending: string): Step {
  return assess({
    label: 'Zeg alle afspraken persoonlijk af',
    by: REGIEHOUDER,
    confidential: true,
    within: knob('2wd', { min: '1wd', max: '5wd' }),
    outcomes: { gedaan: { label: 'Alles is persoonlijk afgezegd', to: end(ending) } },
  });
}

/** Steps that every case may come to, in every chain. They open beside what stands open. */
export const commonSteps: Readonly<Record<string, Step>> = {
  'na-pauze': assess({
    label: 'De pauze is voorbij: hoe verder?',
    by: REGIEHOUDER,
    within: knob('5wd', { min: '2wd', max: '10wd' }),
    outcomes: {
      verder: { label: 'Het traject gaat verder', to: leave() },
      stopt: { label: 'Het traject stopt', to: end('uitval'), reason: 'required', inform: 'gestopt' },
    },
  }),
  'ander-traject': assess({
    label: 'Het andere traject is geëindigd: wat betekent dat hier?',
    by: REGIEHOUDER,
    within: knob('5wd', { min: '2wd', max: '10wd' }),
    outcomes: { gezien: { label: 'Gezien, en zo nodig iets gedaan', to: leave() } },
  }),
  'verhuisd-besluit': assess({
    label: 'De inwoner is verhuisd: hoe verder?',
    by: REGIEHOUDER,
    within: knob('10wd', { min: '5wd', max: '20wd' }),
    outcomes: {
      blijft: { label: 'Het traject gaat hier verder', to: leave() },
      stopt: { label: 'Het traject stopt hier', to: end('verhuisd'), inform: 'gestopt' },
    },
  }),
  veiligheid: assess({
    label: 'Veiligheidssignaal: neem contact op',
    by: REGIEHOUDER,
    confidential: true,
    within: knob('1wd', { min: '1wd', max: '2wd' }),
    outcomes: {
      afgehandeld: { label: 'Afgehandeld', to: leave() },
      'meldcode-route': { label: 'De meldcode wordt gevolgd, buiten Ketenpad', to: leave() },
    },
  }),
  vraag: assess({
    label: 'Beantwoord de vraag',
    by: REGIEHOUDER,
    within: knob('5wd', { min: '2wd', max: '10wd' }),
    outcomes: { beantwoord: { label: 'Beantwoord', to: leave() } },
  }),
  'toestemming-besluit': assess({
    label: 'De inwoner heeft de toestemming ingetrokken: hoe verder?',
    by: REGIEHOUDER,
    within: knob('5wd', { min: '2wd', max: '10wd' }),
    outcomes: {
      'weer-toestemming': { label: 'De inwoner geeft opnieuw toestemming', gives: ['overdracht'], to: leave() },
      stopt: { label: 'Het traject stopt', to: end('uitval'), reason: 'required', inform: 'gestopt' },
    },
  }),
  koppeling: assess({
    label: 'Start het andere traject, of leg vast dat het niet doorgaat',
    by: REGIEHOUDER,
    within: knob('5wd', { min: '2wd', max: '10wd' }),
    outcomes: {
      gestart: { label: 'Het andere traject loopt en is gekoppeld', to: leave() },
      'niet-nodig': { label: 'Het andere traject gaat niet door', to: leave(), reason: 'required' },
    },
  }),
  'afgezegd-na-overlijden': checklist('kind-overleden'),
  'persoonlijk-afgezegd': checklist('zwangerschap-beeindigd'),
};

/** What may happen in every chain. `zwangerschap-beeindigd` only where the chain names it. */
export const commonEvents: Readonly<Record<string, { readonly label: string; readonly confidential?: true }>> = {
  overleden: { label: 'Overleden' },
  verhuisd: { label: 'Verhuisd' },
  veiligheidssignaal: { label: 'Veiligheidssignaal', confidential: true },
};

export const PREGNANCY_ENDED = 'zwangerschap-beeindigd';

/** What is left of a case that fell silent, by what silenced it. */
export const CALLED_OFF = { pregnancy: 'persoonlijk-afgezegd', death: 'afgezegd-na-overlijden' } as const;

/** How a case ended that fell silent: told to nobody but who was accountable. */
export const silentEndings: readonly string[] = [PREGNANCY_ENDED, 'kind-overleden'];

/** Of whom a death is recorded: only the resident's own ends the case. */
export const deathOf = ['inwoner', 'kind', 'ouder', 'partner'] as const;

export const commonEndings: Readonly<Record<string, string>> = {
  uitval: 'Gestopt',
  overleden: 'Overleden',
  verhuisd: 'Verhuisd',
  'zwangerschap-beeindigd': 'Beëindigd',
  'kind-overleden': 'Beëindigd',
};

/** A question to someone with a part in the case: an open step of its own, so that it cannot be forgotten. */
export const QUESTION = 'vraag';
export const ANSWERED = 'beantwoord';

/** Opens when consent for the transfer is withdrawn. */
export const CONSENT_LOST = 'toestemming-besluit';

/** Opens when an outcome promises a case in another chain, and lapses when that case is coupled. */
export const COUPLING = 'koppeling';

/** Why a decision or event is taken back. */
export const correctionReasons: Readonly<Record<string, string>> = {
  vergissing: 'Een vergissing bij het invullen',
  'verkeerde-inwoner': 'Dit hoorde bij een andere inwoner',
  'verkeerde-datum': 'De datum klopte niet',
  'nieuwe-informatie': 'Er is informatie bij gekomen',
};

export const commonMilestones: Chain['milestones'] = {
  vervallen: { full: 'Een stap is vervallen.', neutral: 'Een stap die bij u openstond, is vervallen.' },
  gecorrigeerd: {
    full: 'Een eerder bericht over dit traject is ingetrokken.',
    neutral: 'Een eerder bericht over dit traject is ingetrokken.',
  },
  gestopt: { full: 'Het traject is gestopt.', neutral: 'Het traject is gestopt.' },
};

/** Why someone stops (chains.md 1.6). */
export const stopReasons: Readonly<Record<string, string>> = {
  'persoonlijke-omstandigheden': 'Persoonlijke omstandigheden',
  ziekte: 'Ziekte',
  'geen-match-aanbod': 'Het aanbod past niet',
  'financiele-drempel': 'De kosten zijn te hoog',
  wachttijd: 'De wachttijd is te lang',
  'drempel-te-hoog': 'De drempel is te hoog',
  taal: 'De taal is een probleem',
  onbereikbaar: 'De inwoner is niet te bereiken',
  doorverwezen: 'Doorverwezen naar andere hulp',
  'geen-toestemming': 'Geen toestemming',
  'geen-motivatie-nu': 'Nu geen motivatie',
  'eerst-andere-hulp': 'Eerst is andere hulp nodig',
  'niet-passend-doelgroep': 'De inwoner hoort niet bij de doelgroep',
};

/** Why a case waits for a while. */
export const pauseReasons: Readonly<Record<string, string>> = {
  'eerst-andere-hulp': 'Eerst is andere hulp nodig',
  ziekte: 'Ziekte of opname',
  vakantie: 'Langere afwezigheid',
  'persoonlijke-omstandigheden': 'Persoonlijke omstandigheden',
};

/** The label of a step, of this chain or of every chain. */
export function stepNamed(chain: Chain, id: string): Step | undefined {
  if (Object.hasOwn(chain.steps, id)) return chain.steps[id];
  return Object.hasOwn(commonSteps, id) ? commonSteps[id] : undefined;
}

/** What the referrer is told, in the words of this chain or of every chain. */
export function milestoneNamed(
  chain: Chain,
  id: string,
): { readonly full: string; readonly neutral: string } | undefined {
  if (Object.hasOwn(chain.milestones, id)) return chain.milestones[id];
  return Object.hasOwn(commonMilestones, id) ? commonMilestones[id] : undefined;
}

export function endingNamed(chain: Chain, id: string): string | undefined {
  if (Object.hasOwn(chain.endings, id)) return chain.endings[id];
  return Object.hasOwn(commonEndings, id) ? commonEndings[id] : undefined;
}

/** Every reason that may be given for a choice or for stopping: code -> label. */
export function reasonsOf(chain: Chain): Readonly<Record<string, string>> {
  return { ...stopReasons, ...chain.reasons };
}
