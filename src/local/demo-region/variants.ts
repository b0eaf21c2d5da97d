import type { Choices } from '../../language/knobs.ts';
import { chainIds, type Setting } from './shape.ts';
import type { PlaceVariant } from './variants/variant.ts';
import { variantsWithAssignment } from './variants/with-assignment.ts';
import { variantsWithoutAssignment } from './variants/without-assignment.ts';

/** How each of the fourteen municipalities has each of the five chains. */
export const variants: readonly PlaceVariant[] = [...variantsWithAssignment, ...variantsWithoutAssignment];

/** As rows: what every municipality and kern set, one knob each. */
export const settingsOfVariants: readonly Setting[] = variants.flatMap(({ municipalities, chains }) =>
  chainIds.flatMap((chain) => {
    const { chosen, kernen = [] } = chains[chain];
    const of = (municipality: string, kern: string | null, values: object): Setting[] =>
      Object.entries(values).map(([knob, value]) => ({ chain, municipality, kern, knob, value }));
    return [
      ...municipalities.flatMap((municipality) => of(municipality, null, chosen)),
      ...kernen.flatMap(({ municipality, kern, chosen: there }) => of(municipality, kern, there)),
    ];
  }),
);

/** What a place chose for a chain, as a case there starts with it. */
export function choicesOf(chain: string, municipality: string, kern: string | null): Choices {
  const rows = settingsOfVariants.filter((row) => row.chain === chain && row.municipality === municipality);
  const at = (where: string | null): Record<string, string> =>
    Object.fromEntries(rows.filter((row) => row.kern === where).map(({ knob, value }) => [knob, value]));
  return { municipality: at(null), ...(kern === null ? {} : { kern: at(kern) }) };
}
