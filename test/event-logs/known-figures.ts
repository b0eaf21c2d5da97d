/** Per figure what must come out, to the last digit that is known of it. */
export type Known = Readonly<Record<string, string>>;

export interface KnownLog {
  readonly log: string;
  readonly options: readonly string[];
  /** Names as in docs/audit.md, with a point between them; `/ 86400` divides. */
  readonly figures: Known;
}

/* Computed with PM4Py, R (survival 3.5.3) and numpy, or published (bupaR's idle times). */

export const knownLogs: readonly KnownLog[] = [
  {
    log: 'running-example.csv',
    options: [],
    figures: {
      format: 'csv',
      'counts.cases': '6',
      'counts.events': '42',
      'counts.activities': '8',
      'counts.variants': '6',
      'variants.0.cases': '1',
      'variants.1.cases': '1',
      'variants.2.cases': '1',
      'spans.median': '815940',
      'spans.mean': '966890',
      'spans.min': '520920',
      'spans.max': '1576440',
      'arrivals.gap.mean': '123840',
      'conformance.cases': '1',
    },
  },
  {
    log: 'patients.csv.gz',
    options: ['--as-of', '2017-07-01'],
    figures: {
      'counts.cases': '500',
      'counts.events': '5442',
      'counts.activities': '7',
      'counts.variants': '7',
      'variants.0.cases': '258',
      'variants.1.cases': '234',
      'variants.2.cases': '2',
      'spans.min / 86400': '1.49609',
      'spans.q1 / 86400': '4.31392',
      'spans.median / 86400': '6.08551',
      'spans.mean / 86400': '6.67631',
      'spans.q3 / 86400': '8.58669',
      'spans.max / 86400': '23.10676',
      'spans.deviation / 86400': '3.22424',
      asOf: '2017-07-01T00:00:00.000Z',
      'throughput.n': '186',
      'throughput.ended': '180',
      'throughput.open': '6',
      'throughput.p25.value': '4.41894',
      'throughput.p50.value': '5.78690',
      'throughput.p50.lower': '5.36818',
      'throughput.p50.upper': '6.47752',
      'throughput.p75.value': '9.34002',
      'throughput.p80.value': '9.65579',
      'throughput.p90.value': '11.14046',
      'throughput.survival.1': '1',
      'throughput.survival.7': '0.372052',
      'throughput.survival.14': '0.022549',
      'throughput.survival.30': '0',
      'throughput.survival.60': '0',
      'work.processing.mean': '1.156228',
      'work.idle.r7': '464.4199',
      'work.idle.r1': '450.2124',
      'work.idle.r4': '442.6260',
      'work.idle.r5': '430.1764',
      'work.idle.r3': '429.1064',
      'work.idle.r6': '425.5362',
      'work.idle.r2': '214.7436',
    },
  },
  ...['ocel20_example.json', 'ocel20_example.xml'].map((log) => ({
    log,
    options: ['--case', 'Purchase Order', '--tz', 'Europe/Amsterdam'],
    figures: {
      format: 'ocel',
      'objects.events': '13',
      'objects.activities': '8',
      'objects.objects': '9',
      'objects.types.Invoice': '3',
      'objects.types.Payment': '3',
      'objects.types.Purchase Order': '2',
      'objects.types.Purchase Requisition': '1',
      'objects.eventToObject': '20',
      'objects.objectToObject': '7',
      'objects.caseIs': 'Purchase Order',
      'counts.cases': '2',
      'flow.from': '2022-01-10T08:15:00.000Z',
    },
  })),
];
