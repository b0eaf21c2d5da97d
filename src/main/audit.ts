import { parseArgs } from 'node:util';
import { type LogFigures, logFigures } from '../audit/log-figures.ts';
import { LogProblem } from '../local/event-log/log-problem.ts';
import { insistOnZone, momentReader } from '../local/event-log/moment.ts';
import { type LogRead, readLog } from '../local/event-log/read-log.ts';

const USAGE = `npm run -s audit -- <log> [options]
  <log>                CSV, XES or OCEL 2.0 JSON; gzip of these too
  --case C             the column (CSV), key (XES) or type of object (OCEL) that is the case
  --activity A         the column or key of the activity
  --timestamp T        the column or key of the moment
  --resource R         the column or key of who did it
  --as-of D            the day on which is counted, D 00:00 in --tz; later events are not known yet
  --tz Z               the time zone of D, and of moments without an offset (UTC)
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
      tz: { type: 'string', default: 'UTC' },
      json: { type: 'boolean', default: false },
    },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new LogProblem(`name one log\n${USAGE}`);
  const { case: asCase, activity, timestamp, resource, tz } = values;
  insistOnZone(tz);
  const asOf = values['as-of'] === undefined ? null : momentReader(tz)(values['as-of'], null);
  const read = await readLog({ path, columns: { case: asCase, activity, timestamp, resource }, zone: tz });
  const figures = logFigures(read.events, asOf);
  console.log(values.json ? JSON.stringify({ ...about(read), ...figures }) : inWords(read, figures));
} catch (error) {
  const wrongOption = error instanceof TypeError && 'code' in error;
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
