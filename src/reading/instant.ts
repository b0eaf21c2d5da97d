/** RFC 3339 in UTC with milliseconds, as all times of the API. */
export function instant(ms: number): string {
  return new Date(ms).toISOString();
}
