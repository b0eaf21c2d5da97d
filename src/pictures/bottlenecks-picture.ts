import type { BottleneckItem, Share } from '../audit/figures/items.ts';
import { countInDutch, HIDDEN, isHidden, listed, percent, shareInDutch, UNCOUNTED } from './dutch.ts';
import { framed } from './framed.ts';
import { drawGraph } from './draw-graph.ts';
import type { ChainGraph } from './graph.ts';
import type { Picture, Source } from './picture.ts';

/** The chain's own diagram, with at each step how many wait and which share of them is too late. */
export function bottlenecksPicture(
  graph: ChainGraph,
  items: readonly BottleneckItem[],
  label: string,
  source: Source,
): Picture {
  const title = `${label}: waar trajecten wachten, ${source.place}`;
  const { svg: body, width, height } = drawGraph(graph, items);
  return framed({
    width,
    height,
    title,
    sentences: sentencesOf(graph, items),
    source,
    table: {
      head: ['Stap', 'Wacht', 'Te laat', 'Deel te laat'],
      rows: graph.steps.map(({ id, label: step }) => {
        const item = items.find((each) => each.step === id);
        if (item === undefined) return [step, UNCOUNTED, UNCOUNTED, UNCOUNTED];
        return [step, countInDutch(item.waiting), countInDutch(item.overdue), overdueInDutch(item)];
      }),
    },
    body,
  });
}

/** The share that is too late of one step, or why there is none. */
function overdueInDutch({ waiting, overdueShare }: BottleneckItem): string {
  return waiting === 0 ? 'niemand wacht' : shareInDutch(overdueShare);
}

function sentencesOf({ steps }: ChainGraph, items: readonly BottleneckItem[]): readonly string[] {
  const here = items.filter(({ step }) => steps.some(({ id }) => id === step));
  const late = here
    .flatMap((item) => (share(item.overdueShare) > 0 ? [{ ...item, part: share(item.overdueShare) }] : []))
    .toSorted((a, b) => b.part - a.part)
    .slice(0, 3)
    .map((item) => `"${item.label}" (${countInDutch(item.waiting)} wachten, ${percent(item.part)} te laat)`);
  const hidden = here.filter(({ waiting, overdueShare }) => isHidden(waiting) || isHidden(overdueShare));
  return [
    `De keten heeft ${steps.length} stappen.`,
    late.length === 0 ? 'Bij geen stap is te zien dat iets te laat is.' : `Het vaakst te laat: ${listed(late)}.`,
    ...(hidden.length === 0 ? [] : [`Bij ${hidden.length} stappen is een cijfer ${HIDDEN}.`]),
  ];
}

function share(of: Share): number {
  return isHidden(of) ? 0 : (of.value ?? 0);
}
