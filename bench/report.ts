import { type Cost, costNames, mapCost, processes } from './counters.ts';
import type { ArmName, Measured, Measurement, Plan } from './measure.ts';
import { median, percentile, rounded, sum } from './statistics.ts';

type ByLevel = Readonly<Record<string, number>>;

export interface BenchReport {
  readonly decisionsPerSecond: ByLevel;
  readonly barePerSecond: ByLevel;
  /** The median of the ratios of neighbouring blocks. */
  readonly ratio: ByLevel;
  readonly ratioRange: Readonly<Record<string, readonly [number, number]>>;
  readonly p50Ms: ByLevel;
  readonly bareP50Ms: ByLevel;
  readonly p50Ratio: ByLevel;
  readonly p99Ms: ByLevel;
  readonly bareP99Ms: ByLevel;
  readonly eventsPerDecision: number;
  readonly eventsSample: number;
  readonly referralsPerSecond: number;
  /** Per decision and level: CPU-ms of each process, and commits, bytes and syncs of PostgreSQL, for both arms. */
  readonly profile: Readonly<Record<string, { readonly http: Cost & Total; readonly bare: Cost & Total }>>;
  readonly payloadBytes: { readonly command: number; readonly reply: number };
  readonly plan: Plan;
  readonly environment: Readonly<Record<string, unknown>>;
}

interface Total {
  readonly cpu: number;
}

/** The figures of design 13 as far as this run measured them. */
export function reportOf(
  { blocks, eventsPerDecision, referralsPerSecond, sizes }: Measurement,
  plan: Plan,
  environment: Readonly<Record<string, unknown>>,
): BenchReport {
  const of = (arm: ArmName, level: number): readonly Measured[] =>
    blocks.filter((block) => block.arm === arm && block.level === level);
  const byLevel = (figure: (level: number) => number, digits: number): ByLevel =>
    Object.fromEntries(plan.levels.map((level) => [level, rounded(figure(level), digits)]));
  const speed = (arm: ArmName) => byLevel((level) => median(of(arm, level).map(({ perSecond }) => perSecond)), 1);
  const latency = (arm: ArmName, share: number) =>
    byLevel(
      (level) =>
        percentile(
          of(arm, level).flatMap(({ latenciesMs }) => latenciesMs),
          share,
        ),
      2,
    );
  const ratios = (level: number): readonly number[] =>
    of('http', level).flatMap((block) => {
      const pair = of('bare', level).find(({ round }) => round === block.round);
      return pair === undefined ? [] : [block.perSecond / pair.perSecond];
    });
  const [p50Ms, bareP50Ms] = [latency('http', 0.5), latency('bare', 0.5)];
  return {
    decisionsPerSecond: speed('http'),
    barePerSecond: speed('bare'),
    ratio: byLevel((level) => median(ratios(level)), 3),
    ratioRange: Object.fromEntries(
      plan.levels.map((level) => [
        level,
        [rounded(Math.min(...ratios(level)), 3), rounded(Math.max(...ratios(level)), 3)],
      ]),
    ),
    p50Ms,
    bareP50Ms,
    p50Ratio: byLevel((level) => (p50Ms[level] ?? 0) / (bareP50Ms[level] ?? 0), 2),
    p99Ms: latency('http', 0.99),
    bareP99Ms: latency('bare', 0.99),
    eventsPerDecision: rounded(sum(eventsPerDecision) / eventsPerDecision.length, 2),
    eventsSample: eventsPerDecision.length,
    referralsPerSecond: rounded(referralsPerSecond, 1),
    profile: Object.fromEntries(
      plan.levels.map((level) => [level, { http: costOf(of('http', level)), bare: costOf(of('bare', level)) }]),
    ),
    payloadBytes: sizes,
    plan,
    environment,
  };
}

function costOf(blocks: readonly Measured[]): Cost & Total {
  const decisions = sum(blocks.map((block) => block.decisions));
  const cost = mapCost((name) => rounded(sum(blocks.map((block) => block.cost[name])) / decisions, 2));
  return { ...cost, cpu: rounded(sum(processes.map((name) => cost[name])), 2) };
}

/** The same for people, as Markdown. */
export function tableOf(report: BenchReport): string {
  const { levels } = report.plan;
  const row = (name: string, ...cells: readonly (string | number)[]): string => `| ${[name, ...cells].join(' | ')} |`;
  const figure = (name: string, values: ByLevel): string => row(name, ...levels.map((level) => values[level] ?? '-'));
  const rule = (columns: number): string => `| --- |${' ---: |'.repeat(columns)}`;
  const lines = [
    row('cases at once', ...levels),
    rule(levels.length),
    figure('decisions per second over HTTP', report.decisionsPerSecond),
    figure('bare workflow, per second', report.barePerSecond),
    figure('**ratio** (median of pairs)', report.ratio),
    row('lowest and highest pair', ...levels.map((level) => report.ratioRange[level]?.join(' - ') ?? '-')),
    figure('p50 over HTTP, ms', report.p50Ms),
    figure('p50 bare, ms', report.bareP50Ms),
    figure('p99 over HTTP, ms', report.p99Ms),
    figure('p99 bare, ms', report.bareP99Ms),
    '',
    `Events per decision: ${report.eventsPerDecision} (${report.eventsSample} cases). Referrals per second: ${report.referralsPerSecond}.`,
    '',
    row('per decision', ...levels.flatMap((level) => [`HTTP, ${level}`, `bare, ${level}`])),
    rule(levels.length * 2),
    ...(['cpu', ...costNames] as const).map((name) =>
      row(
        name === 'commits' || name === 'walBytes' || name === 'walSyncs' ? name : `CPU-ms ${name}`,
        ...levels.flatMap((level) => {
          const costs = report.profile[level];
          return [costs?.http[name] ?? '-', costs?.bare[name] ?? '-'];
        }),
      ),
    ),
    '',
    `Environment: ${Object.entries(report.environment)
      .map(([name, value]) => `${name} ${String(value)}`)
      .join(', ')}.`,
  ];
  return lines.join('\n');
}
