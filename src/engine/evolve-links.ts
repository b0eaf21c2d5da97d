import type { Fact, FactBody } from './facts.ts';
import type { CaseState, OpenStep } from './state.ts';

/* What facts do to the links of a case. */

/** The case of a coupling that an outcome asked for takes the place of the request. */
export function linked(
  links: CaseState['links'],
  { seq, type, chain, case: other, intake, side }: Fact & Extract<FactBody, { fact: 'linked' }>,
): CaseState['links'] {
  if (other === undefined) return [...links, { type, chain }];
  const asked = links.findIndex((each) => each.case === undefined && each.type === type && each.chain === chain);
  const link = {
    type,
    chain,
    case: other,
    ...(intake === undefined ? {} : { intake }),
    ...(side === undefined ? {} : { side, since: seq }),
  };
  return [...links.filter((_each, index) => index !== asked), link];
}

/** The last fact there that was heard here. */
export function heard(
  links: CaseState['links'],
  { type, from, cause }: Extract<FactBody, { fact: 'followed' }>,
): CaseState['links'] {
  const knows = (link: CaseState['links'][number]): boolean =>
    link.case === from && link.type === type && (link.heard ?? 0) < cause;
  return links.map((link) => (knows(link) ? { ...link, heard: cause } : link));
}

/** It was said what became of the case that was promised: it is no longer waited for. */
export function withoutPromise(links: CaseState['links'], opening: OpenStep | undefined): CaseState['links'] {
  const type = opening?.variant['type'];
  const found = links.findIndex(
    (each) => each.case === undefined && each.type === type && each.chain === opening?.item,
  );
  return links.filter((_each, index) => index !== found);
}
