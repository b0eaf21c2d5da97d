import { z } from 'zod';
import { bottleneckItem, durationItem, flowItem, keyFigureItem, outcomeItem } from '../../api/schemas/audit.ts';
import { releaseSchema } from '../../api/schemas/release.ts';

/** The figures could not be had; the message says what to do. */
export class NoFigures extends Error {
  override readonly name = 'NoFigures';
}

/** Where the API is, and who asks. */
export interface Api {
  readonly url: string;
  readonly token: string;
}

const per10000 = keyFigureItem.shape.per10000.unwrap();

/** The items as the routes answer them, per route. */
export const itemSchemas = {
  flow: flowItem.extend({ period: z.string() }),
  durations: durationItem.omit({ step: true }),
  bottlenecks: bottleneckItem,
  outcomes: outcomeItem.omit({ reach: true }),
  kerncijfers: keyFigureItem.extend({ per10000: per10000.exactOptional() }),
} as const;

const problem = z.object({ detail: z.string(), errors: z.array(z.object({ detail: z.string() })).default([]) });

/** What a route of the audit answers; null where nothing was published of that period. @throws NoFigures */
export async function askFigures<Item>(
  api: Api,
  route: keyof typeof itemSchemas,
  asked: Readonly<Record<string, string>>,
  item: z.ZodType<Item>,
): Promise<{ readonly asOf: string; readonly release: string; readonly items: readonly Item[] } | null> {
  const response = await ask(api, `/audit/${route}?${new URLSearchParams(asked).toString()}`);
  if (response.status === 422) return null;
  const answer = z.object({ asOf: z.string(), release: z.string(), items: z.array(item) });
  return answer.parse(await bodyOf(response));
}

/** What was published. @throws NoFigures where that is nothing. */
export async function insisted<Answer>(asked: Promise<Answer | null>, period: string): Promise<Answer> {
  const answer = await asked;
  if (answer === null) throw new NoFigures(`Nothing was published of ${period}.`);
  return answer;
}

/** The releases, the last first. @throws NoFigures */
export async function askReleases(api: Api): Promise<readonly z.infer<typeof releaseSchema>[]> {
  const response = await ask(api, '/audit/releases');
  return z.object({ items: z.array(releaseSchema) }).parse(await bodyOf(response)).items;
}

async function ask({ url, token }: Api, path: string): Promise<Response> {
  try {
    return await fetch(new URL(path, url), {
      headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
      signal: AbortSignal.timeout(30_000),
    });
  } catch (cause) {
    throw new NoFigures(`No Ketenpad answers on ${url}. Start it with: npm start`, { cause });
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const body: unknown = await response.json();
  if (response.ok) return body;
  const told = problem.safeParse(body);
  const details = told.success ? [told.data.detail, ...told.data.errors.map(({ detail }) => detail)] : [];
  throw new NoFigures(`The API refuses (${response.status}). ${details.join(' ')}`.trim());
}
