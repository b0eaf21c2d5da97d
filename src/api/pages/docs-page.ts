import { introduction } from '../introduction.ts';
import type { OpenApiDocument, Operation, Responded } from '../openapi/document.ts';
import { html, type Markup, page, prose } from './html.ts';
import { schemaInWords } from './schema-in-words.ts';

interface Route {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** The API to read: an introduction for who builds on it, every route, and every named schema. */
export function docsPage({ info, tags, paths, components }: OpenApiDocument): string {
  const routes = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]): Route => ({ method: method.toUpperCase(), path, operation })),
  );
  const parts = tags.map(({ name, description }) => ({
    name,
    description,
    routes: routes.filter(({ operation }) => operation.tags.includes(name)),
  }));
  return page(
    `De API van ${info.title}`,
    html`<header>
        <h1>De API van ${info.title}</h1>
        <p>
          ${info.summary} Versie ${info.version}. Voor programma's: <a href="/openapi.json">openapi.json</a>. Alle
          <a href="/problems">foutcodes</a>.
        </p>
      </header>
      <nav aria-label="Inhoud">
        <ul>
          ${parts.map(
            ({ name, routes: own }) =>
              html`<li>
                ${name}
                <ul>
                  ${own.map(entryOf)}
                </ul>
              </li>`,
          )}
        </ul>
      </nav>
      <main>
        ${introduction.map(
          ({ title, text }) =>
            html`<section>
              <h2>${title}</h2>
              ${text.map((each) => html`<p>${prose(each)}</p>`)}
            </section> `,
        )}
        ${parts.map(
          (part) =>
            html`<section>
              <h2>${part.name}</h2>
              <p>${part.description}</p>
              ${part.routes.map(sectionOf)}
            </section> `,
        )}
        <section>
          <h2>Schema's</h2>
          ${Object.entries(components.schemas).map(
            ([name, schema]) =>
              html`<section>
                <h3 id="schema-${name}">${name}</h3>
                ${described(schema['description'])}
                <pre tabindex="0">${schemaInWords(schema)}</pre>
              </section> `,
          )}
        </section>
      </main>`,
  );
}

function entryOf({ method, path, operation }: Route): Markup {
  return html`<li>
    <a href="#${operation.operationId}"><code>${method} ${path}</code></a> ${operation.summary}
  </li> `;
}

function sectionOf({ method, path, operation }: Route): Markup {
  const { operationId, summary, description, security, parameters, requestBody, responses } = operation;
  const body = requestBody?.content['application/json'];
  return html`<section>
    <h3 id="${operationId}"><code>${method} ${path}</code></h3>
    <p>${summary}.${security?.length === 0 ? ' Zonder inloggen.' : ''}</p>
    ${described(description)}
    ${
      parameters.length === 0
        ? ''
        : html`<table>
            <thead>
              <tr>
                <th scope="col">Parameter</th>
                <th scope="col">Waar</th>
                <th scope="col">Soort</th>
                <th scope="col">Uitleg</th>
              </tr>
            </thead>
            <tbody>
              ${parameters.map(
                ({ name, in: where, required, schema, description: means = '' }) =>
                  html`<tr>
                    <td><code>${name}</code>${required ? ' (verplicht)' : ''}</td>
                    <td>${PLACES[where]}</td>
                    <td>${schemaInWords(schema)}</td>
                    <td>${prose(means)}</td>
                  </tr> `,
              )}
            </tbody>
          </table>`
    }
    ${
      body === undefined
        ? ''
        : html`<h4>Wat u stuurt</h4>
            <pre tabindex="0">${schemaInWords(body.schema)}</pre>
            ${exampleOf(body.example)}`
    }
    <h4>Wat u krijgt</h4>
    ${Object.entries(responses).map(([status, response]) => answerOf(status, response))}
  </section> `;
}

const PLACES = { path: 'adres', query: 'vraag', header: 'header' };

function answerOf(status: string, { description, content }: Responded): Markup {
  const [[type, media] = []] = Object.entries(content);
  if (media === undefined || type === 'application/problem+json') {
    const codes = description.split(', ');
    return html`<p>${status}: ${codes.map((code) => html`<a href="/problems/${code}"><code>${code}</code></a> `)}</p> `;
  }
  return html`<p>${status}: ${description}</p>
    <pre tabindex="0">${schemaInWords(media.schema)}</pre>
    ${exampleOf(media.example)}`;
}

function exampleOf(example: unknown): Markup {
  if (example === undefined) return html``;
  const text = typeof example === 'string' ? example : JSON.stringify(example, null, 2);
  return html`<details>
    <summary>Voorbeeld</summary>
    <pre tabindex="0"><code>${text}</code></pre>
  </details> `;
}

function described(text: unknown): Markup {
  return typeof text === 'string' ? html`<p>${prose(text)}</p>` : html``;
}
