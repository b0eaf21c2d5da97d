import { z } from 'zod';
import { logFormats } from '../../audit/export/log-shape.ts';
import type { SyntheticGroup } from '../../audit/export/synthetic-log.ts';
import { daysOf, periodPatterns } from '../../audit/periods.ts';
import { definitions } from '../../chains/index.ts';
import { readSyntheticLog, readYearsWithLog } from '../../reading/synthetic-logs.ts';
import type { CaseContext } from '../context.ts';
import { id } from '../referral-request.ts';
import { refusedParameter } from '../refused-parameter.ts';
import { type Asking, recordAccess, refusing } from '../visit.ts';
import { insistOnAuditor, NOTHING_YET } from './see-figures.ts';

const NOT_THERE = 'Dit logboek is er niet.';

export const logQuery = z.strictObject({
  chain: id.optional(),
  year: z.string().regex(periodPatterns.year, 'Schrijf een jaar als 2025.'),
  format: z.enum(logFormats).default('csv'),
});

export interface SyntheticLogView {
  /** The first day of the year: every case in the log begins on it. */
  readonly from: string;
  readonly release: string;
  readonly groups: readonly SyntheticGroup[];
}

/** How cases went that began in a closed year, as cases that nobody lived. Nothing in it is about a person. */
export async function seeLog(
  context: CaseContext,
  asking: Asking,
  { chain, year }: Pick<z.infer<typeof logQuery>, 'chain' | 'year'>,
): Promise<SyntheticLogView> {
  return refusing(context, asking, null, async () => {
    const verdict = insistOnAuditor(asking);
    asking.insist();
    if (chain !== undefined && !Object.hasOwn(definitions, chain)) {
      throw refusedParameter(NOT_THERE, 'chain', Object.keys(definitions));
    }
    const kept = await readSyntheticLog(context.db, year);
    if (kept === undefined) {
      const years = await readYearsWithLog(context.db);
      throw refusedParameter(NOT_THERE, 'year', years.length === 0 ? NOTHING_YET : years);
    }
    await recordAccess(context, asking, 'R', null, verdict);
    const groups = Array.isArray(kept.body) ? (kept.body as readonly SyntheticGroup[]) : [];
    const own = groups.filter((group) => chain === undefined || group.chain === chain);
    return { from: daysOf(year).first, release: kept.release, groups: own };
  });
}
