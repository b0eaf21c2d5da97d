import type { EndingOf, IndicatorsOf, OutcomeOf } from '../indicate.ts';
import type { valpreventieV1 } from './v1/chain.ts';
import type { valpreventieV2 } from './v2/chain.ts';

type V1 = typeof valpreventieV1;
type V2 = typeof valpreventieV2;

/** T2 is measured at three and six months after T1 (ALMERE); what follows from it is an assumption. */
export const valpreventieIndicators: IndicatorsOf<OutcomeOf<V1> & OutcomeOf<V2>, EndingOf<V1> & EndingOf<V2>> = {
  version: 1,
  contact: {
    from: [],
    by: [
      'opsporen.alles-nee',
      'opsporen.verhoogd',
      'valrisicotest.laag',
      'valrisicotest.matig',
      'valrisicotest.hoog',
      'fysio-belt.deelnemen',
      'fysio-belt.terug',
      'fysio-belt.afzien',
      'bespreken-interventies.beweeg',
      'bespreken-interventies.ander',
      'bespreken-interventies.beweeg-en-ander',
      'bespreken-interventies.afzien',
    ],
    source: 'aanname',
  },
  activity: {
    begins: ['t0.gedaan', 'otago-intake.passend'],
    stops: ['interventie-groep.uitval', 'interventie-groep.uitval-wil-later', 'otago.uitval'],
    says: 'de groep of Otago is begonnen: de meting vooraf, of de intake voor Otago, is gedaan',
    source: 'LGL-VAL',
  },
  // VeiligheidNL names home-living people of 65 and older; the second norm is also read as 3 % of those with a raised risk.
  reach: [
    {
      id: 'valrisico-ingeschat',
      label: 'Valrisico ingeschat',
      by: ['valrisicotest.laag', 'valrisicotest.matig', 'valrisicotest.hoog'],
      norm: 0.14,
      source: 'VALGALA',
    },
    {
      id: 'beweegprogramma-begonnen',
      label: 'Begonnen met een erkend beweegprogramma',
      by: ['t0.gedaan', 'otago-intake.passend'],
      norm: 0.03,
      source: 'VALGALA',
    },
  ],
  durable: {
    says: 'De inwoner heeft het beweegprogramma of andere hulp afgerond, en zes maanden na de meting beweegt de inwoner nog steeds, zonder nieuwe val.',
    source: 'ALMERE (T2); aanname',
    measures: {
      't2-6.duurzaam': 'ja',
      't2-3.nieuwe-val': 'nee',
      't2-6.nieuwe-val': 'nee',
      't2-6.achteruitgang': 'nee',
    },
    needs: ['interventie-groep.afgerond', 'otago.afgerond', 'doorverwijzing.gezien'],
    due: [{ after: ['t1.gedaan', 'bespreken-interventies.ander'], days: 213 }],
    backWithin: null,
  },
  endings: {
    laag: { completes: true, durable: 'onbekend' },
    'geen-deelname': { completes: false, durable: 'nee' },
    'geen-toestemming': { completes: false, durable: 'nee' },
    'niet-bereikt': { completes: false, durable: 'nee' },
    uitval: { completes: false, durable: 'nee' },
    afgerond: { completes: true, durable: 'gemeten' },
    omstandigheden: { completes: false, durable: 'onbekend' },
  },
};
