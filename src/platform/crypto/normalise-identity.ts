/** Letters that Unicode does not take apart into a base letter and an accent. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
};

/**
 * A name as it is compared: no accents, no case, one space between runs of letters and nothing else. The ligature 'ĳ'
 * and 'ÿ', by which older systems write it, become 'ij'; a plain 'y' stays, for Meyer and Meijer are two names.
 */
export function normaliseName(name: string): string {
  return name
    .normalize('NFC')
    .replaceAll(/[ÿŸ]/gu, 'ij')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{L}/gu, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/\P{L}+/gu, ' ')
    .trim();
}

/** '7533 ab' becomes '7533AB'. */
export function normalisePostalCode(postalCode: string): string {
  return postalCode.replaceAll(/\s/gu, '').toUpperCase();
}

/** '12 a', '12-A' and '12A' become '12A'. */
export function normaliseHouseNumber(houseNumber: string): string {
  return houseNumber.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase();
}

/** Digits only, Dutch numbers from their 0: '+31 (0)6-123 456 78' becomes '0612345678', '+49 30 1' becomes '0049301'. */
export function normalisePhone(phone: string): string {
  return phone
    .replace(/^[^0-9]*\+/u, '00')
    .replaceAll(/[^0-9]/gu, '')
    .replace(/^00310?/u, '0');
}
