import type { EndingOf, IndicatorsOf, OutcomeOf } from '../indicate.ts';
import type { sociaalVerwijzenV1 } from './v1/chain.ts';

type V1 = typeof sociaalVerwijzenV1;

/** Moments: first contact and measurement at three months (WOR-NL, WOR-APP); what follows from them is an assumption. */
export const sociaalVerwijzenIndicators: IndicatorsOf<OutcomeOf<V1>, EndingOf<V1>> = {
  version: 1,
  contact: {
    from: ['aanmelden.compleet', 'aanmelden.onvolledig'],
    by: ['eerste-contact.bereikt', 'eerste-contact.wil-niet'],
    source: 'WOR-NL',
  },
  activity: {
    begins: ['overdracht.bevestigd-gestart'],
    stops: ['volgen.gestopt', 'volgen.andere', 'nameting.niet-duurzaam', 'nameting.herstart'],
    says: 'de overdracht aan een activiteit is bevestigd: de inwoner is begonnen',
    source: 'WOR-APP',
  },
  durable: {
    says: 'Bij de nameting doet de inwoner nog mee, of doet iets anders dat past. En de inwoner komt binnen 12 maanden na het einde niet terug in Sociaal Verwijzen, om welke reden ook.',
    source: 'WOR-APP (nameting); aanname',
    measures: {
      'nameting.duurzaam': 'ja',
      'nameting.niet-duurzaam': 'nee',
      'nameting.herstart': 'nee',
      'nameting.geen-respons': 'onbekend',
    },
    needs: [],
    due: [{ after: ['overdracht.bevestigd-gestart'], days: 119 }],
    backWithin: 365,
  },
  endings: {
    'geen-verwijzing': { completes: true, durable: 'onbekend' },
    'geen-toestemming': { completes: false, durable: 'nee' },
    onvolledig: { completes: false, durable: 'nee' },
    'niet-bereikt': { completes: false, durable: 'nee' },
    'geen-deelname': { completes: false, durable: 'nee' },
    'niet-passend': { completes: true, durable: 'onbekend' },
    'eerst-andere-hulp': { completes: false, durable: 'onbekend' },
    'geen-aanbod': { completes: false, durable: 'nee' },
    'afgerond-duurzaam': { completes: true, durable: 'gemeten' },
    'afgerond-niet': { completes: true, durable: 'gemeten' },
    'afgerond-onbekend': { completes: true, durable: 'gemeten' },
    uitval: { completes: false, durable: 'nee' },
    omstandigheden: { completes: false, durable: 'onbekend' },
  },
};
