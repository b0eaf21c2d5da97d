import { groupAnswer, orphansAnswer, referralsAnswer, trailAnswer } from './answers.ts';
import { mustFind, mustHold } from './as-told.ts';
import { closingTable } from './closing-table.ts';
import { shortDate } from './dutch-dates.ts';
import { lookAt } from './looks.ts';
import type { Others } from './others.ts';
import type { Stage } from './stage.ts';

/** What became of everyone, as the huisarts sees it, and that nobody is forgotten. */
export async function lookBack(
  stage: Stage,
  cases: Readonly<Record<'Truus' | 'Willem' | 'Gerrit', string>>,
  group: string,
  others: Others,
): Promise<void> {
  const { items } = await stage.talk.get('huisarts', '/referrals?limit=100', referralsAnswer);
  const rows = await Promise.all(
    Object.entries(cases).map(async ([name, id]) => {
      const item = mustFind(
        items.find((each) => each.id === id),
        `de huisarts vindt ${name} terug`,
      );
      const trail = await stage.talk.get('huisarts', `/cases/${id}/trail`, trailAnswer);
      const [first, last] = [trail.items[0], trail.items.at(-1)];
      const days = [first, last].map((fact) => (fact === undefined ? '' : shortDate(fact.at)));
      return [name, ...days, item.ending ?? 'loopt', `${item.feedback.length}`, `${trail.items.length}`];
    }),
  );
  stage.line('\n=== Wat ervan kwam, zoals de huisarts het ziet ===');
  const heads = ['inwoner', 'verwezen', 'klaar', 'einde', 'berichten', 'feiten'];
  for (const row of closingTable(heads, rows)) stage.line(row);

  const endings = await Promise.all(others.cases.map(async (id) => (await lookAt(stage, 'tester', id)).ending));
  mustHold(
    endings.every((ending) => ending === 'afgerond'),
    'de acht anderen zijn ook afgerond',
  );
  const { taken } = await stage.talk.get('valpreventie-coordinator', `/groups/${group}`, groupAnswer);
  stage.line(`De groep: ${taken} van de tien deden het hele programma, en bewegen na zes maanden nog.`);

  const orphans = await stage.talk.get('beheerder', '/orphans', orphansAnswer);
  mustHold(orphans.items.length === 0, 'geen traject is zonder partij, handeling of termijn');
  stage.line('Trajecten waar niemand aan zet is (GET /orphans): leeg.');
}
