import { onlyTheseAreStated, rowsAreCarried } from '../../../../test/language/rows-of-table.ts';
import { sociaalVerwijzenV1 } from './chain.ts';
import { tableA1 } from './rows.ts';

rowsAreCarried(sociaalVerwijzenV1, tableA1, 21);

onlyTheseAreStated(sociaalVerwijzenV1, [
  'eerste-contact: P14D (WOR-NL)',
  'terugkoppeling-3mnd: P3M (AMSTELLAND)',
  'nameting: P3M (WOR-APP)',
]);
