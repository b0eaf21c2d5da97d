import { expect, test } from 'vitest';
import { onlyTheseAreStated, rowsAreCarried } from '../../../../test/language/rows-of-table.ts';
import { vnggV1 } from './chain.ts';
import { tableA2 } from './rows.ts';

rowsAreCarried(vnggV1, tableA2, 23);

onlyTheseAreStated(vnggV1, [
  'gli-behandelfase: P8M (GLI-COOL)',
  'gli-behandelfase: P12M (GLI-INS)',
  'gli-onderhoudsfase: P24M (GLI-COOL)',
]);

test('the GLI is there from a moderate risk on (GLI-INS): to the plan and to who pays', () => {
  const { gli, combinatie } = vnggV1.steps.plan.outcomes;
  const vanafMatig = [{ code: 'ggr', in: ['matig', 'sterk', 'extreem'] }];
  expect([gli.when, combinatie.when]).toEqual([vanafMatig, vanafMatig]);
  const zvw = vnggV1.payers.rules.filter(({ payer }) => payer === 'zvw');
  expect(zvw.map(({ when }) => when)).toEqual([[{ step: 'gli-verwijzing', outcome: ['indicatie-ok'] }]]);
});
