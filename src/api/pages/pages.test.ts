import { describe, expect, test } from 'vitest';
import { apiDocument } from '../api-document.ts';
import { problemGuide } from '../problem-guide.ts';
import { type ProblemCode, problems, problemSchema } from '../problem.ts';
import { docsPage } from './docs-page.ts';
import { html, page } from './html.ts';
import { indexOfProblems, problemPage } from './problem-page.ts';

const codes = Object.keys(problems) as ProblemCode[];

/** A page as text, its markup taken away and its entities read back. */
function textOf(markup: string): string {
  const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  return markup.replaceAll(/<[^>]*>/g, '').replaceAll(/&(lt|gt|quot|#39|amp);/g, (_all, name: string) => signs[name]!);
}

/** What makes a page one that a screen reader can read out. */
function expectAccessible(markup: string): void {
  expect(markup).toMatch(/<html lang="nl">/);
  expect(markup).toMatch(/<title>[^<]{5,}<\/title>/);
  expect(markup.match(/<h1>/g)).toHaveLength(1);
  expect(markup.match(/<main>/g)).toHaveLength(1);
  const levels = [...markup.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
  for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  const ids = [...markup.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const targets = [...markup.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
  expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
  for (const tag of [
    'ul',
    'ol',
    'li',
    'table',
    'section',
    'main',
    'p',
    'pre',
    'code',
    'a',
    'h1',
    'h2',
    'h3',
    'details',
  ])
    expect(markup.match(new RegExp(`<${tag}[ >]`, 'g'))?.length, tag).toBe(
      markup.match(new RegExp(`</${tag}>`, 'g'))?.length,
    );
}

describe.each(codes)('the page of %s', (code) => {
  const markup = problemPage(code);
  const text = textOf(markup);

  test('says what it means, how it comes about and what to do, in sentences that can be read', () => {
    expectAccessible(markup);
    const { means, causes, todo } = problemGuide[code];
    expect(causes.length).toBeGreaterThan(0);
    expect(todo.length).toBeGreaterThan(0);
    for (const sentence of [means, ...causes, ...todo]) {
      expect(text).toContain(sentence.replaceAll('`', ''));
      for (const one of sentence.split(/[.:!?] /)) expect(one.split(' ').length, one).toBeLessThanOrEqual(22);
    }
    expect(text).toContain(`Code: ${code}. HTTP-status: ${problems[code].status}.`);
  });

  test('shows an example that is a problem of this code', () => {
    const [, example = ''] = /<h2>Voorbeeld<\/h2>\s*<pre tabindex="0"><code>([\s\S]*?)<\/code>/.exec(markup) ?? [];
    const body = problemSchema.strict().parse(JSON.parse(textOf(example)));
    expect(body).toMatchObject({ code, status: problems[code].status, type: `/problems/${code}` });
  });
});

test('all codes stand in one list, each with the way to its page', () => {
  const markup = indexOfProblems();
  expectAccessible(markup);
  for (const code of codes) expect(markup).toContain(`<a href="/problems/${code}">`);
});

describe('the page of the API', () => {
  const document = apiDocument();
  const markup = docsPage(document);

  test('has every route and every schema of the document, and links that lead somewhere', () => {
    expectAccessible(markup);
    const text = textOf(markup);
    for (const [path, item] of Object.entries(document.paths))
      for (const [method, { operationId, summary }] of Object.entries(item)) {
        expect(markup).toContain(`<h3 id="${operationId}"><code>${method.toUpperCase()} ${path}</code></h3>`);
        expect(text).toContain(summary);
      }
    for (const name of Object.keys(document.components.schemas)) expect(markup).toContain(`id="schema-${name}"`);
  });

  test('tells who builds on it how to log in, refer, repeat, page, and read what comes back', () => {
    const text = textOf(markup);
    for (const word of [
      'Bearer',
      'POST /referrals',
      'Idempotency-Key',
      'If-Match',
      'cursor',
      'feedback',
      'problem+json',
    ])
      expect(text).toContain(word);
  });

  test('shows the shape of what is sent and of what comes back', () => {
    const text = textOf(markup);
    expect(text).toMatch(/openStep: string\n/);
    expect(text).toMatch(/reference\?: string\n/);
    expect(text).toContain('status: "open" | "paused" | "ended"');
  });
});

test('what is filled in cannot become markup', () => {
  const evil = `<script>alert("1")</script>'&`;
  const made = page(evil, html`<p title="${evil}">${[evil, html`<b>${evil}</b>`]}</p>`);
  expect(made).not.toContain('<script>');
  expect(made).toContain('<b>&lt;script&gt;');
  expect(textOf(made)).toContain(evil);
});
