import type { EndingOf, IndicatorsOf, OutcomeOf } from '../indicate.ts';
import type { kansrijkeStartV1 } from './v1/chain.ts';

type V1 = typeof kansrijkeStartV1;

/** Nothing here rests on a confidential step: what is known of safety is never part of a figure. */
export const kansrijkeStartIndicators: IndicatorsOf<OutcomeOf<V1>, EndingOf<V1>> = {
  version: 1,
  contact: {
    from: ['aanmelden-phb.aangemeld'],
    by: ['eerste-contact-jgz.afspraak', 'eerste-contact-jgz.afspraak-samen', 'eerste-contact-jgz.ziet-af'],
    source: 'aanname',
  },
  activity: {
    begins: ['inzet.gestart'],
    stops: ['inzet.niet'],
    says: 'de hulp uit het plan is begonnen',
    source: 'FRYSLAN',
  },
  durable: {
    says: 'De hulp uit het plan is begonnen, en de ouder en de eerste contactpersoon vinden samen dat de doelen zijn gehaald. Wat er over veiligheid bekend is, telt niet mee: dat blijft vertrouwelijk.',
    source: 'aanname',
    measures: { 'volgen.doelen': 'ja' },
    needs: ['inzet.gestart'],
    due: [{ after: ['inzet.gestart'], days: 730 }],
    backWithin: null,
  },
  endings: {
    'preconceptie-advies': { completes: true, durable: 'onbekend' },
    nnz: { completes: true, durable: 'onbekend' },
    basiszorg: { completes: true, durable: 'onbekend' },
    afgerond: { completes: true, durable: 'gemeten' },
    uitval: { completes: false, durable: 'nee' },
    omstandigheden: { completes: false, durable: 'onbekend' },
  },
};
