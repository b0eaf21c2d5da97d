import { EVERY_CHAIN } from '../../src/audit/every-chain.ts';
import { REGION } from '../../src/audit/protect/block.ts';
import { nameOf, type Released, timesIn } from './released.ts';
import { isFew, type Truth } from './truth.ts';

const WIDTH = 9;

interface Period {
  readonly kind: string;
  readonly id: string;
  readonly places: readonly string[];
}

/**
 * What follows of a few from figures that are of different measures but one count: who began twice in one chain, or in how
 * many chains somebody began, from the cases and the persons of a period; and what one chain led to another, from what
 * came there out of chains and what the others led to it.
 */
export function followingFromSums(released: Released, truth: Truth): readonly string[] {
  const { municipalities, chains } = released.sums.accumulator.grid;
  const periods = [...released.verdicts.years.keys()].flatMap((year) =>
    timesIn(year).map(({ id, hasPlaces }): Period => ({
      kind: kindOf(id),
      id,
      places: hasPlaces ? [REGION, ...municipalities] : [REGION],
    })),
  );
  return [
    ...periods.flatMap((period) => period.places.flatMap((place) => fromPersons(released, truth, period, place))),
    ...chains.flatMap((to) => fromLinks(released, truth, to, periods)),
  ];
}

function kindOf(id: string): string {
  if (id.includes('/')) return 'week';
  if (id.includes('Q')) return 'quarter';
  return id.includes('-') ? 'month' : 'year';
}

function fromPersons({ told }: Released, truth: Truth, { kind, id }: Period, place: string): readonly string[] {
  const cell = (measure: string): string => nameOf({ measure, place, period: id, chain: EVERY_CHAIN });
  const cases = told.get(cell('in'));
  if (cases === undefined) return [];
  const numbers = [1, 2, 3, 4, 5].map((chains) => ({ chains, of: cell(`persons.${kind}.${chains}`) }));
  const counted = numbers.filter(({ of }) => (told.get(of) ?? 0) > 0 || !told.has(of));
  const hidden = counted.filter(({ of }) => !told.has(of) && truth.at(of).length > 0);
  const left = counted.reduce((rest, { chains, of }) => rest - chains * (told.get(of) ?? 0), cases);
  if (left === cases) return [];
  if (hidden.length === 0) return isFew(Math.abs(left)) ? [`${cell('in')} leaves ${left} who came twice`] : [];
  return hidden.flatMap(({ chains, of }) =>
    isFew(truth.at(of).length) && left / chains < WIDTH ? [`${of} is at most ${left} divided by ${chains}`] : [],
  );
}

function fromLinks({ told }: Released, truth: Truth, to: string, periods: readonly Period[]): readonly string[] {
  const links = [...truth.measures.values()].filter(({ measure }) =>
    new RegExp(`^link\\.${to}\\.[^.]+$`).test(measure),
  );
  const sources = links.flatMap(({ measure, chains }) => [...chains].map((chain) => ({ measure, chain })));
  const count = (period: string, place: string, { measure, chain }: { measure: string; chain: string }): number =>
    truth.at(nameOf({ measure, place, period, chain })).length;
  const whole = { measure: 'entry.keten', chain: to };
  const led = (period: string, place: string): number =>
    sources.reduce((sum, source) => sum + count(period, place, source), 0);
  const finest = periods.flatMap(({ kind, id, places }) =>
    kind === 'week' || kind === 'quarter' ? places.map((place) => ({ id, place })) : [],
  );
  // Only what always holds can be reckoned with.
  if (sources.length === 0 || finest.some(({ id, place }) => led(id, place) > count(id, place, whole))) return [];
  return periods.flatMap(({ id, places }) =>
    places.flatMap((place) => {
      const name = ({ measure, chain }: { measure: string; chain: string }): string =>
        nameOf({ measure, place, period: id, chain });
      if (!told.has(name(whole))) return [];
      const known = sources.filter((source) => told.has(name(source)));
      const left = known.reduce((rest, source) => rest - (told.get(name(source)) ?? 0), told.get(name(whole)) ?? 0);
      const isAny = known.some((source) => (told.get(name(source)) ?? 0) > 0);
      return isAny && isFew(left) ? [`${name(whole)} without what is known to have been led there leaves ${left}`] : [];
    }),
  );
}
