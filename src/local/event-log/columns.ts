import { LogProblem } from './log-problem.ts';

/** Which column or key of a log holds what. */
export interface Columns {
  readonly case: string;
  readonly activity: string;
  readonly timestamp: string;
  readonly resource?: string;
  /** Which begin and which end belong together, and which of both a line is. */
  readonly instance?: string;
  readonly lifecycle?: string;
}

export type ColumnsAsked = { readonly [C in keyof Columns]?: string | undefined };

/** The names under which other systems write these, the most telling first. Capitals, spaces and dashes do not count. */
const usual = {
  case: [
    'case:concept:name',
    'caseid',
    'case',
    'casenumber',
    'traceid',
    'trace',
    'zaak',
    'zaaknummer',
    'zaakid',
    'dossier',
    'patient',
  ],
  activity: ['concept:name', 'activity', 'activityname', 'event', 'task', 'step', 'activiteit', 'stap', 'handling'],
  timestamp: [
    'time:timestamp',
    'timestamp',
    'time',
    'datetime',
    'eventtime',
    'completetimestamp',
    'completetime',
    'endtime',
    'starttimestamp',
    'starttime',
    'date',
    'tijdstip',
    'datum',
    'at',
  ],
  resource: ['org:resource', 'resource', 'user', 'employee', 'performer', 'originator', 'medewerker', 'uitvoerder'],
  instance: ['concept:instance', 'activityinstanceid', 'activityinstance', 'instance', 'handlingid'],
  lifecycle: ['lifecycle:transition', 'lifecycle', 'transition', 'registrationtype'],
} as const satisfies Record<keyof Columns, readonly string[]>;

const needed = ['case', 'activity', 'timestamp'] as const;

/** The columns as they were named, else as they are usually called. @throws LogProblem that says which were not found. */
export function chooseColumns(header: readonly string[], asked: ColumnsAsked): Columns {
  const chosen = Object.entries(usual).map(([what, names]) => {
    const named = asked[what as keyof Columns];
    if (named !== undefined && !header.includes(named)) {
      throw new LogProblem(`there is no column "${named}" for --${what}. The columns are: ${header.join(', ')}`);
    }
    return [what, named ?? guess(header, names)] as const;
  });
  for (const [what, column] of chosen) {
    if (column !== undefined && header.indexOf(column) !== header.lastIndexOf(column))
      throw new LogProblem(`there are two columns "${column}", which is the ${what}. Give them different names`);
  }
  const columns = Object.fromEntries(chosen.filter(([, column]) => column !== undefined)) as Partial<Columns>;
  const missing = needed.filter((what) => columns[what] === undefined);
  if (missing.length > 0) {
    const options = missing.map((what) => `--${what} <column>`).join(' ');
    throw new LogProblem(
      `which column is the ${missing.join(' and the ')}? Say ${options}. The columns are: ${header.join(', ')}`,
    );
  }
  return columns as Columns;
}

function guess(header: readonly string[], names: readonly string[]): string | undefined {
  for (const name of names) {
    const found = header.find((column) => plain(column) === name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]/g, '');
}
