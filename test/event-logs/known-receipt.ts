import type { Known } from './known-figures.ts';

/* The permits of a Dutch municipality (doi 10.4121/uuid:a07386a5-7be3-4367-9535-70bc9e77dbe6): not in the project, for its
   own terms. Computed with PM4Py 2.7.14, R (survival 3.5.3) and numpy. */

export const receiptOptions = ['--as-of', '2011-06-01'];

const T02 = 'T02 Check confirmation of receipt';
const checked = `follows.edges.Confirmation of receipt > ${T02}`;

export const receiptFigures: Known = {
  'counts.cases': '1434',
  'counts.events': '8577',
  'counts.activities': '27',
  'counts.variants': '116',
  'variants.0.cases': '713',
  'variants.1.cases': '123',
  'variants.2.cases': '116',
  'spans.median': '2868.583',
  'spans.mean': '467263.915',
  'spans.max': '23832541.524',
  'spans.q1 / 3600': '0.0425',
  'spans.q3 / 3600': '121.8988',
  'spans.p90 / 3600': '338.2838',
  'conformance.cases': '713',
  'conformance.share / 0.01': '49.721',
  'rework.cases': '91',
  'rework.activities.T06 Determine necessity of stop advice': '59',
  [`rework.activities.${T02}`]: '35',
  'rework.activities.T03 Adjust confirmation of receipt': '11',
  'rework.activities.T07-1 Draft intern advice aspect 1': '8',
  'rework.activities.T07-2 Draft intern advice aspect 2': '8',
  [`${checked}.n`]: '1079',
  [`${checked}.median`]: '35.189',
  [`${checked}.mean`]: '72163.838',
  [`${checked}.min`]: '12.51',
  [`${checked}.max`]: '6223019.484',
  [`${checked}.sum`]: '77864781.227',
  'follows.pairs': '99',
  'follows.edges.0.from': 'T04 Determine confirmation of receipt',
  'follows.edges.0.to': 'T05 Print and send confirmation of receipt',
  'follows.edges.0.n': '1177',
  'follows.edges.1.from': 'T06 Determine necessity of stop advice',
  'follows.edges.1.to': 'T10 Determine necessity to stop indication',
  'follows.edges.1.n': '1165',
  'follows.edges.2.from': T02,
  'follows.edges.2.to': 'T04 Determine confirmation of receipt',
  'follows.edges.2.n': '1119',
  'handovers.pairs': '286',
  'throughput.n': '768',
  'throughput.ended': '754',
  'throughput.open': '14',
  'throughput.p25.value': '0.01129',
  'throughput.p50.value': '1.83081',
  'throughput.p50.lower': '1.09915',
  'throughput.p50.upper': '2.14313',
  'throughput.p75.value': '10.00482',
  'throughput.p80.value': '12.14378',
  'throughput.p90.value': '19.83828',
  'throughput.survival.1': '0.558436',
  'throughput.survival.7': '0.310064',
  'throughput.survival.14': '0.144831',
  'throughput.survival.30': '0.043245',
  'throughput.survival.60': '0.016740',
};

export const receiptWindow = ['--from', '2011-01-01', '--until', '2011-07-01'];

export const receiptFlow: Known = {
  'flow.arrivals': '627',
  'flow.departures': '644',
  'flow.atStart': '31',
  'flow.atEnd': '14',
  'flow.average': '22.846694',
  'flow.arrivalsPerDay': '3.464088',
  'flow.expectedDays': '6.595298',
};
