import { caseDefinitions } from './case-definitions.ts';
import { define, type Definition } from './definition.ts';
import type { Route } from './items.ts';
import { keyDefinitions } from './key-definitions.ts';
import { workDefinitions } from './work-definitions.ts';

export type { Definition } from './definition.ts';

/** Every figure that is published. */
export const definitions: readonly Definition[] = [
  ...caseDefinitions,
  ...workDefinitions,
  ...keyDefinitions.map(([id, label, text, unit, source]) =>
    define('kerncijfers', id, label, text, unit, 'de dag waarop het traject begon', source),
  ),
];

/** What every figure of a route is. */
export function definitionsOf(route: Route): readonly Definition[] {
  return definitions.filter((each) => each.route === route);
}

/** @throws when no figure is called so. */
export function definitionNamed(id: string): Definition {
  const found = definitions.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no figure is called ${id}`);
  return found;
}
