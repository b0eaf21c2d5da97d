import { currentDefinition } from '../../chains/index.ts';
import { localDateOf } from '../../engine/calendar/amsterdam.ts';
import { type GroupRow, readSeats, type SeatRow } from '../../reading/groups.ts';
import type { CaseContext } from '../context.ts';
import { sizeOf } from './group-rule.ts';
import type { Why } from './seat-command.ts';

export interface SeatView {
  readonly case: string;
  /** Taken, asked for, refused by the case, or come free again. */
  readonly status: 'bezet' | 'gevraagd' | 'geweigerd' | 'vrij';
  readonly why?: Why;
}

export interface GroupView {
  readonly id: string;
  readonly chain: string;
  readonly area: { readonly municipality: string; readonly kern: string | null };
  readonly organisation: string;
  readonly organisationName: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly state: 'gepland' | 'loopt' | 'afgelopen';
  /** From how many a group can be formed here; a proposal, not a limit. */
  readonly n: number | null;
  readonly taken: number;
  readonly seats: readonly SeatView[];
  readonly seq: number;
}

/** Groups as they may be shown; who leads a group sees the seats that are taken, and not who was refused one. */
export async function viewsOf(
  context: CaseContext,
  groups: readonly GroupRow[],
  showsAll: (group: GroupRow) => boolean,
): Promise<readonly GroupView[]> {
  const asked = await readSeats(
    context.db,
    groups.map(({ id }) => id),
  );
  const names = await context.directory.names();
  const today = localDateOf(context.clock.now());
  return groups.map((group) => {
    const rows = asked.filter((row) => row.group_id === group.id);
    const all = seatsOf(group.id, rows);
    const chain = currentDefinition(group.chain);
    const taken = all.filter(({ status }) => status === 'bezet');
    return {
      id: group.id,
      chain: group.chain,
      area: { municipality: group.municipality, kern: group.kern },
      organisation: group.organisation,
      organisationName: names.get(group.organisation) ?? null,
      startsOn: group.starts,
      endsOn: group.ends,
      state: today < group.starts ? 'gepland' : today <= group.ends ? 'loopt' : 'afgelopen',
      n: chain === undefined ? null : sizeOf(chain, rows.at(-1)?.knobs),
      taken: taken.length,
      seats: showsAll(group) ? all : taken,
      seq: group.seq,
    };
  });
}

/** Where the case says that it sits counts; else the last time that a seat was asked for it. One line per case. */
export function seatsOf(group: string, rows: readonly SeatRow[]): readonly SeatView[] {
  const last = new Map(rows.map((row) => [row.case_id, row]));
  return [...last.values()].map(({ case_id: id, answer, seated_in: seatedIn }): SeatView => {
    if (seatedIn === group) return { case: id, status: 'bezet' };
    if (answer === null) return { case: id, status: 'gevraagd' };
    if ('refused' in answer) return { case: id, status: 'geweigerd', why: answer.refused };
    return { case: id, status: 'vrij' };
  });
}
