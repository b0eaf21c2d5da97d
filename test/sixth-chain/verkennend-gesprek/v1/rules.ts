import type { Gesprek } from './forms.ts';

/** What the two who talked say leads to a proposal (assumption); whoever decides may depart from it, with a reason. */
export function vervolg({ herstel, behandeling }: Gesprek): 'eigen-omgeving' | 'sociaal-domein' | 'behandeling' {
  if (behandeling === true) return 'behandeling';
  return herstel === true ? 'eigen-omgeving' : 'sociaal-domein';
}
