import type { z } from 'zod';
import { valpreventieV1Forms } from './valpreventie/v1/forms.ts';
import { risicoklasse, valSignaal } from './valpreventie/v1/rules.ts';

export { currentDefinition, definitionOf, definitions } from './definitions.ts';

/** What stands beside a definition and needs the data of a form: its schemas and the rules that propose an outcome. */
export interface ChainContent {
  readonly forms: Readonly<Record<string, z.ZodObject>>;
  readonly propose: Readonly<Record<string, (form: unknown) => string>>;
}

const contents: Readonly<Record<string, ChainContent>> = {
  'valpreventie@1': {
    forms: valpreventieV1Forms,
    propose: {
      valSignaal: (form) => valSignaal(valpreventieV1Forms.opsporen.parse(form)),
      risicoklasse: (form) => risicoklasse(valpreventieV1Forms.valrisicotest.parse(form)),
    },
  },
};

/** @throws when forms and rules are missing for a version that has a definition. */
export function contentOf(chain: string, version: number): ChainContent {
  const content = contents[`${chain}@${version}`];
  if (content === undefined) throw new Error(`chain ${chain} version ${version} has no forms`);
  return content;
}
