import { currentDefinition } from '../chains/index.ts';
import { knobProblems } from '../language/knobs.ts';
import type { Querying } from '../platform/db/database.ts';
import { type KnobRow, readAllKnobs } from '../reading/knobs.ts';

/** Every choice of a place must be one that its chain offers. @throws RangeError with place, knob and bounds of each that is not. */
export async function refuseImpossibleKnobs(db: Querying): Promise<void> {
  const problems = impossibleKnobs(await readAllKnobs(db));
  if (problems.length > 0) throw new RangeError(`These settings of places cannot be: ${problems.join('; ')}`);
}

/** One line for each choice that cannot be: chain, place, knob, and what is possible. */
export function impossibleKnobs(rows: readonly KnobRow[]): readonly string[] {
  return rows.flatMap(({ chain, layer, place, name, value }) => {
    const definition = currentDefinition(chain);
    const where = `${chain}, ${place === '' ? 'the region' : `${layer} ${place}`}`;
    if (definition === undefined) return [`${where}: there is no such chain`];
    return knobProblems(definition, { [layer]: { [name]: value } }).map(
      ({ problem }) => `${where}, ${name}: ${problem}`,
    );
  });
}
