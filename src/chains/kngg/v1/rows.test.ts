import { rowsAreCarried } from '../../../../test/language/rows-of-table.ts';
import { knggV1 } from './chain.ts';
import { tableA3 } from './rows.ts';

rowsAreCarried(knggV1, tableA3, 23);
