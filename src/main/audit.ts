import { parseArgs } from 'node:util';
import { type LogFigures, logFigures } from '../audit/log-figures.ts';
import { LogProblem } from '../local/event-log/log-problem.ts';
import { momentReader } from '../local/event-log/moment.ts';
import { type LogRead, readLog } from '../local/event-log/read-log.ts';
import { insistOnZone } from '../local/event-log/zone-offset.ts';

const USAGE = `npm run -s audit -- <log> [options]
  <log>                CSV, XES, OCEL 2.0 JSON or XML; gzip of these too
  --case C             the column (CSV), key (XES) or type of object (OCEL) that is the case
  --activity A         the column or key of the activity
  --timestamp T        the column or key of the moment
  --resource R         the column or key of who did it
  --as-of D            the day on which is counted, D 00:00 in --tz; later events are not known yet
  --from D --until D   the window of the flow: from D 00:00 until the other D 00:00, in --tz
  --tz Z               the time zone of these days, of moments without an offset and of months (UTC)
  --json               everything as JSON`;

// `npm run -s audit -- <log>`: the figures of an event log of any system (docs/audit.md). Exit 2: what to do is said.
try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      case: { type: 'string' },
      activity: { type: 'string' },
      timestamp: { type: 'string' },
      resource: { type: 'string' },
      'as-of': { type: 'string' },
      from: { type: 'string' },
      until: { type: 'string' },
      tz: { type: 'string', default: 'UTC' },
      json: { type: 'boolean', default: false },
    },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new LogProblem(`name one log\n${USAGE}`);
  const { case: asCase, activity, timestamp, resource, tz } = values;
  insistOnZone(tz);
  const day = (option: 'as-of' | 'from' | 'until'): number | null => {
    const said = values[option];
    return said === undefined ? null : momentReader(tz)(said, `--${option}`);
  };
  const [asOf, from, until] = [day('as-of'), day('from'), day('until')];
  if (from !== null && (until ?? asOf ?? Infinity) <= from) throw new LogProblem('--until is not after --from');
  if (asOf !== null && until !== null && until > asOf)
    throw new LogProblem('--until is after --as-of: what happened then is not known yet');
  const read = await readLog({ path, columns: { case: asCase, activity, timestamp, resource }, zone: tz });
  const figures = logFigures(read.events, { asOf, from, until, zone: tz });
  console.log(values.json ? JSON.stringify({ ...about(read), ...figures }) : inWords(read, figures));
} catch (error) {
  const wrongOption = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  console.error(error instanceof LogProblem || wrongOption ? error.message : error);
  if (wrongOption) console.error(USAGE);
  process.exitCode = 2;
}

function about({ format, objects }: LogRead): object {
  return { format, ...(objects === undefined ? {} : { objects }) };
}

function inWords(read: LogRead, { counts, asOf, throughput, variants, rework }: LogFigures): string {
  const days = (value: number | null): string => (value === null ? 'not reached' : value.toFixed(2));
  const quantile = ({ value, lower, upper }: LogFigures['throughput']['p50']): string =>
    `${days(value)} days (${days(lower)} - ${days(upper)})`;
  return [
    `${counts.cases} cases, ${counts.events} events, ${counts.activities} activities, ${counts.variants} variants (${read.format})`,
    `from begin to end${asOf === null ? '' : ` as of ${asOf}`}: n ${throughput.n}, ended ${throughput.ended}, still running ${throughput.open}`,
    `  half within ${quantile(throughput.p50)}`,
    `  nine in ten within ${quantile(throughput.p90)}`,
    `${rework.cases} cases do something again`,
    'most common ways:',
    ...variants.slice(0, 3).map((way) => `  ${way.cases} cases: ${way.activities.join(' > ')}`),
    'All figures: --json. What they mean: docs/audit.md',
  ].join('\n');
}
