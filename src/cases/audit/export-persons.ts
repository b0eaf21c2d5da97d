import { randomUUID } from 'node:crypto';
import { logText } from '../../audit/export/log-text.ts';
import { endOfLocalDay, localDateOf, startOfLocalDay } from '../../engine/calendar/amsterdam.ts';
import type { Clock } from '../../platform/clock.ts';
import type { KeyRing } from '../../platform/crypto/keyring.ts';
import type { Database, Querying } from '../../platform/db/database.ts';
import { ONE_MOMENT } from '../../reading/chained.ts';
import { exportedCases } from './export-cases.ts';
import { writeWhole } from './export-file.ts';
import { exportNames } from './export-names.ts';
import { recordExport } from './export-recorded.ts';
import { chainsAsked, type ExportRequest, NotExported } from './export-request.ts';

export interface Exporting {
  readonly db: Database;
  readonly ring: Pick<KeyRing, 'lookup'>;
  readonly clock: Clock;
  /** What is being done, for whoever waits. */
  readonly say: (text: string) => void;
  readonly signal: AbortSignal;
}

export interface PersonsExported {
  /** The request by which it stands in the access log. */
  readonly export: string;
  readonly file: string;
  readonly cases: number;
  readonly residents: number;
}

/**
 * Writes a log of persons for one recipient, and enters it in the access log of everybody who is in it before the file
 * has its name. The cases are those that began in the period, with what happened in it.
 * @throws NotExported when it may not, or nobody would be in it.
 */
export async function exportPersons(exporting: Exporting, request: ExportRequest): Promise<PersonsExported> {
  const { db, clock, say, signal } = exporting;
  const { format, from, until, out: file } = request;
  if (until > localDateOf(clock.now()))
    throw new NotExported('--until lies ahead: what is still to come cannot be told.');
  chainsAsked(request.chain);
  const id = randomUUID();
  const residents = new Set<string>();
  const cases = new Set<string>();
  await db.transaction(async (tx) => {
    await tx.query(ONE_MOMENT);
    const source = (): ReturnType<typeof exportedCases> => casesOf(exporting, request, tx, { residents, cases });
    await writeWhole(file, logText(format, `Ketenpad ${from}/${until}`, source), {
      signal,
      beforeName: async () => {
        if (residents.size === 0) throw new NotExported('Nothing was written: no case may be told of what was asked.');
        say(`entering ${residents.size} residents in the access log`);
        signal.throwIfAborted();
        await recordExport(db, { id, at: clock.now(), request, residents: [...residents] });
      },
    });
  });
  return { export: id, file, cases: cases.size, residents: residents.size };
}

interface Counted {
  readonly residents: Set<string>;
  readonly cases: Set<string>;
}

async function* casesOf(
  { ring, say }: Exporting,
  request: ExportRequest,
  tx: Querying,
  { residents, cases }: Counted,
): ReturnType<typeof exportedCases> {
  const told = exportedCases({
    tx,
    of: {
      chains: chainsAsked(request.chain),
      from: startOfLocalDay(request.from),
      until: endOfLocalDay(request.until),
    },
    names: exportNames(ring, request),
    request,
    onPage: (seen) => say(`${seen} cases looked at, ${cases.size} in the log`),
    onResident: (resident) => void residents.add(resident),
  });
  for await (const own of told) {
    cases.add(own.id);
    yield own;
  }
}
