import { municipalities } from './municipalities.ts';
import { organisations } from './organisations.ts';
import { chainIds, type Chain, type DirectoryRow, type Organisation, type OrganisationKind } from './shape.ts';

type Duty = readonly [role: string, ...chains: Chain[]];

/** Which roles an organisation of a kind takes on, per chain. */
const dutiesOf: Partial<Record<OrganisationKind, readonly Duty[]>> = {
  huisartsenpraktijk: [
    ['huisarts', 'valpreventie', 'vngg', 'kngg', 'kansrijke-start'],
    ['poh', 'valpreventie', 'vngg', 'kansrijke-start'],
  ],
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
    ['screener', 'kansrijke-start'],
    ['czv', 'kngg'],
  ],
  verloskundigenpraktijk: [['verloskundige', 'kansrijke-start']],
  kraamzorgorganisatie: [['kraamzorg', 'kansrijke-start']],
  wijkteam: [
    ['gebiedsteam', 'kansrijke-start'],
    ['signaleerder', 'valpreventie', 'kngg'],
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
  ziekenhuis: [['kinderarts', 'kngg', 'kansrijke-start']],
  ggd: [['ggd', 'kansrijke-start']],
  regiobureau: [['regiocoordinator', ...chainIds]],
};

/** These work for all of Twente, wherever they have their seat. */
const regional: ReadonlySet<OrganisationKind> = new Set(['ziekenhuis', 'ggd', 'regiobureau']);

/** An organisation named here serves that place only; the others of its kind serve the rest of the municipality. */
const placeServedBy: ReadonlyMap<string, string> = new Map([['1a000915-ba18-4273-ab01-47eac4be2f17', 'haarle']]);

/**
 * A resident has a practice of their own: the referral's, or one that it names. Only here a practice takes on who has
 * neither.
 */
const opensItsDoor: ReadonlySet<string> = new Set([
  '9dca28f6-1b07-4561-8118-31a6b1a8c391',
  'e2bc5875-cb8d-44e7-b079-40784bbb2420',
  'a312aa5b-6180-4158-bf85-df3762b2b2e6',
]);

/** Losser has its valpreventie done by organisations of Enschede, and nobody leads people to sport there. */
const guests: ReadonlyMap<string, string> = new Map([
  ['3706465c-be13-4c4d-97fa-1c49e6caa7e7', 'losser'],
  ['277e78db-b90f-45fc-a62e-880fd06532f6', 'losser'],
  ['f00d2af6-5c21-47cc-8314-859455bf97cf', 'losser'],
]);
const hostsGuests: ReadonlySet<string> = new Set(['thuiszorg', 'fysiotherapiepraktijk', 'gemeente', 'sportbedrijf']);

/**
 * Prenatal home visits are everywhere: where there is no JGZ of its own, that of Enschede comes. Losser is at work on
 * Kansrijke Start, so that care around the birth and the wijkteam come from there as well; elsewhere those are gaps.
 */
const ownStart: readonly string[] = ['enschede', 'borne', 'hellendoorn'];
const startsIn: ReadonlyMap<string, readonly string[]> = new Map([
  ['de8bce14-3b2d-428a-aebc-45f76c205a76', municipalities.map(({ id }) => id).filter((id) => !ownStart.includes(id))],
  ['6dbe708d-6229-4f2c-93d5-30f56a91031e', ['losser']],
  ['ed43ece4-0610-49b5-99a4-66fce542d528', ['losser']],
  ['caa60f88-c478-42fc-a840-9b098a9fd08e', ['losser']],
]);

/**
 * Where the region works on VnGG or KnGG without organisations of its own, those of Enschede come: the lifestyle
 * practice and who offers exercise, and for KnGG in Haaksbergen the JGZ with its centrale zorgverleners.
 */
const weightIn: ReadonlyMap<string, Partial<Record<Chain, readonly string[]>>> = new Map([
  ['ac1a4852-61aa-4c01-801c-d808d61a7e10', { vngg: ['dinkelland', 'tubbergen', 'losser'] }],
  ['5336d642-26f3-4690-98ac-c8c04c4973da', { vngg: ['dinkelland', 'tubbergen', 'losser'], kngg: ['haaksbergen'] }],
  ['de8bce14-3b2d-428a-aebc-45f76c205a76', { kngg: ['haaksbergen'] }],
]);

/** The municipalities that an organisation serves in a chain. */
function servedBy(organisation: Organisation, chain: Chain): readonly string[] {
  const { id, kind, municipality } = organisation;
  if (regional.has(kind)) return municipalities.map((each) => each.id);
  if (kind === 'huisartsenpraktijk' && !opensItsDoor.has(id)) return [];
  if (chain === 'kansrijke-start') return [municipality, ...(startsIn.get(id) ?? [])];
  if (chain !== 'valpreventie') return [municipality, ...(weightIn.get(id)?.[chain] ?? [])];
  const guest = guests.get(id);
  if (guest !== undefined) return [municipality, guest];
  return municipality === 'losser' && hostsGuests.has(kind) ? [] : [municipality];
}

/** Who fulfils which role in which chain where; one row at most for a role, chain, municipality and place. */
export const directory: readonly DirectoryRow[] = organisations.flatMap((organisation) =>
  (dutiesOf[organisation.kind] ?? []).flatMap(([role, ...chains]) =>
    chains.flatMap((chain) =>
      servedBy(organisation, chain).map((municipality) => ({
        role,
        chain,
        municipality,
        kern: placeServedBy.get(organisation.id) ?? null,
        organisation: organisation.id,
      })),
    ),
  ),
);
