import { z } from 'zod';
import { Refusal } from '../cases/case-error.ts';

/** Every problem of the API: one table for the answer, the page and the documentation (contract 2). */
export const problems = {
  malformed: { status: 400, title: 'Het verzoek is onleesbaar', help: 'Stuur geldige JSON in UTF-8.' },
  unauthenticated: {
    status: 401,
    title: 'U bent niet ingelogd',
    help: 'Log opnieuw in en stuur een geldig toegangstoken mee.',
  },
  forbidden: { status: 403, title: 'U mag dit niet doen', help: 'Kijk bij allowed wat u wel kunt doen.' },
  'not-found': { status: 404, title: 'Niet gevonden', help: 'Het bestaat niet, of u mag het niet zien.' },
  'method-not-allowed': {
    status: 405,
    title: 'Dit adres kent deze methode niet',
    help: 'Kijk in de header Allow welke methode kan.',
  },
  'too-large': { status: 413, title: 'Het verzoek is te groot', help: 'Stuur ten hoogste 256 KiB.' },
  'unsupported-media-type': { status: 415, title: 'Dit soort inhoud kan niet', help: 'Stuur application/json.' },
  'rate-limited': { status: 429, title: 'Te veel verzoeken', help: 'Wacht het aantal seconden van Retry-After.' },
  'already-referred': { status: 409, title: 'Deze inwoner is al verwezen', help: 'Volg het lopende traject.' },
  'not-allowed-now': { status: 409, title: 'Dit kan nu niet', help: 'Kijk bij allowed wat nu wel kan.' },
  ended: {
    status: 409,
    title: 'Dit traject is beëindigd',
    help: 'Begin zo nodig een nieuw traject met een verwijzing.',
  },
  stale: { status: 412, title: 'Het traject is intussen veranderd', help: 'Haal het opnieuw op en probeer het dan.' },
  'precondition-required': {
    status: 428,
    title: 'Zeg van welke versie u uitgaat',
    help: 'Stuur If-Match mee met de ETag.',
  },
  'invalid-input': {
    status: 422,
    title: 'Niet alles is goed ingevuld',
    help: 'Kijk bij errors welk veld niet goed is.',
  },
  'not-in-target-group': {
    status: 422,
    title: 'Deze inwoner past niet in deze keten',
    help: 'Kijk bij allowed waar de inwoner wel terecht kan.',
  },
  'consent-missing': {
    status: 422,
    title: 'Er is geen toestemming',
    help: 'Vraag de inwoner om toestemming en leg haar vast.',
  },
  'reason-required': {
    status: 422,
    title: 'Geef een reden',
    help: 'U wijkt af van het voorstel. Kies een reden uit allowed.',
  },
  'idempotency-mismatch': {
    status: 422,
    title: 'Deze sleutel is al gebruikt',
    help: 'Gebruik een nieuwe Idempotency-Key voor een ander verzoek.',
  },
  unavailable: {
    status: 503,
    title: 'Het systeem is even niet bereikbaar',
    help: 'Probeer het opnieuw met dezelfde Idempotency-Key. Wat is vastgelegd, gaat niet verloren.',
  },
  internal: {
    status: 500,
    title: 'Er ging iets mis',
    help: 'Probeer het later opnieuw. Noem het requestId als u het meldt.',
  },
} as const;

export type ProblemCode = keyof typeof problems;

export interface ProblemMore {
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  readonly allowed?: readonly unknown[];
  readonly case?: string;
  readonly proposed?: string;
}

/** A request that ends in a problem. The detail is Dutch and names no person. */
export class Problem extends Refusal {
  readonly code: ProblemCode;
  readonly more: ProblemMore;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ProblemCode,
    detail: string,
    more: ProblemMore = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
    this.name = 'Problem';
    this.code = code;
    this.more = more;
    this.headers = headers;
  }
}

/** The document of RFC 9457. */
export function problemBody(
  { code, detail, more }: { readonly code: ProblemCode; readonly detail: string; readonly more: ProblemMore },
  instance: string,
  requestId: string,
): object {
  const { status, title } = problems[code];
  const { errors, allowed, case: caseId, proposed } = more;
  return {
    type: `/problems/${code}`,
    title,
    status,
    code,
    detail,
    instance,
    requestId,
    ...(errors === undefined ? {} : { errors }),
    ...(allowed === undefined ? {} : { allowed }),
    ...(caseId === undefined ? {} : { case: caseId }),
    ...(proposed === undefined ? {} : { proposed }),
  };
}

export function problemResponse(problem: Problem, instance: string, requestId: string): Response {
  const { code, message: detail, more } = problem;
  return new Response(JSON.stringify(problemBody({ code, detail, more }, instance, requestId)), {
    status: problems[code].status,
    headers: { 'content-type': 'application/problem+json', 'x-request-id': requestId, ...problem.headers },
  });
}

const codes = Object.keys(problems) as [ProblemCode, ...ProblemCode[]];

export const problemSchema = z
  .object({
    type: z.string().describe('Het adres van een pagina met uitleg.'),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(codes).describe('De foutcode: daar kunt u op programmeren.'),
    detail: z.string().describe('Uitleg voor de gebruiker, zonder gegevens van een inwoner.'),
    instance: z.string(),
    requestId: z.string(),
    errors: z
      .array(z.object({ pointer: z.string(), detail: z.string() }))
      .optional()
      .describe('De velden die niet kloppen.'),
    allowed: z
      .array(z.union([z.string(), z.record(z.string(), z.unknown())]))
      .optional()
      .describe('Wat in plaats daarvan kan: handelingen, uitkomsten of redenen.'),
    case: z.string().optional().describe('Het traject dat er al is.'),
    proposed: z.string().optional().describe('Wat de regel voorstelt.'),
  })
  .describe('Een fout, zoals RFC 9457 haar beschrijft.');
