import type { TrailItem } from './answers.ts';
import { shortDate } from './dutch-dates.ts';

/** The trail as a table for people: when, what, who. `nameOf` names an organisation. */
export function closingTable(
  trail: readonly TrailItem[],
  nameOf: (organisation: string | null) => string,
): readonly string[] {
  const rows = trail.map((item) => [String(item.seq), shortDate(item.at), whatOf(item), whoOf(item, nameOf)] as const);
  const heads = ['nr', 'datum', 'wat er gebeurde', 'door wie'] as const;
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const draw = (cells: readonly string[]): string =>
    `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd();
  return [draw(heads), draw(widths.map((width) => '-'.repeat(width))), ...rows.map(draw)];
}

function whatOf({ fact, label = '', outcome, ending = '' }: TrailItem): string {
  switch (fact) {
    case 'started':
      return 'Verwezen';
    case 'opened':
      return `Stap open: ${label}`;
    case 'decided':
      return `Beslist: ${label}${outcome === undefined ? '' : ` (${outcome})`}`;
    case 'reminded':
      return `Herinnering: ${label}`;
    case 'late':
      return `Te laat: ${label}`;
    case 'escalated':
      return `Gemeld aan de ketencoördinator: ${label}`;
    case 'consented':
      return 'Toestemming vastgelegd';
    case 'informed':
      return 'Terugkoppeling aan de huisarts';
    case 'ended':
      return `Beëindigd: ${ending}`;
    default:
      return fact;
  }
}

function whoOf({ actor }: TrailItem, nameOf: (organisation: string | null) => string): string {
  if ('system' in actor) return actor.system === 'clock' ? 'de klok' : 'het systeem';
  return nameOf(actor.organisation).replace(' (fictief)', '');
}
