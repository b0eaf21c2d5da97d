import { municipalities } from './municipalities.ts';
import { organisations } from './organisations.ts';
import { chainIds, type Chain, type DirectoryRow, type Organisation, type OrganisationKind } from './shape.ts';

type Duty = readonly [role: string, ...chains: Chain[]];

/**
 * Which roles an organisation of a kind takes on, per chain. Huisarts and POH are absent on purpose: they come from
 * the case (the referrer or the resident's own practice), never from a directory.
 */
const dutiesOf: Partial<Record<OrganisationKind, readonly Duty[]>> = {
  thuiszorg: [['tester', 'valpreventie']],
  fysiotherapiepraktijk: [['fysio', 'valpreventie', 'vngg']],
  sportbedrijf: [['buurtsportcoach', 'valpreventie', 'vngg', 'kngg']],
  gemeente: [['valpreventie-coordinator', 'valpreventie']],
  ketenregie: [['ketencoordinator', ...chainIds]],
  welzijnsorganisatie: [
    ['sociaal-verwijzer', 'sociaal-verwijzen', 'valpreventie'],
    ['centrale-zorgcoordinator', 'vngg'],
  ],
  jeugdgezondheidszorg: [
    ['jeugdarts', 'kngg', 'kansrijke-start'],
    ['jeugdverpleegkundige', 'kngg', 'kansrijke-start'],
    ['jgz', 'kngg', 'kansrijke-start'],
    ['czv', 'kngg'],
  ],
  verloskundigenpraktijk: [['verloskundige', 'kansrijke-start']],
  kraamzorgorganisatie: [['kraamzorg', 'kansrijke-start']],
  wijkteam: [
    ['gebiedsteam', 'kansrijke-start'],
    ['eerste-contactpersoon', 'kansrijke-start'],
  ],
  opvang: [['aandachtsfunctionaris', 'kansrijke-start']],
  leefstijlpraktijk: [
    ['leefstijlcoach', 'vngg'],
    ['gli-aanbieder', 'vngg'],
  ],
  beweegaanbieder: [
    ['aanbieder', 'sociaal-verwijzen', 'vngg', 'kngg'],
    ['kinder-gli-aanbieder', 'kngg'],
  ],
  ziekenhuis: [['kinderarts', 'kngg']],
  ggd: [['ggd', 'kansrijke-start']],
  regiobureau: [['regiocoordinator', ...chainIds]],
};

/** These work for all of Twente, wherever they have their seat. */
const regional: ReadonlySet<OrganisationKind> = new Set(['ziekenhuis', 'ggd', 'regiobureau']);

/** An organisation named here serves that place only; the others of its kind serve the rest of the municipality. */
const placeServedBy: ReadonlyMap<string, string> = new Map([['1a000915-ba18-4273-ab01-47eac4be2f17', 'haarle']]);

/** The municipalities that an organisation serves. */
function servedBy(organisation: Organisation): readonly string[] {
  return regional.has(organisation.kind) ? municipalities.map(({ id }) => id) : [organisation.municipality];
}

/** Who fulfils which role in which chain where; one row at most for a role, chain, municipality and place. */
export const directory: readonly DirectoryRow[] = organisations.flatMap((organisation) =>
  (dutiesOf[organisation.kind] ?? []).flatMap(([role, ...chains]) =>
    chains.flatMap((chain) =>
      servedBy(organisation).map((municipality) => ({
        role,
        chain,
        municipality,
        kern: placeServedBy.get(organisation.id) ?? null,
        organisation: organisation.id,
      })),
    ),
  ),
);
