import { exampleCase, exampleStep } from './schemas/party.ts';
import { type ProblemCode, type ProblemMore, problemBody } from './problem.ts';

/** What a problem means for who meets it, in Dutch. */
interface Guide {
  readonly means: string;
  readonly causes: readonly string[];
  readonly todo: readonly string[];
  readonly example: { readonly detail: string; readonly more?: ProblemMore };
}

/** The page of every problem code: what it means, how it comes about and what to do. */
export const problemGuide: Readonly<Record<ProblemCode, Guide>> = {
  malformed: {
    means: 'De inhoud van het verzoek is geen geldige JSON. Er is niets vastgelegd.',
    causes: ['Een komma of haakje te veel of te weinig.', 'De tekst is niet in UTF-8.', 'De inhoud is leeg.'],
    todo: ['Controleer de inhoud met een JSON-controle.', 'Stuur het verzoek daarna opnieuw.'],
    example: { detail: 'De inhoud is geen geldige JSON.' },
  },
  unauthenticated: {
    means: 'Wij weten niet wie u bent. Er is niets getoond en niets vastgelegd.',
    causes: [
      'Er is geen token meegestuurd.',
      'Het token is verlopen: het is een uur geldig.',
      'Het token is voor een ander systeem, of van een andere identiteitsprovider.',
    ],
    todo: ['Vraag een nieuw token en stuur het mee als Authorization: Bearer.'],
    example: { detail: 'Het toegangstoken is verlopen.' },
  },
  forbidden: {
    means: 'U mag dit zien, maar niet doen.',
    causes: ['De stap is van een andere rol of een andere organisatie.', 'Uw rol mag deze handeling niet doen.'],
    todo: ['Kijk bij allowed wat u wel kunt doen.', 'Vraag wie de stap heeft om het te doen.'],
    example: { detail: 'Dit is niet aan u.', more: { allowed: [] } },
  },
  'not-found': {
    means: 'Het bestaat niet, of u mag het niet zien. Wij zeggen niet welk van de twee.',
    causes: ['Een tikfout in het adres.', 'Uw organisatie heeft geen deel in dit traject.'],
    todo: ['Controleer het adres.', 'Kijk in uw eigen lijsten welke trajecten u kunt openen.'],
    example: { detail: 'Dit traject bestaat niet.' },
  },
  'method-not-allowed': {
    means: 'Het adres bestaat, maar kent deze methode niet.',
    causes: ['Er is bijvoorbeeld PUT gestuurd waar alleen GET kan.'],
    todo: ['Kijk in de header Allow welke methode kan.'],
    example: { detail: 'Dit adres kent deze methode niet.' },
  },
  'too-large': {
    means: 'Het verzoek is groter dan 256 KiB. Er is niets vastgelegd.',
    causes: ['Er is een bestand of een heel lange tekst meegestuurd.'],
    todo: ['Maak de tekst korter. Bestanden kunt u hier niet sturen.'],
    example: { detail: 'Stuur ten hoogste 256 KiB.' },
  },
  'unsupported-media-type': {
    means: 'De inhoud is van een soort die wij niet lezen. Er is niets vastgelegd.',
    causes: ['De header Content-Type ontbreekt, of is geen application/json.'],
    todo: ['Stuur Content-Type: application/json mee.'],
    example: { detail: 'Stuur de inhoud als application/json.' },
  },
  'rate-limited': {
    means: 'U stuurt meer verzoeken dan er kunnen in korte tijd. Er is niets vastgelegd.',
    causes: ['Een programma vraagt steeds hetzelfde.', 'Veel gebruikers werken onder één login van een systeem.'],
    todo: ['Wacht het aantal seconden van Retry-After.', 'Vraag alleen wat veranderde, met changedSince.'],
    example: { detail: 'U stuurt te veel verzoeken. Wacht even.' },
  },
  'already-referred': {
    means: 'Deze inwoner heeft al een traject in deze keten. Er is geen tweede gemaakt.',
    causes: ['U of een ander verwees deze inwoner eerder.', 'Het formulier is twee keer verstuurd.'],
    todo: ['Open het traject dat bij case staat. Staat daar niets, dan is het traject van een andere praktijk.'],
    example: { detail: 'Deze inwoner heeft al een traject in deze keten.', more: { case: exampleCase } },
  },
  'not-allowed-now': {
    means: 'Dit kan op een ander moment misschien wel, maar nu niet. Er is niets veranderd.',
    causes: [
      'Iemand anders nam deze beslissing net voor u.',
      'De stap is nog niet open, of is al gedaan.',
      'Het traject is gepauzeerd.',
    ],
    todo: ['Haal het traject opnieuw op.', 'Kies iets uit allowed: dat kan nu wel.'],
    example: {
      detail: 'Deze stap staat niet meer open.',
      more: {
        allowed: [{ action: 'pause', label: 'Pauzeer het traject', reasons: [], allowed: true }],
      },
    },
  },
  ended: {
    means: 'Het traject is klaar of gestopt. Er kan niets meer bij.',
    causes: ['Het traject is afgerond.', 'De inwoner of een professional stopte het.'],
    todo: ['Begin zo nodig een nieuw traject met een verwijzing.'],
    example: { detail: 'Dit traject is beëindigd.', more: { allowed: [] } },
  },
  stale: {
    means: 'Er is iets veranderd sinds u het traject ophaalde. Uw verzoek is niet uitgevoerd.',
    causes: ['Een ander, of het systeem zelf, ging verder met het traject.'],
    todo: ['Haal het traject opnieuw op.', 'Kijk of uw verzoek nog klopt en stuur het met de nieuwe ETag.'],
    example: { detail: 'Het traject is intussen veranderd.' },
  },
  'precondition-required': {
    means: 'Wie gegevens vervangt, zegt van welke versie hij uitgaat. Dat ontbreekt. Er is niets veranderd.',
    causes: ['De header If-Match ontbreekt, of is een sterretje.'],
    todo: ['Haal de gegevens op.', 'Stuur de ETag van dat antwoord mee als If-Match.'],
    example: {
      detail: 'Zeg met If-Match van welke versie u uitgaat.',
      more: { errors: [{ pointer: '/headers/if-match', detail: 'Stuur de ETag terug zoals u haar kreeg.' }] },
    },
  },
  'invalid-input': {
    means: 'Een of meer velden kloppen niet. Er is niets vastgelegd.',
    causes: [
      'Een verplicht veld ontbreekt.',
      'Een waarde bestaat niet, zoals 31 februari.',
      'Er staat een veld in dat wij niet kennen, vaak door een tikfout.',
    ],
    todo: ['Kijk bij errors: pointer wijst het veld aan, detail zegt wat eraan schort.'],
    example: {
      detail: 'Niet alle gegevens van de verwijzing kloppen.',
      more: { errors: [{ pointer: '/resident/birthDate', detail: 'Vul een datum in als JJJJ-MM-DD.' }] },
    },
  },
  'not-in-target-group': {
    means: 'De keten is niet voor deze inwoner bedoeld. Er is geen traject gemaakt.',
    causes: ['De inwoner is te jong of te oud voor de keten.', 'De inwoner woont niet in een gemeente die meedoet.'],
    todo: ['Kijk bij allowed waar de inwoner wel terecht kan.'],
    example: {
      detail: 'Deze inwoner past niet in deze keten.',
      more: {
        errors: [{ pointer: '/resident/birthDate', detail: 'Voor inwoners vanaf 65 jaar.' }],
        allowed: [{ instead: 'Bespreek met de inwoner welk beweegaanbod er in de buurt is.' }],
      },
    },
  },
  'consent-missing': {
    means: 'Deze stap rust op toestemming van de inwoner, en die is er niet. Er is niets vastgelegd.',
    causes: ['De toestemming is niet gevraagd, geweigerd of ingetrokken.'],
    todo: ['Bespreek het met de inwoner.', 'Leg de toestemming vast en stuur het verzoek opnieuw.'],
    example: { detail: 'Hiervoor is toestemming van de inwoner nodig.' },
  },
  'reason-required': {
    means: 'Bij deze keuze hoort een reden. Er is niets vastgelegd.',
    causes: [
      'U wijkt af van wat de regel voorstelt: dat staat bij proposed.',
      'De uitkomst stopt iets of wijst het af.',
    ],
    todo: ['Kies een reden uit allowed en stuur haar mee bij reason.'],
    example: {
      detail: 'U wijkt af van het voorstel. Geef een reden.',
      more: {
        proposed: 'hoog',
        allowed: [{ code: 'klinische-blik', label: 'De professional schat het anders in' }],
      },
    },
  },
  'idempotency-mismatch': {
    means: 'Deze Idempotency-Key hoort bij een ander verzoek. Er is niets nieuws vastgelegd.',
    causes: ['Dezelfde sleutel is gebruikt met een andere inhoud.'],
    todo: [
      'Gebruik voor elk nieuw verzoek een nieuwe sleutel.',
      'Herhaalt u een verzoek, stuur dan precies hetzelfde.',
    ],
    example: { detail: 'Deze sleutel is al gebruikt voor een ander verzoek.' },
  },
  unavailable: {
    means: 'Een onderdeel van het systeem reageert even niet.',
    causes: ['Er is onderhoud of een storing.'],
    todo: [
      'Wacht het aantal seconden van Retry-After.',
      'Stuur het verzoek opnieuw met dezelfde Idempotency-Key. Wat al was vastgelegd, gaat niet verloren en gebeurt niet dubbel.',
    ],
    example: { detail: 'Een onderdeel reageert nu niet. Wat al is vastgelegd, gaat niet verloren.' },
  },
  internal: {
    means: 'Er zit een fout in ons systeem. U kunt er niets aan doen.',
    causes: ['Iets wat wij niet hebben voorzien.'],
    todo: [
      'Probeer het later opnieuw, met dezelfde Idempotency-Key.',
      'Meld het, met het requestId. Noem geen inwoner.',
    ],
    example: { detail: 'Er ging iets mis aan onze kant.' },
  },
};

const REQUEST_ID = '5b8f9a0e-7c1d-4f5e-9a3b-2d6c8e4f1a70';

/** A whole example of a problem, as a route would answer it. */
export function exampleProblem(code: ProblemCode, path: string): object {
  const { detail, more = {} } = problemGuide[code].example;
  return problemBody({ code, detail, more }, path.replace('{id}', exampleCase).replace('{q}', exampleStep), REQUEST_ID);
}
