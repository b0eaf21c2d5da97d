import { rowsAreCarried } from '../../../../test/language/rows-of-table.ts';
import { valpreventieV1 } from './chain.ts';
import { tableA4 } from './rows.ts';

rowsAreCarried(valpreventieV1, tableA4, 27);
