import { tableA4 as rowsOfV1 } from '../v1/rows.ts';

/** Rows that this version carries otherwise than version 1. */
const changed: Readonly<Record<string, { readonly says: string; readonly steps: readonly string[] }>> = {
  'nabellen-tester': {
    says: 'De tester gaat na of er contact is geweest, binnen 10 werkdagen (in de tabel 5: drie pogingen met een brief passen daar niet in). Zo niet: niet bereikt.',
    steps: ['nabellen-tester'],
  },
  otago: {
    says: 'Otago: alleen 12 maanden, in een groep 12 weken; evaluatie na 2 tot 3 maanden, en thuis ook na 6. Uitval: terug naar de huisarts.',
    steps: ['otago', 'otago-evaluatie-3', 'otago-evaluatie-6'],
  },
  'sv-koppeling': {
    says: 'Koppeling met Sociaal Verwijzen bij isolement of valangst, binnen 14 dagen; wie koppelt, start dat traject ook of legt vast dat het niet doorgaat.',
    steps: ['sv-koppeling'],
  },
};

/** The region's table for valpreventie (a.4) as version 2 carries it. */
export const tableA4 = rowsOfV1.map((row) => ({ ...row, ...changed[row.row] }));
