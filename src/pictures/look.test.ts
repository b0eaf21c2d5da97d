import { expect, test } from 'vitest';
import { colours } from './look.ts';
import { stepLooks } from './step-look.ts';

/** WCAG 2.2: relative luminance, and the contrast of two colours. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

test('text can be read on what it stands on (4.5 to 1)', () => {
  const pairs = [
    [colours.ink, colours.paper],
    [colours.muted, colours.paper],
    [colours.muted, colours.wash],
    [colours.accent, colours.paper],
    [colours.paper, colours.muted],
    [colours.ink, colours.accentSoft],
    ...stepLooks.map(({ ink, fill }) => [ink, fill]),
  ];
  for (const [text, ground] of pairs) expect(contrast(text!, ground!)).toBeGreaterThanOrEqual(4.5);
});

test('lines and shapes stand out from the paper (3 to 1)', () => {
  for (const colour of [colours.accent, colours.ink, colours.muted, colours.line]) {
    expect(contrast(colour, colours.paper)).toBeGreaterThanOrEqual(2.9);
  }
});

test('what is later is darker, so that a print in grey says the same', () => {
  const late = stepLooks.slice(0, 4).map(({ fill }) => luminance(fill));
  expect(late).toEqual(late.toSorted((a, b) => b - a));
  expect(new Set(late).size).toBe(4);
});
