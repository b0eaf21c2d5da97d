import { z } from 'zod';
import type { Directory } from '../access/directory.ts';
import { definitions } from '../chains/index.ts';
import { commonSteps } from '../language/define.ts';
import { worklistNamed } from '../reading/worklist.ts';
import { CaseError, type Pointed } from './case-error.ts';
import { fitsCursor } from './list-cursor.ts';
import { municipalityChoices } from './municipality-asked.ts';
import { id } from './referral-request.ts';

const OTHER_LIST = 'Deze cursor hoort bij een andere lijst, of bij andere filters. Begin opnieuw zonder cursor.';

export const worklistQuery = z
  .strictObject({
    limit: z.coerce.number().int().min(1).max(100).default(50),
    cursor: z.string().max(1000, OTHER_LIST).optional(),
    scope: z.enum(['mine', 'team']).optional(),
    state: z.enum(['due', 'overdue', 'waiting', 'unclaimed']).optional(),
    chain: id.optional(),
    municipality: id.optional(),
    kern: id.optional(),
    step: id.optional(),
  })
  .refine(({ scope, state }) => scope !== 'mine' || state !== 'unclaimed', {
    path: ['state'],
    message: 'Wat u oppakte, is niet vrij. Kies scope=team of een andere state.',
  })
  .refine(({ cursor, ...query }) => cursor === undefined || fitsCursor('worklist', worklistNamed(query), cursor), {
    path: ['cursor'],
    message: OTHER_LIST,
  });
export type WorklistRequest = z.infer<typeof worklistQuery>;

/** @throws CaseError `invalid-input` for a chain, place or step that is not there, or that does not go with another. */
export async function insistOnFilters(directory: Directory, query: WorklistRequest): Promise<void> {
  const errors = [...stepProblems(query), ...(await placeProblems(directory, query))];
  if (errors.length > 0) throw new CaseError('invalid-input', 'Deze filters gaan niet samen.', { errors });
}

function stepProblems({ chain, step }: WorklistRequest): readonly Pointed[] {
  const chains = Object.keys(definitions);
  if (chain !== undefined && !chains.includes(chain)) {
    return [{ pointer: '/chain', detail: `Kies uit: ${chains.join(', ')}.` }];
  }
  const versions = chain === undefined ? Object.values(definitions).flat() : (definitions[chain] ?? []);
  if (
    step === undefined ||
    [commonSteps, ...versions.map(({ steps }) => steps)].some((all) => Object.hasOwn(all, step))
  )
    return [];
  const of = chain === undefined ? 'Geen keten heeft deze stap.' : `De keten ${chain} heeft deze stap niet.`;
  return [{ pointer: '/step', detail: `${of} De stappen van een keten staan in /chains/{keten}.` }];
}

async function placeProblems(
  directory: Directory,
  { municipality, kern }: WorklistRequest,
): Promise<readonly Pointed[]> {
  if (municipality !== undefined && !(await directory.hasMunicipality(municipality))) {
    return [{ pointer: '/municipality', detail: await municipalityChoices(directory) }];
  }
  if (kern === undefined) return [];
  const places = municipality === undefined ? await directory.municipalities() : [municipality];
  const kernen = (await Promise.all(places.map((each) => directory.kernen(each)))).flat();
  if (kernen.includes(kern)) return [];
  const detail =
    municipality === undefined
      ? 'Deze kern is er niet. Noem ook de gemeente.'
      : `Deze kern ligt niet in deze gemeente. Kies uit: ${kernen.join(', ')}.`;
  return [{ pointer: '/kern', detail }];
}
