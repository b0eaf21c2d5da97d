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

/** Every case answer carries its number, to be sent back as If-Match. */
export function withTag(view: { readonly seq: number }): Response {
  return json(view, 200, { etag: `"${view.seq}"` });
}
