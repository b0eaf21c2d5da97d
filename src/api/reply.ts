/** A JSON answer. */
export function json(
  body: unknown,
  status: 200 | 201 | 503 = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  });
}
