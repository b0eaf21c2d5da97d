import { orphansAnswer, referralsAnswer, trailAnswer } from './answers.ts';
import { mustFind, mustHold } from './as-told.ts';
import { closingTable } from './closing-table.ts';
import { shortDate } from './dutch-dates.ts';
import type { Player, Stage } from './stage.ts';

/** Whose story was told, and who sent them. */
export interface Told {
  readonly name: string;
  readonly chapter: string;
  readonly referrer: Player;
  readonly id: string;
}

/** What became of everyone, as those who referred see it, and that nobody is forgotten. `seconds`: per chapter. */
export async function lookBack(
  stage: Stage,
  told: readonly Told[],
  seconds: Readonly<Record<string, number>>,
): Promise<void> {
  const rows = await Promise.all(told.map((each) => rowOf(stage, each)));
  stage.chapter('Wat ervan kwam, zoals wie verwees het ziet');
  const heads = ['inwoner', 'keten', 'verwezen', 'klaar', 'einde', 'berichten', 'feiten'];
  for (const row of closingTable(heads, rows)) stage.line(row);

  const orphans = await stage.talk.get('beheerder', '/orphans', orphansAnswer);
  mustHold(orphans.items.length === 0, 'geen traject is zonder partij, handeling of termijn');
  stage.line('Trajecten waar niemand aan zet is (GET /orphans): leeg.');
  const each = Object.entries(seconds).map(([title, took]) => `${title.replace(/.*\((.*)\)/, '$1')} ${inDutch(took)}`);
  stage.line(`Echte tijd, in seconden: ${each.slice(0, 4).join('; ')};`);
  stage.line(`  ${each.slice(4).join('; ')}.`);
}

async function rowOf(stage: Stage, { name, referrer, id }: Told): Promise<readonly string[]> {
  const { items } = await stage.talk.get(referrer, '/referrals?limit=100', referralsAnswer);
  const item = mustFind(
    items.find((each) => each.id === id),
    `${referrer} vindt ${name} terug`,
  );
  mustHold(item.status === 'ended', `het traject van ${name} is klaar`);
  const trail = await stage.talk.get(referrer, `/cases/${id}/trail`, trailAnswer);
  const days = [trail.items[0], trail.items.at(-1)].map((fact) => (fact === undefined ? '' : shortDate(fact.at)));
  return [name, item.chain, ...days, item.ending ?? '', `${item.feedback.length}`, `${trail.items.length}`];
}

function inDutch(seconds: number): string {
  return seconds.toFixed(1).replace('.', ',');
}
