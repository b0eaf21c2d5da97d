import type { Requirement } from './requirement.ts';

/** What norms and guidelines ask of statistics, published figures, logs and pictures. */
export const requirementsOfFigures: Readonly<Record<string, Requirement>> = {
  F48: {
    text: 'An event log is read with the cases, events, steps and ways that other programs count in it; a case called NA stays a case.',
    tests: [
      {
        file: 'test/audit-figures.test.ts',
        title: '$log gives the figures that PM4Py, R and bupaR give, to the last digit',
      },
      {
        file: 'src/local/event-log/read-log.test.ts',
        title: 'a case, a step and a person called NA, null or None are kept',
      },
      { file: 'test/audit-command.test.ts', title: 'counts a case that is called NA' },
    ],
  },
  F49: {
    text: 'How long cases took is what other programs say of the same logs, to the last digit that is known.',
    tests: [
      {
        file: 'test/audit-figures.test.ts',
        title: '$log gives the figures that PM4Py, R and bupaR give, to the last digit',
      },
    ],
  },
  F50: {
    text: 'Who worked on nothing between first and last work, and how long, is what was published of a hospital log.',
    tests: [
      {
        file: 'test/audit-figures.test.ts',
        title: '$log gives the figures that PM4Py, R and bupaR give, to the last digit',
      },
    ],
  },
  F51: {
    text: 'Kaplan-Meier and its interval are those of R; a quantile that is not reached is null.',
    tests: [
      { file: 'src/audit/statistics.test.ts', title: 'gives the published median of lung, %s, with its interval' },
      { file: 'src/audit/statistics.test.ts', title: 'gives the published shares of lung' },
      {
        file: 'src/audit/statistics.test.ts',
        title:
          'counts who was censored at the moment of an end as still at risk there, and leaves out what was not reached',
      },
      {
        file: 'src/audit/figures/lengths-shown.test.ts',
        title: 'that is not reached is null, and hidden where few are left',
      },
    ],
  },
  F52: {
    text: 'Where endings compete, shares are those of Aalen-Johansen as R gives them, and never one minus Kaplan-Meier.',
    tests: [
      { file: 'src/audit/statistics.test.ts', title: 'gives the incidences of R where two endings compete' },
      {
        file: 'src/audit/statistics.test.ts',
        title: 'says less than one minus Kaplan-Meier, which treats the other ending as if it could still come',
      },
      { file: 'src/audit/incidence.test.ts', title: 'is that of R where two endings compete' },
      { file: 'src/audit/incidence.test.ts', title: 'is not reached where too many ended otherwise' },
    ],
  },
  F53: {
    text: 'The intervals of a share (Wilson) and of a rate (exact Poisson), and the limits of a control chart, are the published ones.',
    tests: [
      { file: 'src/audit/statistics.test.ts', title: 'Wilson of %i in %i' },
      { file: 'src/audit/statistics.test.ts', title: 'Poisson of %i, exact' },
      {
        file: 'src/audit/statistics.test.ts',
        title: 'the control chart has the limits of Wheeler, and none under twelve points',
      },
    ],
  },
  F54: {
    text: 'What is there at the end was there at the start or came, and has not gone: in every window and every chain.',
    tests: [
      {
        file: 'src/audit/statistics.test.ts',
        title: 'what is there at the end was there at the start or came, and has not gone: in every window',
      },
      {
        file: 'src/cases/audit/figures-of-journeys.test.ts',
        title: 'have every case in once, out when it ended, and else open',
      },
      {
        file: 'test/e2e/audit.test.ts',
        title: 'what came, went and was there is what the facts say, counted by the database itself',
      },
    ],
  },
  F55: {
    text: 'Within term is a share of all that was due: what is still open past its term is a miss, and what is not due yet is counted beside it.',
    tests: [
      {
        file: 'src/audit/emissions/measures.test.ts',
        title: 'is met by who was done by its last moment, also where that was long before',
      },
      {
        file: 'src/audit/emissions/measures.test.ts',
        title: 'is missed by who was done later, and by who still is not',
      },
      {
        file: 'src/audit/emissions/measures.test.ts',
        title: 'does not count before its last day, nor for what was needless by then',
      },
    ],
  },
  F57: {
    text: 'Days, weeks and months are those of Amsterdam, also where the clock changes.',
    tests: [
      {
        file: 'src/audit/arrivals.test.ts',
        title: 'a case that begins just after midnight on the first belongs to the local month',
      },
      { file: 'src/audit/arrivals.test.ts', title: 'months change at midnight as the clock shows it: %s' },
      {
        file: 'src/audit/periods.test.ts',
        title: 'every day lies in exactly one year, quarter, month and week, between its first and last day',
      },
    ],
  },
  F58: {
    text: 'Every length is told with its pauses, and without them beside it.',
    tests: [
      {
        file: 'src/audit/emissions/emissions-of.test.ts',
        title: 'lasts with pauses and without as often as it was counted, and told as often as it was done',
      },
      { file: 'src/audit/emissions/emissions-of.test.ts', title: 'lasts net no longer than gross' },
      {
        file: 'src/audit/emissions/measures.test.ts',
        title: 'loses no days before it ends, and those of a pause only gross',
      },
    ],
  },
  F59: {
    text: 'A published figure rests on nobody or on ten residents, and no set of published figures gives back one that does not.',
    tests: [
      {
        file: 'src/audit/protect/protect-block.test.ts',
        title: 'gives nobody back, of measures of one chain and their parts',
      },
      {
        file: 'src/audit/protect/protect-block.test.ts',
        title: 'gives nobody back, of measures that are summed over the chains',
      },
      {
        file: 'src/audit/protect/protect-block.test.ts',
        title: 'tells nothing of what came between them, nor more of the rest: %s',
      },
      {
        file: 'src/audit/protect/protect-stocks.test.ts',
        title: 'no stock and no flow of a few can be told from the others',
      },
      { file: 'src/audit/figures/items-of.test.ts', title: 'is hidden, and so is its interval, where %s is' },
      {
        file: 'src/audit/figures/lengths-shown.test.ts',
        title: 'is hidden where fewer than ten ended before it, or fewer than ten remain after it',
      },
    ],
  },
  F61: {
    text: 'Every figure comes with its definition and version, its release and moment, how many it rests on and how many still run, and says that it is hidden.',
    tests: [
      {
        file: 'src/audit/figures/definitions.test.ts',
        title: 'every figure has one name, a version, and says in a sentence what it is and where it comes from',
      },
      {
        file: 'src/audit/figures/definitions.test.ts',
        title: 'every route has definitions, and the key figures are five',
      },
      {
        file: 'test/e2e/audit.test.ts',
        title: '%s answers both coordinators, for the region and the own municipality',
      },
      {
        file: 'src/audit/figures/items-of.test.ts',
        title: 'a case ended when it was done or left undone: what ended is hidden where either is',
      },
    ],
  },
  F62: {
    text: 'PM4Py reads the logs that go out with the same cases, events and objects; OCEL fits its schema.',
    tests: [
      { file: 'src/audit/export/read-by-pm4py.test.ts', title: '%s with the same cases, events, ways and days' },
      {
        file: 'src/audit/export/read-by-pm4py.test.ts',
        title: 'ocel with the same events, objects of each type and relations',
      },
      { file: 'src/audit/export/log-text.test.ts', title: 'fits the schema of OCEL 2.0, whatever the words are' },
      { file: 'src/audit/export/log-text.test.ts', title: 'is read back as it was written, whatever the words are' },
    ],
  },
  F63: {
    text: 'An object-centric log gives the same events, objects and relations as JSON and as XML.',
    tests: [
      {
        file: 'test/audit-figures.test.ts',
        title: '$log gives the figures that PM4Py, R and bupaR give, to the last digit',
      },
    ],
  },
  F64: {
    text: 'Ways and rework are counted per step, and equal a count of the bare events by another way.',
    tests: [
      { file: 'src/audit/log-figures.test.ts', title: 'variants, and who conforms to the most common' },
      { file: 'src/audit/log-figures.test.ts', title: 'rework' },
    ],
  },
  F65: {
    text: 'A case conforms when its steps are exactly those of the way, in their order; a choice beside the proposal is counted at its step.',
    tests: [
      {
        file: 'test/audit-figures.test.ts',
        title: '$log gives the figures that PM4Py, R and bupaR give, to the last digit',
      },
      { file: 'src/audit/log-figures.test.ts', title: 'variants, and who conforms to the most common' },
      {
        file: 'src/audit/emissions/measures.test.ts',
        title: 'a professional who chose otherwise than the proposal is among those who decided',
      },
    ],
  },
  F66: {
    text: 'Municipalities stand in a funnel and in no ranking; a control chart has limits from twelve points on.',
    tests: [
      {
        file: 'src/pictures/funnel-picture.test.ts',
        title: 'is no ranking: municipalities stand by name, and differ only outside the limits',
      },
      { file: 'src/pictures/funnel-picture.test.ts', title: 'has the limits of a share around that of the region' },
      { file: 'src/pictures/funnel-picture.test.ts', title: 'has limits from twelve months on a row, and not before' },
    ],
  },
  F67: {
    text: 'A rate per inhabitants names their number, its source and its date; without them there is no rate, and never 0.',
    tests: [
      { file: 'src/audit/figures/items-of.test.ts', title: 'are there with their exact interval, source and date' },
      {
        file: 'src/audit/figures/items-of.test.ts',
        title: 'are hidden with the count, and absent where nobody said how many live there',
      },
      {
        file: 'src/audit/figures/items-of.test.ts',
        title: 'is told beside the norm, with the exact interval, and how many they are by whom and when',
      },
      {
        file: 'src/audit/figures/items-of.test.ts',
        title: 'is unknown and never 0 where nobody said how many they are, and hidden with the count',
      },
      {
        file: 'src/pictures/infographic/infographic.test.ts',
        title: 'shows the number per 10,000 inhabitants with source and date of the denominator',
      },
    ],
  },
  F69: {
    text: 'Charts are drawn on the server by a process that ends, the same for the same figures, with a text and a table beside each.',
    tests: [
      { file: 'src/pictures/chart.test.ts', title: 'a process that drew a chart ends by itself' },
      {
        file: 'src/pictures/every-picture.test.ts',
        title: 'the same figures give the same bytes, whatever was drawn before',
      },
      {
        file: 'src/pictures/every-picture.test.ts',
        title: 'is well-formed, stands alone, and has a title and a description for who does not see it',
      },
      {
        file: 'src/pictures/every-picture.test.ts',
        title: 'has a cell under every head of its table, and the table in HTML and Markdown',
      },
    ],
  },
  F70: {
    text: 'The infographic has the numbers of the routes: the same in drawing, text, table and PDF.',
    tests: [
      {
        file: 'test/e2e/audit.test.ts',
        title: 'the pictures have the numbers of the routes, and show nothing that is hidden',
      },
      {
        file: 'src/pictures/infographic/infographic-pdf.test.ts',
        title: 'has the same numbers in the drawing and in its tables',
      },
      {
        file: 'src/pictures/infographic/infographic.test.ts',
        title: 'shows the five key figures with their sentence and their facts, as the text and the tables do',
      },
      {
        file: 'src/pictures/infographic/infographic.test.ts',
        title: 'an infographic of whatever figures is well-formed, and shows no number for what is hidden',
      },
    ],
  },
};
