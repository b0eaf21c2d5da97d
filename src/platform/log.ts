import pino from 'pino';

/** Structured logging. Only ids, codes and times go in; never a name, a text or a request body. */
export type Log = pino.Logger;

export function openLog(level: string, name: string): Log {
  return pino({ level, base: { name }, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: safeError } });
}

/** Errors lose everything but their kind: messages of drivers may quote values. */
function safeError(error: unknown): { kind: string; code?: string; at?: string } {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code: unknown = Reflect.get(error, 'code');
  const at = error.stack
    ?.split('\n')
    .find((line) => line.includes('/src/'))
    ?.trim();
  const cause = error.cause instanceof Error ? ` < ${error.cause.name}` : '';
  return {
    kind: `${error.name}${cause}`,
    ...(typeof code === 'string' || typeof code === 'number' ? { code: String(code) } : {}),
    ...(at === undefined ? {} : { at }),
  };
}
