import { randomUUID } from 'node:crypto';

let count = 0;

/** A fictional resident whom nobody else has. */
export function resident(over: Record<string, unknown> = {}): Record<string, unknown> {
  count += 1;
  return {
    name: { given: `Proef${count}`, family: `Persoon${randomUUID().slice(0, 8)}` },
    birthDate: '1946-05-17',
    sex: 'vrouw',
    postalCode: '7511AB',
    houseNumber: String(count),
    phone: `06${String(Math.floor(Math.random() * 8e7) + 1e7)}`,
    ...over,
  };
}

export const consent = (): object => ({ given: true, at: '2026-01-05T10:00:00Z', by: 'inwoner' });

/** A referral into valpreventie in Enschede. */
export function referral(over: Record<string, unknown> = {}): Record<string, unknown> {
  return { chain: 'valpreventie', municipality: 'enschede', resident: resident(), consent: consent(), ...over };
}

/** A valrisicotest that the rule proposes as matig. */
export const matig = { gevallen: false, bang: true, moeite: true, looptestSeconden: 6 };

export const hoog = { gevallen: true, bang: true, moeite: true, letsel: true, looptestSeconden: 9 };
export const laag = { gevallen: false, bang: false, moeite: false, looptestSeconden: 3 };

/** A BSN that passes the 11-test; fictional, and another one each time. */
export function bsn(): string {
  for (;;) {
    const digits = Array.from({ length: 8 }, () => Math.floor(Math.random() * 10));
    const sum = digits.reduce((total, digit, index) => total + digit * (9 - index), 0);
    const last = sum % 11;
    if (last < 10 && digits.some((digit) => digit !== 0)) return `${digits.join('')}${last}`;
  }
}
