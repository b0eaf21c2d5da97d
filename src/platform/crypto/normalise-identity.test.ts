import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseHouseNumber, normaliseName, normalisePhone, normalisePostalCode } from './normalise-identity.ts';

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

describe('names compare equal', () => {
  test.each([
    ['accents', 'Zoë', 'ZOE'],
    ['composed and decomposed', 'Ren\u00e9e', 'Rene\u0301e'],
    ['case', 'VAN DEN BERG', 'van den Berg'],
    ['hyphens and spaces', 'Jansen - de  Vries', 'jansen-de vries'],
    ['apostrophes of any kind', "in 't Veld", 'in ’t veld'],
    ['spaces around', '  Ali\t', 'ali'],
    ['ij as a ligature', 'Ĳsbrand Dĳkstra', 'IJsbrand Dijkstra'],
    ['ij written as ÿ', 'Dÿkstra', 'Dijkstra'],
    ['ij written as y and a combining diaeresis', 'Dy\u0308kstra', 'dijkstra'],
    ['Turkish letters', 'IŞIK Yıldırım', 'Isik Yildirim'],
    ['Polish and Danish letters', 'Łukasz Sørensen', 'lukasz sorensen'],
    ['full-width letters', 'Ｊａｎ', 'Jan'],
    ['ß', 'Groß', 'Gross'],
  ])('over %s', (_what, a, b) => {
    expect(normaliseName(a)).toBe(normaliseName(b));
  });

  test('and different names stay different', () => {
    const names = ['Meijer', 'Meyer', 'De Vries', 'Devries', 'Jan', 'Jans', 'محمد', 'أحمد', ''];
    expect(new Set(names.map(normaliseName)).size).toBe(names.length);
  });

  test('to nothing but lower-case letters with single spaces between', () => {
    expect(normaliseName('Mw. J.A. (Annie) Ter-Braak 3e')).toBe('mw j a annie ter braak e');
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normaliseName(text)).toMatch(/^(\p{L}+( \p{L}+)*)?$/u);
      }),
    );
  });

  test('and normalising twice changes nothing more', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normaliseName(text);
        expect(normaliseName(once)).toBe(once);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('addresses and phone numbers compare equal', () => {
  test('postal codes over case and space', () => {
    expect(['7533 ab', ' 7533AB', '7533\u00a0Ab'].map(normalisePostalCode)).toEqual(['7533AB', '7533AB', '7533AB']);
  });

  test('house numbers over the way the addition is written', () => {
    expect(['12 a', '12-A', '12A'].map(normaliseHouseNumber)).toEqual(['12A', '12A', '12A']);
    expect(normaliseHouseNumber('12-1')).not.toBe(normaliseHouseNumber('12'));
  });

  test.each([
    '0612345678',
    '06-12 34 56 78',
    '+31612345678',
    '+31 (0)6 12345678',
    '0031 6 12345678',
    '(+31) 6-12345678',
  ])('the phone number %s', (phone) => {
    expect(normalisePhone(phone)).toBe('0612345678');
  });

  test('but a foreign number keeps its country', () => {
    expect(normalisePhone('+49 30 123456')).toBe('004930123456');
    expect(normalisePhone('0049 30 123456')).toBe('004930123456');
  });
});
