import { problems } from '../problem.ts';
import type { Components } from './components.ts';
import type { Described } from './described.ts';
import type { Parameter } from './document.ts';

const EXAMPLE = '3f0e3c1e-6a53-4f8a-9d2f-0a8d1d1f5a10';
const uuid = { type: 'string', format: 'uuid' };

/** What stands in an address after this word. */
const inPath: Readonly<Record<string, Pick<Parameter, 'schema' | 'description' | 'example'>>> = {
  cases: { schema: uuid, description: 'Het nummer van het traject.', example: EXAMPLE },
  offers: { schema: uuid, description: 'Het nummer van het aanbod.', example: EXAMPLE },
  groups: { schema: uuid, description: 'Het nummer van de groep.', example: EXAMPLE },
  questions: {
    schema: { type: 'string', minLength: 1, maxLength: 200 },
    description: 'De vraag: het id van haar open stap.',
    example: `${EXAMPLE}.vraag.1`,
  },
  chains: {
    schema: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 64 },
    description: 'De naam van de keten.',
    example: 'valpreventie',
  },
  problems: {
    schema: { type: 'string', enum: Object.keys(problems) },
    description: 'De foutcode.',
    example: 'not-allowed-now',
  },
};

/** What a filter means, the same in every list. */
const filters: Readonly<Record<string, string>> = {
  limit: 'Hoeveel er ten hoogste op een bladzijde staan.',
  cursor: 'Waar de vorige bladzijde ophield: de waarde van `next`.',
  status: 'Alleen trajecten met deze status.',
  changedSince: 'Alleen wat sinds dit tijdstip veranderde.',
  chain: 'Alleen deze keten.',
  municipality: 'De gemeente, zoals `hof-van-twente`.',
  kern: 'Het dorp of de wijk binnen de gemeente.',
  step: 'Alleen deze stap van de keten.',
  state: 'Alleen stappen die zo staan.',
  scope: '`mine`: wat u oppakte; `team`: alles van uw organisatie.',
  version: 'Een oudere versie van de keten.',
  role: 'Alleen deze rol.',
  year: 'Een afgesloten jaar, zoals `2025`.',
  quarter: 'Een afgesloten kwartaal, zoals `2026-Q3`.',
  month: 'Een afgesloten maand, zoals `2026-09`; alleen voor de hele regio.',
  week: 'Een afgesloten week, zoals `2026-W37`; alleen voor de hele regio.',
  by: 'Waarin de cijfers worden gesplitst.',
  release: 'Een eerdere publicatie; zonder deze de laatste.',
  format: 'De vorm van het logboek.',
  from: 'Vanaf deze dag of dit tijdstip.',
  until: 'Tot en met deze dag, of tot dit tijdstip.',
};

/** Every parameter of a route: in the address, as a filter, and in the headers. */
export function parametersOf(route: Described, components: Components): readonly Parameter[] {
  return [...pathParameters(route.path), ...queryParameters(route, components), ...headers(route)];
}

function pathParameters(path: string): Parameter[] {
  return [...path.matchAll(/(\w+)\/\{(\w+)\}/g)].map(([, word = '', name = '']) => ({
    name,
    in: 'path',
    required: true,
    ...(inPath[word] ?? { schema: { type: 'string', minLength: 1 } }),
  }));
}

function queryParameters({ query }: Described, components: Components): Parameter[] {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = components.draw(query, 'input');
  return Object.entries(properties).map(([name, schema]) => {
    const description = filters[name];
    return {
      name,
      in: 'query',
      required: required.includes(name),
      schema,
      ...(description === undefined ? {} : { description }),
    };
  });
}

function headers({ method, open, professionalInBody, problems: codes }: Described): Parameter[] {
  const patch = method === 'patch';
  return [
    ...(method === 'get' ? [] : [IDEMPOTENCY_KEY]),
    ...(patch || codes.includes('stale') ? [{ ...IF_MATCH, required: patch }] : []),
    ...(open === true || professionalInBody === true ? [] : [ON_BEHALF_OF]),
  ];
}

const IDEMPOTENCY_KEY: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[!-~]+$' },
  description:
    'Uw eigen nummer voor dit verzoek. Hetzelfde verzoek met dezelfde sleutel krijgt hetzelfde antwoord, ten minste 24 uur.',
  example: '7c0e2f6a-1f64-4c39-8f0e-3a6a3f7f8f11',
};

const IF_MATCH: Parameter = {
  name: 'If-Match',
  in: 'header',
  required: false,
  schema: { type: 'string' },
  description: 'De ETag die u eerder kreeg: is er intussen iets veranderd, dan krijgt u `stale`.',
  example: '"2"',
};

const ON_BEHALF_OF: Parameter = {
  name: 'On-Behalf-Of',
  in: 'header',
  required: false,
  schema: { type: 'string', pattern: '^[0-9]{8}$' },
  description:
    'De AGB-code van de zorgverlener voor wie een systeem werkt. Een systeem dat iets verandert, moet haar noemen.',
  example: '01012345',
};
