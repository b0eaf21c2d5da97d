const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1];

/** Nine digits that pass the 11-test; eight get a leading zero; all zeros is the register's default value, nobody's (SGR). */
export function isBsn(value: string): boolean {
  if (!/^[0-9]{8,9}$/.test(value)) return false;
  const digits = Array.from(normaliseBsn(value), Number);
  const sum = digits.reduce((total, digit, index) => total + digit * (WEIGHTS[index] ?? 0), 0);
  return sum % 11 === 0 && digits.some((digit) => digit !== 0);
}

export function normaliseBsn(value: string): string {
  return value.padStart(9, '0');
}
