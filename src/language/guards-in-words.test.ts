import { expect, test } from 'vitest';
import { soundChain as chain } from '../../test/language/sound-chain.ts';
import { atMost, attempts, decided, type Guard, type HeldStep, keptIs, oncePer } from './define.ts';
import { guardsInWords, lapsesInWords } from './guards-in-words.ts';

test.each<[string, Guard, string]>([
  ['a count', atMost(2), 'ten hoogste 2 keer'],
  ['attempts', attempts(3), 'na 3 contactpogingen, op verschillende dagen en één keer schriftelijk'],
  ['a decision', decided('begin', 'ja', 'nee'), 'als de uitkomst van Begin was: Ja of Nee'],
  ['a kept code', keptIs('kans', 'a', 'b', 'c'), 'als kans is: a, b of c'],
  ['a mark', oncePer('P12M', 'otago'), 'één keer per 12 maanden (Otago)'],
  ['a decision on what is not there', decided('elders', 'x'), 'als de uitkomst van elders was: x'],
])('a condition on %s is read', (_what, guard, words) => {
  expect(guardsInWords(chain, [guard])).toBe(words);
});

test('several conditions all hold; none is no words', () => {
  expect(guardsInWords(chain, [atMost(1), keptIs('kans', 'a')])).toBe('ten hoogste 1 keer en als kans is: a');
  expect(guardsInWords(chain, [])).toBe('');
});

test('what makes a step needless is read: steps and events by their labels', () => {
  expect(lapsesInWords(chain, chain.steps['evaluatie'] as HeldStep)).toBe('Na of Geboorte');
  expect(lapsesInWords(chain, chain.steps['na'] as HeldStep)).toBe('');
});
