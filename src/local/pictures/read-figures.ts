import type { z } from 'zod';
import { daysOf, kindOf, periodsBetween } from '../../audit/periods.ts';
import { type Api, askFigures, askReleases, insisted, itemSchemas, NoFigures } from './ask-figures.ts';
import type { FiguresRead } from './figures-read.ts';

/** A municipality as it is asked for, and as it is called. */
export interface Town {
  readonly id: string;
  readonly name: string;
}

export interface Wanted {
  /** The whole region where it is not given. */
  readonly town?: Town | undefined;
  readonly period: string;
  /** Whom the whole region is compared by. */
  readonly towns: readonly Town[];
}

const DOTS = { region: 24, town: 8 } as const;

/** The last closed quarter that was published. @throws NoFigures */
export async function lastQuarter(api: Api): Promise<string> {
  const [last] = await askReleases(api);
  const quarter = last?.periods
    .filter((period) => period.includes('-Q'))
    .toSorted()
    .at(-1);
  if (quarter === undefined) throw new NoFigures('Nothing was published yet: no release has a closed quarter.');
  return quarter;
}

/** All figures that the pictures of one place and period need. @throws NoFigures */
export async function readFigures(api: Api, { town, period, towns }: Wanted): Promise<FiguresRead> {
  const place = town === undefined ? {} : { municipality: town.id };
  const at = { [kindOf(period)]: period };
  const asked = { ...at, ...place };
  const figures = await insisted(askFigures(api, 'kerncijfers', asked, itemSchemas.kerncijfers), period);
  const durations = await insisted(askFigures(api, 'durations', asked, itemSchemas.durations), period);
  const bottlenecks = await insisted(askFigures(api, 'bottlenecks', asked, itemSchemas.bottlenecks), period);
  const outcomes = await insisted(askFigures(api, 'outcomes', asked, itemSchemas.outcomes), period);
  const municipalities = [];
  for (const each of town === undefined ? towns : []) {
    const found = await askFigures(api, 'kerncijfers', { ...at, municipality: each.id }, itemSchemas.kerncijfers);
    municipalities.push({ name: each.name, figures: found?.items ?? [] });
  }
  return {
    place: town === undefined ? 'regio Twente' : `gemeente ${town.name}`,
    period,
    asOf: figures.asOf,
    release: figures.release,
    flow: await readFlow(api, period, place, town === undefined ? 'month' : 'quarter'),
    durations: durations.items,
    bottlenecks: bottlenecks.items,
    outcomes: outcomes.items,
    figures: figures.items,
    municipalities,
  };
}

type FlowRead = z.infer<typeof itemSchemas.flow>;

/** Of up to two years that end with the period; a year of which nothing was published is left out. */
async function readFlow(
  api: Api,
  period: string,
  place: Readonly<Record<string, string>>,
  by: 'month' | 'quarter',
): Promise<FiguresRead['flow']> {
  const { last } = daysOf(period);
  const year = Number(last.slice(0, 4));
  const items: FlowRead[] = [];
  for (const each of [year - 1, year]) {
    const found = await askFigures(api, 'flow', { year: String(each), by, ...place }, itemSchemas.flow);
    items.push(...(found?.items ?? []));
  }
  const dots = periodsBetween(by, `${year - 1}-01-01`, last).slice(-(by === 'month' ? DOTS.region : DOTS.town));
  return dots.flatMap((dot) => items.filter((item) => item.period === dot).map((item) => ({ period: dot, item })));
}
