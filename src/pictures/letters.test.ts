import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitted, widthOf, wrapped } from './letters.ts';

const texts = fc.array(fc.stringMatching(/^[a-zA-Zëï-]{1,30}$/), { minLength: 1, maxLength: 20 });

test('no line is wider than the room, and no word is lost', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 40, max: 300 }), (words, width) => {
      const lines = wrapped(words.join(' '), width, 9);
      for (const line of lines) expect(widthOf(line, 9)).toBeLessThanOrEqual(width);
      expect(lines.join('').replaceAll(/[- ]/g, '')).toBe(words.join('').replaceAll('-', ''));
    }),
  );
});

test('a text that never fits is cut off within its room', () => {
  const room = { width: 60, height: 30 };
  const { lines, size } = fitted('een lange zin met veel woorden die nergens past en maar doorgaat', room, [9, 8]);
  expect(lines.length * size * 1.3).toBeLessThanOrEqual(room.height);
  expect(lines.at(-1)?.endsWith('…')).toBe(true);
});
