import { inject } from 'vitest';
import { createTokenCheck } from '../../src/access/tokens.ts';
import { createApp } from '../../src/api/app.ts';
import { createRateLimits } from '../../src/api/rate-limit.ts';
import { requestToken } from '../../src/local/request-token.ts';
import { type Answer, askWith } from '../harness/api.ts';
import type { Suite } from '../harness/suite.ts';

type Init = RequestInit & { duplex?: 'half' };

/** Requests as they are given: no header is added but the token of a user. */
export interface Raw {
  request(user: string | null, method: string, path: string, init?: Init): Promise<Answer>;
  readonly app: ReturnType<typeof createApp>;
}

export function rawApi(suite: Suite, given: Partial<Parameters<typeof createApp>[0]> = {}): Raw {
  const stack = inject('stack');
  const app = createApp({
    cases: suite.context,
    authenticate: createTokenCheck({ issuer: stack.issuer, audience: stack.audience }),
    limits: createRateLimits({ perMinute: 1_000_000, failedPerMinute: 1_000_000 }),
    parts: async () => ({ postgresql: true, temporal: true }),
    moveClock: suite.moveClock,
    ...given,
  });
  return {
    app,
    request: (user, method, path, init = {}) => {
      const ask = askWith((where, { headers }) => {
        const { authorization } = headers as Record<string, string>;
        const all = new Headers(init.headers);
        if (authorization !== undefined) all.set('authorization', authorization);
        return app.request(where, { method, ...init, headers: all });
      }, tokenOf);
      return ask(user, method, path);
    },
  };
}

const tokens = new Map<string, Promise<string>>();

export function tokenOf(user: string): Promise<string> {
  const known = tokens.get(user) ?? requestToken(inject('stack').home, user);
  tokens.set(user, known);
  return known;
}

export const jsonHeaders = { 'content-type': 'application/json' };
