import type { LinkType } from './steps.ts';
import type { DurationText } from './terms.ts';

/** An intake serves again until so long after it was done (assumption; the label of the outcome says it to people). */
export const INTAKE_SERVES = 'P6M';

/** The link of a new case with an earlier one of the same person in the same chain, made by the referral itself. */
export const PREVIOUS = 'vorig-traject';

/** Someone who comes back within this time after the end counts as herinstroom, not as new (chains.md 1.5). */
export const COMES_BACK_WITHIN = 'P12M';

/** The case of someone else in the same family. */
export const FAMILY = 'zelfde-gezin';

/** With these links the intake of one case is shown in the other. */
export const SHARES_INTAKE: readonly string[] = ['deel-intake', PREVIOUS];

/** What a type of link asks of its two sides; `first` is the case on which it is given. */
interface LinkRule {
  readonly first?: string;
  readonly second?: string;
  /** One regiehouder for both: who fulfils `first` there fulfils `second` here. */
  readonly regie?: { readonly first: string; readonly second: string };
  /** One consent for both. */
  readonly sharesConsent?: true;
}

const linkRules: Readonly<Record<LinkType, LinkRule>> = {
  vervolg: {},
  parallel: {},
  eerst: {},
  'deel-intake': {
    first: 'sociaal-verwijzen',
    second: 'vngg',
    regie: { first: 'sociaal-verwijzer', second: 'centrale-zorgcoordinator' },
    sharesConsent: true,
  },
  'zelfde-gezin': {},
};

/** Chains of which the second is about somebody else: after the pregnancy the child has a case of its own. */
const aboutAnother: readonly { readonly first: string; readonly second: string; readonly types: readonly string[] }[] =
  [{ first: 'kansrijke-start', second: 'kngg', types: ['vervolg', 'parallel'] }];

/** Who comes over from one chain is taken on in the other from this age, a little before its own (assumption). */
const comingOver: readonly { readonly first: string; readonly second: string; readonly age: DurationText }[] = [
  { first: 'kngg', second: 'vngg', age: 'P17Y6M' },
];

export function comesOverAt(first: string, second: string): DurationText | undefined {
  return comingOver.find((pair) => pair.first === first && pair.second === second)?.age;
}

/** Whether a new case is about another resident than the case from which it is opened. */
export function namesResident(type: string, first: string, second: string): boolean {
  const pairs = aboutAnother.filter((pair) => pair.first === first && pair.second === second);
  return type === FAMILY || pairs.some(({ types }) => types.includes(type));
}

export function linkRuleOf(type: string): LinkRule {
  return Object.entries(linkRules).find(([name]) => name === type)?.[1] ?? {};
}

/** Whether cases of these chains can be coupled so. */
export function fitsLink(type: string, first: string, second: string): boolean {
  const rule = linkRuleOf(type);
  return (rule.first ?? first) === first && (rule.second ?? second) === second;
}
