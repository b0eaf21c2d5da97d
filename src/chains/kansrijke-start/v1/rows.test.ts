import { rowsAreCarried } from '../../../../test/language/rows-of-table.ts';
import { kansrijkeStartV1 } from './chain.ts';
import { tableA5 } from './rows.ts';

rowsAreCarried(kansrijkeStartV1, tableA5, 24);
