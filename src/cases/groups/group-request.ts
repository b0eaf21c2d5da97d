import { z } from 'zod';
import type { Directory } from '../../access/directory.ts';
import { currentDefinition, definitions } from '../../chains/index.ts';
import { addDuration, parseDuration } from '../../engine/calendar/duration.ts';
import { isLocalDate, type LocalDate } from '../../engine/calendar/local-date.ts';
import type { AnyChain } from '../../language/define.ts';
import { CaseError, type Pointed } from '../case-error.ts';
import { kernProblems, municipalityChoices } from '../municipality-asked.ts';
import { id } from '../referral-request.ts';
import type { GroupRule } from './group-rule.ts';

export const MOST_SEATS = 24;
const FURTHEST = 'P2Y';

const day = z
  .string('Geef een datum, zoals 2026-05-01.')
  .refine((text): text is LocalDate => isLocalDate(text), 'Deze datum bestaat niet. Geef haar als 2026-05-01.');
const lowerUuid = z.uuid('Geef het nummer (uuid).').transform((text) => text.toLowerCase());
const caseIds = z
  .array(lowerUuid)
  .max(MOST_SEATS, `Een groep heeft ten hoogste ${MOST_SEATS} deelnemers.`)
  .refine((ids) => new Set(ids).size === ids.length, 'Noem elk traject één keer.');

export const groupSchema = z.strictObject({
  chain: id,
  area: z.strictObject({ municipality: id, kern: id.optional() }),
  organisation: lowerUuid,
  startsOn: day,
  endsOn: day,
  cases: caseIds.refine((ids) => ids.length > 0, 'Noem ten minste één traject.'),
});
export type GroupRequest = z.infer<typeof groupSchema>;

export const changeSchema = z
  .strictObject({
    startsOn: day.optional(),
    endsOn: day.optional(),
    fill: caseIds.optional(),
    free: caseIds.optional(),
  })
  .refine((change) => Object.values(change).some((each) => each?.length), 'Zeg wat er verandert.')
  .refine(({ fill = [], free = [] }) => !fill.some((each) => free.includes(each)), {
    path: ['free'],
    message: 'Een traject kan niet tegelijk een plek krijgen en vrijgeven.',
  });
export type GroupChange = z.infer<typeof changeSchema>;

const WRONG = 'De groep is niet goed ingevuld.';

/** The chain of a group with its rule. @throws CaseError `invalid-input`. */
export function chainWithGroups(name: string): { readonly chain: AnyChain; readonly rule: GroupRule } {
  const chain = currentDefinition(name);
  if (chain?.group !== undefined) return { chain, rule: chain.group };
  const known = Object.keys(definitions).filter((each) => currentDefinition(each)?.group !== undefined);
  const detail = `${chain === undefined ? '' : 'Deze keten kent geen groepen. '}Kies uit: ${known.join(', ')}.`;
  throw new CaseError('invalid-input', WRONG, { errors: [{ pointer: '/chain', detail }] });
}

/** @throws CaseError `invalid-input` with everything that is wrong about place, leader and dates. */
export async function insistOnGroup(
  directory: Directory,
  chain: AnyChain,
  rule: GroupRule,
  { area, organisation, startsOn, endsOn }: GroupRequest,
  today: LocalDate,
): Promise<void> {
  const errors: Pointed[] = [...dateProblems(startsOn, endsOn, today)];
  if (!(await directory.hasMunicipality(area.municipality))) {
    errors.push({ pointer: '/area/municipality', detail: await municipalityChoices(directory) });
  } else errors.push(...(await kernProblems(directory, area, '/area/kern')));
  const leaders = await leadersOf(directory, chain.id, rule.leads);
  if (!leaders.includes(organisation)) {
    const names = await directory.names();
    const detail = `Kies wie een groep kan leiden: ${leaders.map((each) => `${each} (${names.get(each) ?? '?'})`).join(', ')}.`;
    errors.push({ pointer: '/organisation', detail });
  }
  if (errors.length > 0) throw new CaseError('invalid-input', WRONG, { errors });
}

/** What is wrong with the days of a group that has yet to begin, or that goes on. */
export function dateProblems(startsOn: string, endsOn: string, today: LocalDate, begun?: string): readonly Pointed[] {
  const errors: Pointed[] = [];
  if (startsOn < today && startsOn !== begun)
    errors.push({ pointer: '/startsOn', detail: `De groep kan niet voor vandaag (${today}) beginnen.` });
  const last = addDuration(today, parseDuration(FURTHEST));
  if (endsOn < startsOn) errors.push({ pointer: '/endsOn', detail: 'De groep eindigt voordat zij begint.' });
  else if (endsOn < today)
    errors.push({ pointer: '/endsOn', detail: `De groep kan niet voor vandaag (${today}) eindigen.` });
  else if (endsOn > last) errors.push({ pointer: '/endsOn', detail: `De groep eindigt op zijn laatst op ${last}.` });
  return errors;
}

/** Who fulfils the role that leads a group, anywhere in the region: a group may be led from a neighbouring place. */
async function leadersOf(directory: Directory, chain: string, role: string): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const municipality of await directory.municipalities()) {
    for (const kern of [null, ...(await directory.kernen(municipality))]) {
      const { [role]: organisation } = await directory.partiesOf(chain, [role], municipality, kern);
      if (organisation !== undefined) found.add(organisation);
    }
  }
  return [...found];
}
