import type { EndingOf, IndicatorsOf, OutcomeOf } from '../indicate.ts';
import type { vnggV1 } from './v1/chain.ts';

type V1 = typeof vnggV1;

/** Whether a goal was reached stands in a sealed form: what counts is that it is kept up (assumption). */
export const vnggIndicators: IndicatorsOf<OutcomeOf<V1>, EndingOf<V1>> = {
  version: 1,
  contact: { from: ['aanmelden-cz.gedaan'], by: ['eerste-contact-cz.bereikt'], source: 'aanname' },
  activity: {
    begins: ['gli-intake.start', 'sociaal-aanbod.gestart'],
    stops: ['gli-behandelfase.uitval', 'gli-onderhoudsfase.uitval', 'sociaal-vervolg.stopt'],
    says: 'de GLI of een activiteit in de buurt is begonnen',
    source: 'RIVM-GLI',
  },
  durable: {
    says: 'De inwoner heeft de GLI of een andere route helemaal gevolgd, en houdt het daarna bij de controle zelf vol.',
    source: 'aanname',
    measures: { 'beheer.stabiel': 'ja', 'beheer.terugval': 'nee' },
    needs: ['gli-onderhoudsfase.afgerond', 'sociaal-vervolg.loopt', 'doorverwijzing.gezien'],
    due: [
      { after: ['gli-intake.start'], days: 912 },
      { after: ['sociaal-aanbod.gestart'], days: 547 },
    ],
    backWithin: null,
  },
  endings: {
    'geen-toestemming': { completes: false, durable: 'nee' },
    'geen-verhoogd-ggr': { completes: true, durable: 'onbekend' },
    'medisch-traject': { completes: true, durable: 'onbekend' },
    'geen-motivatie': { completes: false, durable: 'nee' },
    'niet-bereikt': { completes: false, durable: 'nee' },
    'eerst-andere-hulp': { completes: false, durable: 'onbekend' },
    'geen-deelname': { completes: false, durable: 'nee' },
    afgerond: { completes: true, durable: 'gemeten' },
    uitval: { completes: false, durable: 'nee' },
    omstandigheden: { completes: false, durable: 'onbekend' },
  },
};
