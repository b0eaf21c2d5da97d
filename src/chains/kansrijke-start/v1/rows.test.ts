import { onlyTheseAreStated, rowsAreCarried } from '../../../../test/language/rows-of-table.ts';
import { kansrijkeStartV1 } from './chain.ts';
import { tableA5 } from './rows.ts';

rowsAreCarried(kansrijkeStartV1, tableA5, 24);

onlyTheseAreStated(kansrijkeStartV1, [
  'intake-vk: P32W (NIJMEGEN)',
  'intake-vk: P30W (NIJMEGEN)',
  'aanmelden-kraamzorg: P30W (NIJMEGEN)',
  'aanmelden-kraamzorg: P20W (NIJMEGEN)',
  'kraamintake: P18W (FRYSLAN)',
  'kraamintake: P8W (FRYSLAN)',
  'eerste-contact-jgz: 2wd (FRYSLAN)',
  'mdo: P2W (OPD-D5)',
  'inzet: P12W (VOORZORG)',
  'evaluatie-phb: P6W (FRYSLAN)',
  'kraamweek: P5D (FRYSLAN)',
  'overdracht-jgz: P7D (FRYSLAN)',
  'overdracht-warm: P7D (FRYSLAN)',
  'hielprik: P4D (FRYSLAN)',
  'hielprik: P7D (FRYSLAN)',
  'huisbezoek-2wk: P14D (FRYSLAN)',
  'jeugdarts-4wk: P4W (FRYSLAN)',
]);
