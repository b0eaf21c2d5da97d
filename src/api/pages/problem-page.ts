import { exampleProblem, problemGuide } from '../problem-guide.ts';
import { type ProblemCode, problems } from '../problem.ts';
import { html, page, prose } from './html.ts';

/** What a problem means, how it comes about and what to do. */
export function problemPage(code: ProblemCode): string {
  const { title, status, help } = problems[code];
  const { means, causes, todo } = problemGuide[code];
  const example = JSON.stringify(exampleProblem(code, '/cases/{id}/decisions'), null, 2);
  return page(
    `${title} (${code}) - Ketenpad`,
    html`<nav aria-label="Kruimelpad">
        <a href="/docs">API van Ketenpad</a> &rsaquo; <a href="/problems">Foutcodes</a>
      </nav>
      <main>
        <h1>${title}</h1>
        <p>Code: <code>${code}</code>. HTTP-status: ${status}.</p>
        <p>${means}</p>
        <h2>Hoe komt dit?</h2>
        <ul>
          ${causes.map((cause) => html`<li>${cause}</li>`)}
        </ul>
        <h2>Wat kunt u doen?</h2>
        <p>${prose(help)}</p>
        <ol>
          ${todo.map((step) => html`<li>${prose(step)}</li>`)}
        </ol>
        <h2>Voorbeeld</h2>
        <pre tabindex="0"><code>${example}</code></pre>
      </main>`,
  );
}

/** All codes, by their status. */
export function indexOfProblems(): string {
  const codes = (Object.keys(problems) as ProblemCode[]).toSorted((a, b) => problems[a].status - problems[b].status);
  return page(
    'Foutcodes - Ketenpad',
    html`<nav aria-label="Kruimelpad"><a href="/docs">API van Ketenpad</a></nav>
      <main>
        <h1>Foutcodes</h1>
        <table>
          <thead>
            <tr>
              <th scope="col">Status</th>
              <th scope="col">Code</th>
              <th scope="col">Betekenis</th>
            </tr>
          </thead>
          <tbody>
            ${codes.map(
              (code) =>
                html`<tr>
                  <td>${problems[code].status}</td>
                  <td>
                    <a href="/problems/${code}"><code>${code}</code></a>
                  </td>
                  <td>${problemGuide[code].means}</td>
                </tr> `,
            )}
          </tbody>
        </table>
      </main>`,
  );
}
