import { linkRuleOf, PREVIOUS } from './link-rules.ts';

/* How two cases can hang together, and what that means for the one when something happens in the other. */

/** How two cases can hang together. */
export const linkTypes: Readonly<Record<string, string>> = {
  vervolg: 'Vervolg op een ander traject',
  parallel: 'Loopt naast een ander traject',
  eerst: 'Wacht op een ander traject',
  'deel-intake': 'Deelt de intake met een ander traject',
  'zelfde-gezin': 'Hoort bij hetzelfde gezin',
  'vorig-traject': 'Eerder traject',
};

/** Those that a person may choose for two cases; the other one is made by a referral. */
export const linkTypesToChoose: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(linkTypes).filter(([type]) => type !== PREVIOUS),
);

/** The types of link that can be given on a case of this chain: type -> label. */
export function linkTypesFrom(chain: string): Readonly<Record<string, string>> {
  const given = Object.entries(linkTypesToChoose).filter(([type]) => (linkRuleOf(type).first ?? chain) === chain);
  return Object.fromEntries(given);
}

/**
 * The first is the case in which the link was made: the one that waits (`eerst`), that had the intake (`deel-intake`),
 * that ends (`vervolg`).
 */
export type LinkSide = 'first' | 'second';

/** What happens in a case that may count for a case that it is linked with. */
export type LinkMoment = 'ended' | 'paused' | 'resumed' | 'consent-withdrawn' | 'consent-given' | 'died';

/** What it means there: the wait is over, somebody is asked, or the same happens there. */
export type LinkEffect = 'end-wait' | 'ask' | 'pause' | 'resume' | 'withdraw-consent' | 'give-consent' | 'die';

type Effects = Readonly<Partial<Record<LinkMoment, LinkEffect>>>;

const DEATH: Effects = { died: 'die' };
const ONE_CONSENT: Effects = { 'consent-withdrawn': 'withdraw-consent', 'consent-given': 'give-consent' };

/** Per type and per side: what happens in that case, and what it means for the other one. Where nothing stands, nothing. */
export const linkEffects: Readonly<Record<string, Readonly<Record<LinkSide, Effects>>>> = {
  eerst: { first: DEATH, second: { ...DEATH, ended: 'end-wait' } },
  'deel-intake': {
    first: { ...DEATH, ...ONE_CONSENT, ended: 'ask', paused: 'pause', resumed: 'resume' },
    second: { ...DEATH, ...ONE_CONSENT, ended: 'ask' },
  },
  vervolg: { first: DEATH, second: DEATH },
  parallel: { first: DEATH, second: DEATH },
  'zelfde-gezin': { first: {}, second: {} },
  'vorig-traject': { first: {}, second: {} },
};

/** The type with which a case waits for another one. */
export const WAITS_FOR = 'eerst';

/** Why a case that waits for another one is paused. */
export const WAITING = 'eerst-andere-hulp';

/** Opens when a linked case has ended and that may mean something here. */
export const OTHER_ENDED = 'ander-traject';

/** What happens in a case means this for the case at the other side of a link. */
export function linkEffectOf(type: string, side: LinkSide, what: LinkMoment): LinkEffect | undefined {
  return Object.hasOwn(linkEffects, type) ? linkEffects[type]?.[side][what] : undefined;
}
