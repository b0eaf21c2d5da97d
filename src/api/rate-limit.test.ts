import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Subject } from '../access/subject.ts';
import { createRateLimits } from './rate-limit.ts';

const person = (sub: string, client = 'pages'): Subject => ({
  sub,
  client,
  machine: false,
  roles: ['tester'],
  organisation: null,
  practitioner: null,
  municipality: null,
});
const machine: Subject = { ...person('his', 'his'), machine: true };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the rate limit', () => {
  test('refuses one request more than the limit, says for how long, and begins anew after a minute', async () => {
    const { count } = createRateLimits({ perMinute: 3, failedPerMinute: 1 });
    for (let n = 0; n < 3; n += 1) await count(person('a'));
    vi.advanceTimersByTime(20_500);
    await expect(count(person('a'))).rejects.toMatchObject({ code: 'rate-limited', headers: { 'retry-after': '40' } });
    vi.advanceTimersByTime(39_500);
    await count(person('a'));
  });

  test('is of each person at each client, and of a machine whoever it acts for', async () => {
    const { count } = createRateLimits({ perMinute: 1, failedPerMinute: 1 });
    await count(person('a'));
    await count(person('b'));
    await count(person('a', 'app'));
    await count({ ...machine, practitioner: 'x' });
    await expect(count({ ...machine, practitioner: 'y' })).rejects.toMatchObject({ code: 'rate-limited' });
  });

  test('of who does not prove who they are is of each address, and no one else feels it', async () => {
    const { count, countFailed } = createRateLimits({ perMinute: 1, failedPerMinute: 2 });
    await countFailed('10.0.0.1');
    await countFailed('10.0.0.1');
    await expect(countFailed('10.0.0.1')).rejects.toMatchObject({ code: 'rate-limited' });
    await countFailed('10.0.0.2');
    await count(person('a'));
  });
});
