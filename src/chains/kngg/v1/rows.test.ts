import { onlyTheseAreStated, rowsAreCarried } from '../../../../test/language/rows-of-table.ts';
import { knggV1 } from './chain.ts';
import { tableA3 } from './rows.ts';

rowsAreCarried(knggV1, tableA3, 23);

onlyTheseAreStated(knggV1, ['gli-start: P6M (KGLI-INS)', 'uitvoering: P24M (KGLI-INS)', 'monitoring: P3M (NZA-CZV)']);
