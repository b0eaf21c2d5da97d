import type { MunicipalityId } from './municipalities.ts';
import type { Organisation, OrganisationKind } from './shape.ts';

export type OrganisationRow = readonly [id: string, kind: OrganisationKind, name: string, agb?: string];

/**
 * Care providers must use the BSN, municipal bodies may; welfare, sport and the like have no statutory ground, and
 * consent cannot make one. Who coordinates a chain never sees a person, so needs none.
 */
const mayUseBsn: Record<OrganisationKind, boolean> = {
  huisartsenpraktijk: true,
  thuiszorg: true,
  fysiotherapiepraktijk: true,
  sportbedrijf: false,
  gemeente: true,
  ketenregie: false,
  welzijnsorganisatie: false,
  jeugdgezondheidszorg: true,
  verloskundigenpraktijk: true,
  kraamzorgorganisatie: true,
  wijkteam: true,
  opvang: false,
  leefstijlpraktijk: true,
  beweegaanbieder: false,
  ziekenhuis: true,
  ggd: true,
  regiobureau: false,
  beheer: false,
};

/** Organisations of one municipality; every name says that it is made up, and so is every AGB code. */
export function organisationsOf(municipality: MunicipalityId, rows: readonly OrganisationRow[]): Organisation[] {
  return rows.map(([id, kind, name, agb]) => ({
    id,
    name: `${name} (fictief)`,
    kind,
    municipality,
    ...(agb === undefined ? {} : { agb }),
    bsnAllowed: mayUseBsn[kind],
  }));
}
