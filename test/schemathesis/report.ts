import { z } from 'zod';

const failure = z.object({ code: z.string(), title: z.string(), count: z.number(), operations: z.array(z.string()) });
export type Failure = z.infer<typeof failure>;

const counts = z.object({ accepted: z.number() });
const report = z.object({
  complete: z.boolean(),
  test_cases: z.object({ generated: z.number() }),
  failures: z.array(failure),
  errors: z.array(z.unknown()),
  valid_rates: z.record(z.string(), z.record(z.string(), counts)),
});

/** What the tool found as one user, and how many of its calls did something. */
export function readReport(json: string): {
  readonly calls: number;
  readonly accepted: number;
  readonly failures: readonly Failure[];
} {
  const { complete, test_cases: cases, failures, errors, valid_rates: rates } = report.parse(JSON.parse(json));
  if (!complete || errors.length > 0) throw new Error(`schemathesis did not finish: ${JSON.stringify(errors)}`);
  const accepted = Object.values(rates).flatMap((phases) => Object.values(phases).map((phase) => phase.accepted));
  return { calls: cases.generated, accepted: accepted.reduce((sum, count) => sum + count, 0), failures };
}
