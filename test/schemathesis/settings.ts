import { fileURLToPath } from 'node:url';

/** Checks that do not hold here, each with its reason. */
const leftOut: Readonly<Record<string, string>> = {
  positive_data_acceptance:
    'what fits the schema can still be refused: a BSN has a check digit, a municipality must exist, a step must be open',
  missing_required_header:
    'the tool sends the token also where it means to leave it out; ignored_auth is about that, test/api/patch.test.ts about If-Match',
};

/** What is known of the system under test: a case and a group that the calls can be about. */
export interface Known {
  readonly case: string;
  readonly question: string;
  readonly group: string;
  readonly offer: string;
}

/** The settings of the tool: its calls are about something that exists. */
export function settingsFor(known: Known): string {
  const about: readonly (readonly [path: string, parameters: Readonly<Record<string, string>>])[] = [
    ['^/cases/', { id: known.case, q: known.question }],
    ['^/groups/\\\\{', { id: known.group }],
    ['^/offers/', { id: known.offer }],
    ['^/chains/', { id: 'valpreventie' }],
  ];
  const operations = about.map(([path, parameters]) => {
    const given = Object.entries(parameters).map(([name, value]) => `"path.${name}" = "${value}"`);
    return `[[operations]]\ninclude-path-regex = "${path}"\nparameters = { ${given.join(', ')} }\n`;
  });
  return `hooks = ${JSON.stringify(fileURLToPath(new URL('fresh_keys.py', import.meta.url)))}

[checks]
${Object.keys(leftOut)
  .map((check) => `${check}.enabled = false`)
  .join('\n')}
# Who may not see something is told so before the form is looked at; a wrong moment goes before a wrong reason.
negative_data_rejection.expected-statuses = ["4xx"]

${operations.join('\n')}`;
}
