import { currentDefinition } from '../../chains/index.ts';
import type { OfferRow } from '../../reading/offers.ts';
import { instant } from '../../reading/instant.ts';
import type { CaseContext } from '../context.ts';
import { measure, type MeasuredWait, type Suppressed } from './waiting.ts';

/** What an organisation has on offer: its own word about room, and what own cases say of it. */
export interface OfferView {
  readonly id: string;
  readonly chain: string;
  readonly role: string;
  readonly roleLabel: string;
  readonly label: string;
  readonly organisation: string;
  readonly organisationName: string | null;
  readonly municipality: string;
  readonly kern: string | null;
  readonly room: string;
  readonly capacity: number | null;
  readonly inUse: number | Suppressed;
  readonly waiting: MeasuredWait | Suppressed;
  readonly changedAt: string;
  readonly seq: number;
}

/** Draws offers for someone of `own`: small numbers of its own an organisation knows already. */
export async function viewOffers(
  context: CaseContext,
  rows: readonly OfferRow[],
  own: string | null,
): Promise<readonly OfferView[]> {
  const chains = [...new Set(rows.map(({ chain }) => chain))];
  const [names, ...measures] = await Promise.all([
    context.directory.names(),
    ...chains.map((chain) =>
      measure(
        context,
        chain,
        rows.filter((row) => row.chain === chain),
      ),
    ),
  ]);
  return rows.map((row) => {
    const { id, chain, role, label, organisation, municipality, kern, room, capacity, seq } = row;
    const measured = measures[chains.indexOf(chain)]?.(row);
    return {
      id,
      chain,
      role,
      roleLabel: currentDefinition(chain)?.roles[role] ?? role,
      label,
      organisation,
      organisationName: names.get(organisation) ?? null,
      municipality,
      kern,
      room,
      capacity,
      inUse: (organisation === own ? measured?.ownInUse : measured?.inUse) ?? { suppressed: true },
      waiting: measured?.waiting ?? { suppressed: true },
      changedAt: instant(row.changed_at),
      seq,
    };
  });
}
