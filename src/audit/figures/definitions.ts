import type { Route } from './items.ts';
import { keyDefinitions } from './key-definitions.ts';

/** What a figure is, in words for people who read no code. A figure that changes gets the next version. */
export interface Definition {
  readonly id: string;
  readonly version: number;
  readonly route: Route;
  readonly label: string;
  readonly text: string;
  readonly unit: 'trajecten' | 'personen' | 'keren' | 'dagen' | 'aandeel' | 'organisaties';
  /** Which moment decides in which period something counts. */
  readonly cohort: string;
  readonly source: string;
}

const BY_START = 'de dag waarop het traject begon';
const BY_END = 'de dag waarop het traject eindigde';
const AT_CLOSE = 'het einde van de periode';
const OWN = 'Ketenpad';

const table: readonly Definition[] = [
  define(
    'flow',
    'instroom',
    'Instroom',
    'Alle trajecten die begonnen.',
    'trajecten',
    BY_START,
    'Jaarplan 2026 Twentse Koers; aanname',
  ),
  define(
    'flow',
    'herinstroom',
    'Herinstroom',
    'Het deel van de instroom van mensen die in de 12 maanden ervoor al in deze keten waren.',
    'trajecten',
    BY_START,
    'Jaarplan 2026 Twentse Koers; aanname',
  ),
  define('flow', 'uitstroom', 'Uitstroom', 'Alle trajecten die eindigden, hoe dan ook.', 'trajecten', BY_END, OWN),
  define('flow', 'open', 'Lopend', 'Trajecten die nog liepen.', 'trajecten', AT_CLOSE, OWN),
  define(
    'durations',
    'doorlooptijd',
    'Doorlooptijd',
    'Hele dagen van het begin tot een einde dat bij de keten hoort. Wat nog loopt telt mee zolang het loopt. Wie eerder stopt, verhuist of overlijdt, telt als een ander einde.',
    'dagen',
    BY_START,
    'Aalen & Johansen 1978',
  ),
  define(
    'durations',
    'doorlooptijd-netto',
    'Doorlooptijd zonder pauzes',
    'Als de doorlooptijd, zonder de tijd waarin het traject stil stond.',
    'dagen',
    BY_START,
    'Aalen & Johansen 1978',
  ),
  define(
    'durations',
    'geeindigd-binnen',
    'Klaar binnen zo veel dagen',
    'Welk deel was klaar binnen 7, 14, 30, 60, 90, 180 en 365 dagen.',
    'aandeel',
    BY_START,
    'Aalen & Johansen 1978; Marubini & Valsecchi 1995',
  ),
  define(
    'bottlenecks',
    'wachtend',
    'Staat open',
    'Hoe vaak deze stap open stond, en hoeveel daarvan al over de termijn waren.',
    'keren',
    AT_CLOSE,
    OWN,
  ),
  define(
    'bottlenecks',
    'leeftijd',
    'Hoe lang al open, hoe lang al stil',
    'Van wat open stond: dagen sinds de stap open ging, en dagen sinds er iets gebeurde in het traject. Dit is geen wachttijd.',
    'dagen',
    AT_CLOSE,
    OWN,
  ),
  define(
    'bottlenecks',
    'binnen-termijn',
    'Binnen de termijn',
    'Van alle keren dat de stap klaar moest zijn: het deel dat op tijd klaar was. Wat te laat is en nog open staat, telt als niet op tijd.',
    'aandeel',
    'de laatste dag van de termijn',
    'Wilson 1927',
  ),
  define(
    'bottlenecks',
    'verlies',
    'Dagen over de termijn',
    'Gemiddeld aantal dagen na de termijn, over alle keren dat de stap klaar moest zijn. Van wat nog open staat: tot nu toe.',
    'dagen',
    'de laatste dag van de termijn',
    OWN,
  ),
  define(
    'bottlenecks',
    'wachten-en-werken',
    'Wachten en werken',
    'Dagen van open gaan tot iemand de stap oppakt, en van oppakken tot klaar.',
    'dagen',
    'de dag waarop de stap open ging',
    'Aalen & Johansen 1978',
  ),
  define(
    'bottlenecks',
    'opnieuw',
    'Opnieuw',
    'Hoe vaak de stap in hetzelfde traject nog een keer open ging.',
    'keren',
    'de dag waarop de stap open ging',
    OWN,
  ),
  define(
    'handoffs',
    'overdrachten',
    'Overdrachten',
    'Hoe vaak iets werd aangeboden, en of het werd aangenomen, geweigerd of te laat beantwoord. Warm is: samen contact gehad met de inwoner.',
    'keren',
    'de dag van het aanbod',
    OWN,
  ),
  define(
    'handoffs',
    'tijd-tot-aannemen',
    'Tijd tot aannemen',
    'Dagen van het aanbod tot het aannemen. Weigeren, doorsturen en vervallen tellen als een ander einde.',
    'dagen',
    'de dag van het aanbod',
    'Aalen & Johansen 1978',
  ),
  define(
    'outcomes',
    'einde',
    'Hoe trajecten eindigden',
    'Hoe het traject eindigde. Overlijden, verhuizen en andere omstandigheden zijn samen één einde.',
    'trajecten',
    BY_END,
    OWN,
  ),
  define(
    'outcomes',
    'uitval',
    'Waarom mensen stopten',
    'De reden die werd gegeven toen het traject stopte.',
    'trajecten',
    BY_END,
    'aanname',
  ),
  define(
    'outcomes',
    'duurzaam-geholpen',
    'Duurzaam geholpen',
    'Van alle trajecten die begonnen: ja, nee, onbekend, of nog niet te zeggen. Iedereen telt mee. Wat duurzaam is, verschilt per keten.',
    'trajecten',
    BY_START,
    'aanname, per keten',
  ),
  define(
    'links',
    'tussen-ketens',
    'Tussen de ketens',
    'Van welke keten naar welke keten een koppeling is gemaakt. Buiten is: van of naar buiten de ketens.',
    'keren',
    'de dag van de koppeling',
    OWN,
  ),
  define(
    'links',
    'personen',
    'Personen',
    'Hoeveel mensen in de periode een traject begonnen, en in hoeveel ketens. Ieder telt één keer, in de gemeente van het eerste traject.',
    'personen',
    BY_START,
    'Jaarplan 2026 Twentse Koers; aanname',
  ),
  define(
    'links',
    'samenwerking',
    'Samenwerking',
    'Paren van organisaties uit verschillende domeinen, met ten minste 10 inwoners voor wie een overdracht is aangenomen en teruggekoppeld.',
    'organisaties',
    'de dag van het aanbod',
    'Jaarplan 2026 Twentse Koers; aanname',
  ),
  define(
    'conformance',
    'stappen',
    'Volgens de keten',
    'Hoe vaak een stap nodig was, en of hij is gedaan, overgeslagen of elders gedaan. Afgeweken is: een professional koos iets anders dan het voorstel.',
    'keren',
    'de dag waarop de stap open ging',
    OWN,
  ),
  define(
    'conformance',
    'ketengat',
    'Ketengat',
    'Hoe vaak iets in de keten hier ontbrak: een stap, of iemand die hem doet.',
    'keren',
    'de dag waarop het ontbrak',
    OWN,
  ),
  ...keyDefinitions.map(([id, label, text, unit, source]) =>
    define('kerncijfers', id, label, text, unit, BY_START, source),
  ),
];

function define(
  route: Route,
  id: string,
  label: string,
  text: string,
  unit: Definition['unit'],
  cohort: string,
  source: string,
): Definition {
  return { id, version: 1, route, label, text, unit, cohort, source };
}

/** What every figure of a route is. */
export function definitionsOf(route: Route): readonly Definition[] {
  return table.filter((each) => each.route === route);
}

/** @throws when no figure is called so. */
export function definitionNamed(id: string): Definition {
  const found = table.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no figure is called ${id}`);
  return found;
}

export const definitions: readonly Definition[] = table;
