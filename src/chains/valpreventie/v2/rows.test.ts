import { onlyTheseAreStated, rowsAreCarried } from '../../../../test/language/rows-of-table.ts';
import { valpreventieV2 } from './chain.ts';
import { tableA4 } from './rows.ts';

rowsAreCarried(valpreventieV2, tableA4, 27);

onlyTheseAreStated(valpreventieV2, [
  't0: P0D (ALMERE)',
  'interventie-groep: P0D (LGL-VAL)',
  'voorlichting-regulier: P3W (ALMERE)',
  'voorlichting-regulier: P2W (ALMERE)',
  'verslag-valrisicobeoordeling: P1W (ALMERE)',
  'otago: P12W (LGL-VAL)',
  'otago: P12M (LGL-VAL)',
  'otago-evaluatie-3: P2M (INS-VAL)',
  'otago-evaluatie-3: P3M (INS-VAL)',
  'otago-evaluatie-6: P6M (LGL-VAL)',
  't1: P2W (ALMERE)',
  't1: P0D (ALMERE)',
  't2-3: P3M (ALMERE)',
  't2-6: P6M (ALMERE)',
]);
