import type { EndingOf, IndicatorsOf, OutcomeOf } from '../indicate.ts';
import type { knggV1 } from './v1/chain.ts';

type V1 = typeof knggV1;

/** Goals, BMI-SDS and quality of life stand in sealed forms: what counts is that it is kept up a year on (assumption). */
export const knggIndicators: IndicatorsOf<OutcomeOf<V1>, EndingOf<V1>> = {
  version: 1,
  contact: {
    from: ['aanmelden.in-doelgroep'],
    by: ['eerste-contact.bereikt', 'eerste-contact.wil-niet'],
    source: 'OPD-D5',
  },
  activity: {
    begins: ['gli-start.gestart', 'overbrugging.gestart', 'financier.gemeente'],
    stops: ['uitvoering.uitval'],
    says: 'de kinder-GLI is begonnen, of het plan zonder kinder-GLI gaat van start',
    source: 'KGLI-INS',
  },
  durable: {
    says: 'Het plan is uitgevoerd of de doelen zijn bereikt, en een jaar na de overdracht gaat het nog steeds goed met het kind.',
    source: 'aanname',
    measures: { 'nazorg-jaar.stabiel': 'ja', 'nazorg-jaar.terugval': 'nee', 'nazorg.terugval': 'nee' },
    needs: ['uitvoering.klaar', 'monitoring.doelen'],
    due: [{ after: ['overdracht.bevestigd', 'overdracht.vngg', 'overdracht.niemand-neemt-over'], days: 426 }],
    backWithin: null,
  },
  endings: {
    'geen-verhoogd-risico': { completes: true, durable: 'onbekend' },
    'geen-toestemming': { completes: false, durable: 'nee' },
    'niet-passend': { completes: true, durable: 'onbekend' },
    'niet-bereikt': { completes: false, durable: 'nee' },
    'eerst-andere-hulp': { completes: false, durable: 'onbekend' },
    'geen-deelname': { completes: false, durable: 'nee' },
    afgerond: { completes: true, durable: 'gemeten' },
    uitval: { completes: false, durable: 'nee' },
    omstandigheden: { completes: false, durable: 'onbekend' },
  },
};
