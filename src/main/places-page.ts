import { join } from 'node:path';
import { currentDefinition, definitions } from '../chains/index.ts';
import { resolveKnobs } from '../language/knobs.ts';
import { type PlaceShown, placesPageOf } from '../language/places-page.ts';
import { variantOf } from '../language/variant.ts';
import { municipalities } from '../local/demo-region/municipalities.ts';
import { choicesOf, variants } from '../local/demo-region/variants.ts';

/** The page of the municipalities, by its path in this folder. */
export function placesPage(folder: string): readonly [path: string, page: string] {
  const chains = Object.keys(definitions).flatMap((id) => currentDefinition(id) ?? []);
  const shown = (municipality: string, kern: string | null, ids: readonly string[]): PlaceShown['chains'] =>
    Object.fromEntries(
      chains
        .filter(({ id }) => ids.includes(id))
        .map((chain) => {
          const variant = variantOf(chain, resolveKnobs(chain, choicesOf(chain.id, municipality, kern)));
          return [chain.id, { ...variant, source: sourceOf(municipality, chain.id) }];
        }),
    );
  const places = municipalities.flatMap(({ id, name, kernen }): PlaceShown[] => [
    { name, chains: shown(id, null, Object.keys(definitions)) },
    ...kernen.flatMap((kern): PlaceShown[] => {
      const own = chainsOfKern(id, kern);
      return own.length === 0 ? [] : [{ name: `${name}, ${kern}`, chains: shown(id, kern, own) }];
    }),
  ]);
  return [join(folder, 'gemeenten.md'), placesPageOf(chains, places)];
}

/** The chains in which a kern has something of its own. */
function chainsOfKern(municipality: string, kern: string): string[] {
  return variants.flatMap(({ chains }) =>
    Object.entries(chains).flatMap(([chain, { kernen = [] }]) =>
      kernen.some((each) => each.municipality === municipality && each.kern === kern) ? [chain] : [],
    ),
  );
}

function sourceOf(municipality: string, chain: string): string {
  const of = variants.find(({ municipalities: places }) => places.some((place) => place === municipality));
  const found = Object.entries(of?.chains ?? {}).find(([id]) => id === chain);
  return found?.[1].source ?? '';
}
