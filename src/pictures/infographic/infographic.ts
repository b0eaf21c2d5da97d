import { EVERY_CHAIN } from '../../audit/every-chain.ts';
import type { DurationItem, OutcomeItem } from '../../audit/figures/items.ts';
import { countInDutch, dayInDutch, HIDDEN, isHidden, listed, periodInDutch } from '../dutch.ts';
import { type FlowPoint, flowSentences, flowTable, perPeriod } from '../flow-picture.ts';
import type { PictureTable } from '../picture.ts';
import type { InfographicData } from './data.ts';
import { halfSentences, halfTable, halfTitle } from './half-in-words.ts';
import { type FigureInWords, figureInWords, figuresTable } from './figure-in-words.ts';

export const durableKinds = ['ja', 'nee', 'onbekend', 'nog-niet'] as const;
export const durableLabels = {
  ja: 'ja',
  nee: 'nee',
  onbekend: 'niet bekend',
  'nog-niet': 'nog te vroeg',
} as const satisfies Record<(typeof durableKinds)[number], string>;

/** One of the charts, and what says the same without it. */
export interface ChartInWords {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly table: PictureTable;
}

/** All words and numbers of an infographic: drawing, PDF and Markdown take them from here. */
export interface Infographic {
  readonly title: string;
  readonly place: string;
  readonly subtitle: string;
  /** Until when, and which release. */
  readonly stamp: readonly string[];
  readonly asOf: string;
  readonly figures: readonly FigureInWords[];
  readonly figuresTable: PictureTable;
  readonly charts: { readonly flow: ChartInWords; readonly half: ChartInWords; readonly durable: ChartInWords };
  readonly drawn: {
    readonly flow: readonly FlowPoint[];
    readonly durations: readonly DurationItem[];
    readonly outcomes: readonly OutcomeItem[];
  };
  readonly notes: readonly { readonly title: string; readonly text: string }[];
}

const PERIODS = 12;

export function infographicOf(data: InfographicData): Infographic {
  const { place, period, asOf, release, durations } = data;
  const items = data.figures.filter(({ chain }) => chain === EVERY_CHAIN);
  const flow = data.flow.slice(-PERIODS);
  const outcomes = data.outcomes.filter(({ chain }) => chain !== EVERY_CHAIN);
  const when = periodInDutch(period);
  return {
    title: `${upperFirst(place)}: vijf kerncijfers over ${when}`,
    place: upperFirst(place),
    subtitle: `Helpen de ketenaanpakken? Vijf kerncijfers over ${when}.`,
    stamp: [`Stand van ${dayInDutch(asOf)}`, `Uitgave ${release}`],
    asOf,
    figures: items.map(figureInWords),
    figuresTable: figuresTable(items),
    charts: {
      flow: {
        title: `Hoeveel trajecten beginnen en eindigen ${perPeriod(flow)}?`,
        sentences: flowSentences(flow),
        table: flowTable(flow),
      },
      half: { title: halfTitle, sentences: halfSentences(durations), table: halfTable(durations) },
      durable: {
        title: 'Zijn mensen duurzaam geholpen?',
        sentences: durableSentences(outcomes),
        table: durableTable(outcomes),
      },
    },
    drawn: { flow, durations, outcomes },
    notes: notesOf(
      data,
      items.flatMap(({ per10000 }) => per10000 ?? []),
    ),
  };
}

function durableTable(outcomes: readonly OutcomeItem[]): PictureTable {
  return {
    head: ['Keten', 'Begonnen', ...durableKinds.map((kind) => upperFirst(durableLabels[kind]))],
    rows: outcomes.map(({ label, started, durable }) => [
      label,
      countInDutch(started),
      ...durableKinds.map((kind) => countInDutch(durable[kind])),
    ]),
  };
}

function durableSentences(outcomes: readonly OutcomeItem[]): readonly string[] {
  if (outcomes.length === 0) return ['Er zijn nog geen cijfers over duurzame hulp.'];
  return outcomes.map(({ label, started, durable }) => {
    const shown = durableKinds.filter((kind) => !isHidden(durable[kind]));
    const hidden = durableKinds.filter((kind) => isHidden(durable[kind]));
    const parts = [
      ...shown.map((kind) => `${durableLabels[kind]} ${countInDutch(durable[kind])}`),
      ...(hidden.length === 0 ? [] : [`${HIDDEN}: ${listed(hidden.map((kind) => durableLabels[kind]))}`]),
    ];
    return `${label}, trajecten begonnen: ${countInDutch(started)}. Duurzaam geholpen: ${parts.join(', ')}.`;
  });
}

function notesOf(
  { asOf, release }: InfographicData,
  denominators: readonly { readonly inhabitants: number; readonly source: string; readonly date: string }[],
): Infographic['notes'] {
  const [people] = denominators;
  const inhabitants =
    people === undefined
      ? ''
      : ` Aantal inwoners: ${countInDutch(people.inhabitants)} (${withoutStop(people.source)}, ${dayInDutch(people.date)}).`;
  return [
    {
      title: 'Wat betekenen de woorden?',
      text: 'Een traject is de hulp aan één inwoner in één keten. Duurzaam geholpen: iemand heeft er ook later nog iets aan. Waarschijnlijk: toeval speelt altijd mee. Het echte cijfer ligt bijna zeker tussen deze twee getallen.',
    },
    {
      title: 'Waarom mist soms een cijfer?',
      text: `Gaat een cijfer over minder dan 10 mensen? Dan is het ${HIDDEN}. Zo is niemand te herkennen. Soms laten we daarom ook een ander cijfer weg.`,
    },
    {
      title: 'Waar komen de cijfers vandaan?',
      text: `Uit Ketenpad, uitgave ${release}, stand van ${dayInDutch(asOf)}.${inhabitants} Alle cijfers staan ook als tekst en tabel bij dit beeld.`,
    },
  ];
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function withoutStop(text: string): string {
  return text.endsWith('.') ? text.slice(0, -1) : text;
}
