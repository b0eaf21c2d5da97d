import type { ChainContent } from './content.ts';
import { kansrijkeStartV1Content } from './kansrijke-start/v1/content.ts';
import { knggV1Content } from './kngg/v1/content.ts';
import { sociaalVerwijzenV1Content } from './sociaal-verwijzen/v1/content.ts';
import { vnggV1Content } from './vngg/v1/content.ts';
import { valpreventieV1Content } from './valpreventie/v1/content.ts';
import { valpreventieV2Content } from './valpreventie/v2/content.ts';

export { currentDefinition, definitionOf, definitions, followersOf, versionOf } from './definitions.ts';
export type { ChainContent, Person } from './content.ts';

const contents: Readonly<Record<string, ChainContent>> = {
  'valpreventie@1': valpreventieV1Content,
  'valpreventie@2': valpreventieV2Content,
  'kansrijke-start@1': kansrijkeStartV1Content,
  'sociaal-verwijzen@1': sociaalVerwijzenV1Content,
  'vngg@1': vnggV1Content,
  'kngg@1': knggV1Content,
};

/** @throws when forms and rules are missing for a version that has a definition. */
export function contentOf(chain: string, version: number): ChainContent {
  const content = contents[`${chain}@${version}`];
  if (content === undefined) throw new Error(`chain ${chain} version ${version} has no forms`);
  return content;
}
