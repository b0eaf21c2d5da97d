import type { Nameting } from './forms.ts';

/**
 * Durable help, proposed from the measurement at three months (assumption): still active, and no need of new support
 * (WOR-APP, VL3). Nothing filled in: the resident did not answer. The sociaal verwijzer confirms or overrides with a
 * reason.
 */
export function duurzaamheid({
  continuering,
  behoefte,
}: Nameting): 'duurzaam' | 'niet-duurzaam' | 'herstart' | 'geen-respons' {
  if (behoefte === 'opnieuw-sociaal-verwijzer' || behoefte === 'professionele-hulp') return 'herstart';
  if (continuering === undefined) return 'geen-respons';
  return continuering === 'actief' || continuering === 'andere-activiteit' ? 'duurzaam' : 'niet-duurzaam';
}
