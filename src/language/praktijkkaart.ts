import { type AnyChain, calledAt } from './define.ts';
import { listInWords, shortRoleInWords, stepInWords } from './in-words.ts';
import { messagesOf } from './praktijkkaart-messages.ts';
import { phaseInWords, placeInWords, settingsOf } from './praktijkkaart-settings.ts';
import { type Place, stepNumbersOf, stepTablesOf } from './praktijkkaart-steps.ts';

export type { Place };

/** What a care professional needs to know of a chain in one place: one page of Markdown, Dutch at B1 level. */
export function praktijkkaartOf(definition: AnyChain, place: Place): string {
  const chain = calledAt(definition, place.knobs ?? {});
  const sections = [
    [`# Praktijkkaart ${chain.label}: ${placeInWords(place)}`, `${versionOf(chain)} ${phaseInWords(place)}`],
    ['## Waarvoor is deze keten?', chain.purpose ?? `${chain.label}: een keten van zorg en ondersteuning.`],
    ['## Wie verwijst, en hoe begint u?', ...entriesOf(chain)],
    ['## Wie doet wat?', ...LEGEND, ...stepTablesOf(chain, place)],
    ['## Wat gebeurt er als een termijn afloopt?', ...LADDER],
    ['## Wat hoort de verwijzer terug?', ...feedbackOf(chain)],
    ['## Hoe is het hier ingericht?', ...settingsOf(definition, place)],
  ];
  return `${sections.map(([heading, ...lines]) => `${heading}\n\n${lines.join('\n')}\n`).join('\n')}`;
}

const LEGEND = [
  'Het stroomschema laat zien waar elke keuze heen gaat. ✉: dit kan de verwijzer horen. \\*: deze termijn is voorlopig.',
  'Pauze, stoppen, verhuizing, overlijden en een veiligheidssignaal kunt u altijd vastleggen.',
  '',
];

/** The ladder of the engine, in words. */
const LADDER = [
  '1. Als driekwart van de termijn voorbij is, krijgt wie aan zet is een herinnering.',
  '2. Is de termijn voorbij? Dan staat de stap op de werklijst als te laat.',
  '3. Is de stap 5 werkdagen later nog niet klaar? Dan ziet de ketencoördinator de stap, zonder naam van de inwoner. Daarna komt de stap elke 20 werkdagen terug.',
  '',
  'Een traject stopt nooit vanzelf omdat een termijn voorbij is.',
];

function versionOf({ version, published }: AnyChain): string {
  return `Versie ${version}.${published ? '' : ' Deze versie is nog niet vastgesteld en kan dus nog veranderen.'}`;
}

/** One line per step where a referral may start, with who may start there; the role's own beginning in bold. */
function entriesOf(chain: AnyChain): string[] {
  const numbers = stepNumbersOf(chain);
  const lines = Object.keys(chain.steps).flatMap((step) => {
    const roles = Object.entries(chain.entries).flatMap(([role, steps]) => {
      const name = shortRoleInWords(chain, role);
      return steps.includes(step) ? [steps[0] === step ? `**${name}**` : name] : [];
    });
    const number = numbers.get(step) ?? '';
    return roles.length === 0 ? [] : [`Stap ${number}, “${stepInWords(chain, step)}”: ${roles.join(', ')}.`];
  });
  const needed = chain.afterConsent.map((step) => String(numbers.get(step) ?? step));
  return [
    `Kies de keten ${chain.label}, vul de gegevens van de inwoner in en kies waar u begint. **Vet**: zo begint u meestal.`,
    lines.join(' '),
    `Doet een ander de eerste stap? Vraag de inwoner dan eerst om toestemming en leg die vast.${needed.length === 0 ? '' : ` Toestemming is altijd nodig voor stap ${listInWords(needed, 'en')}.`}`,
  ];
}

function feedbackOf(chain: AnyChain): string[] {
  const told = [...messagesOf(chain)].map(([milestone, number]) => {
    const text = chain.milestones[milestone]?.full ?? milestone;
    return `**${number}** ${text}`;
  });
  if (told.length === 0) return ['Deze keten heeft geen vaste momenten van terugkoppeling.'];
  return [
    told.join(' '),
    '',
    'Wil de inwoner niet dat de verwijzer de inhoud hoort? Dan krijgt de verwijzer een algemeen bericht zonder uitslag.',
  ];
}
