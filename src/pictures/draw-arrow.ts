import type { Point } from './layered.ts';
import { tidy } from './letters.ts';
import { colours } from './look.ts';
import { escapeXml } from './xml.ts';

const HEAD = 7;
const LOOP = 18;

/** A bent line with a head at its end; the outcomes that go this way are its title. */
export function drawArrow(points: readonly Point[], outcomes: readonly string[]): string {
  const [start, end, before] = [points[0], points.at(-1), points.at(-2)];
  if (start === undefined || end === undefined || before === undefined) return '';
  const angle = Math.atan2(end.y - before.y, end.x - before.x);
  const wing = (turn: number): string =>
    place({ x: end.x - HEAD * Math.cos(angle + turn), y: end.y - HEAD * Math.sin(angle + turn) });
  return [
    `<g><title>${escapeXml(outcomes.join('; '))}</title>`,
    `<path d="M${place(start)}${smooth(points)}" fill="none" stroke="${colours.line}" stroke-width="1.25"/>`,
    `<path d="M${place(end)}L${wing(0.45)}L${wing(-0.45)}Z" fill="${colours.line}"/></g>`,
  ].join('');
}

/** Through the middle of every piece, with the points themselves as what the curve bends towards. */
function smooth(points: readonly Point[]): string {
  return points
    .slice(1)
    .map((point, index, rest) => {
      const next = rest[index + 1];
      if (next === undefined) return `L${place(point)}`;
      return `Q${place(point)} ${place({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}`;
    })
    .join('');
}

function place({ x, y }: Point): string {
  return `${tidy(x)} ${tidy(y)}`;
}

/** From the right side of a box back to it; `right` is the middle of that side. */
export function drawLoop(right: Point, outcomes: readonly string[]): string {
  const [from, to] = [right.y - LOOP / 2, right.y + LOOP / 2];
  return [
    `<g><title>${escapeXml(outcomes.join('; '))}</title>`,
    `<path d="M${place({ x: right.x, y: from })}C${place({ x: right.x + LOOP, y: from })} ${place({ x: right.x + LOOP, y: to })} ${place({ x: right.x, y: to })}" fill="none" stroke="${colours.line}" stroke-width="1.25"/>`,
    `<path d="M${place({ x: right.x, y: to })}l${HEAD} ${-HEAD / 2}l0 ${HEAD}Z" fill="${colours.line}"/></g>`,
  ].join('');
}
