import type { AnyChain, PlainTarget, Step, Target } from './define.ts';
import {
  cell,
  durationInWords,
  rangeInWords,
  roleInWords,
  stepInWords,
  targetInWords,
  valueOfTerm,
} from './in-words.ts';

/** Where the card is for. */
export interface Place {
  /** The name as people write it: 'Hof van Twente'. */
  readonly municipality: string;
  /** What was set here: switches by name, terms as '<step>.within'; what is absent is as the chain has it. */
  readonly knobs?: Readonly<Record<string, string>>;
}

/** What a care professional needs to know of a chain in one municipality: one page of Markdown, Dutch at B1 level. */
export function praktijkkaartOf(chain: AnyChain, place: Place): string {
  const sections = [
    [`# Praktijkkaart ${chain.label}: gemeente ${place.municipality}`, versionOf(chain)],
    ['## Waarvoor is deze keten?', chain.purpose ?? `${chain.label}: een keten van zorg en ondersteuning.`],
    ['## Wie verwijst, en hoe begint u?', ...entriesOf(chain)],
    ['## Wie doet wat?', ...tableOf(chain, place)],
    ['## Wat gebeurt er als een termijn afloopt?', ...LADDER],
    ['## Wat hoort de verwijzer terug?', ...feedbackOf(chain)],
    ['## Welke termijnen zijn voorlopig?', ...termsOf(chain, place)],
    ['## Hoe is het hier ingericht?', ...settingsOf(chain, place)],
  ];
  return `${sections.map(([heading, ...lines]) => `${heading}\n\n${lines.join('\n')}\n`).join('\n')}`;
}

/** The ladder of the engine, in words. */
const LADDER = [
  '1. Als driekwart van de termijn voorbij is, krijgt wie aan zet is een herinnering.',
  '2. Is de termijn voorbij? Dan staat de stap op de werklijst als te laat.',
  '3. Is de stap 5 werkdagen later nog niet klaar? Dan ziet de ketencoördinator de stap op een lijst, zonder naam van de inwoner. Daarna komt de stap elke 20 werkdagen terug.',
  '',
  'Een traject stopt nooit vanzelf omdat een termijn voorbij is.',
];

function versionOf({ version, published }: AnyChain): string {
  return `Versie ${version}.${published ? '' : ' Deze versie is nog niet vastgesteld en kan dus nog veranderen.'}`;
}

function entriesOf(chain: AnyChain): string[] {
  const quoted = (step: string): string => `“${stepInWords(chain, step)}”`;
  const alike = new Map<string, string[]>();
  for (const [role, steps] of Object.entries(chain.entries)) {
    const begin = steps.map(quoted).join(', of met ');
    if (begin !== '') alike.set(begin, [...(alike.get(begin) ?? []), roleInWords(chain, role)]);
  }
  const needed = chain.afterConsent.map(quoted).join(', ');
  return [
    `Kies de keten ${chain.label}, vul de gegevens van de inwoner in en kies de stap waar u begint.`,
    '',
    ...[...alike].map(([begin, roles]) => `- **${roles.join(', ')}**: begin met ${begin}.`),
    '',
    `Begint u bij een stap die een ander doet? Vraag de inwoner dan eerst om toestemming en leg die vast.${needed === '' ? '' : ` Toestemming is altijd nodig voor: ${needed}.`}`,
  ];
}

function tableOf(chain: AnyChain, place: Place): string[] {
  const rows = Object.entries(chain.steps).map(([id, step]) => {
    const next = Object.values(step.outcomes).map(
      ({ label, to }) => `${cell(label)} → ${cell(targetInWords(chain, targetHere(chain, to, place)))}`,
    );
    const what = step.kind === 'wait' ? `${step.label} (wachten op ${step.waitsFor})` : step.label;
    const cells = [cell(roleInWords(chain, step.by)), cell(what), cell(termHere(id, step, place)), next.join('<br>')];
    return `| ${cells.join(' | ')} |`;
  });
  return ['| Wie | Wat | Binnen | Wat dan |', '| --- | --- | --- | --- |', ...rows];
}

function feedbackOf(chain: AnyChain): string[] {
  const told = Object.entries(chain.milestones).map(([milestone, { full }]) => {
    const after = Object.values(chain.steps).flatMap(({ label: step, outcomes }) => {
      const labels = Object.values(outcomes).flatMap(({ inform, label }) => (inform === milestone ? [label] : []));
      return labels.length === 0 ? [] : [`“${step}” (${labels.join('; ')})`];
    });
    return after.length === 0 ? `- ${full}` : `- Na ${after.join(' of ')}: ${full}`;
  });
  if (told.length === 0) return ['Deze keten heeft geen vaste momenten van terugkoppeling.'];
  return [
    ...told,
    '',
    'Wil de inwoner niet dat de verwijzer de inhoud hoort? Dan krijgt de verwijzer alleen een algemeen bericht zonder uitslag.',
  ];
}

function termsOf(chain: AnyChain, place: Place): string[] {
  const terms = Object.entries(chain.steps).map(([id, step]) => {
    const { source } = valueOfTerm(step.within);
    const here = setHere(`${id}.within`, place) !== undefined;
    const origin = here ? ['hier vastgesteld'] : source === null ? [] : [`bron: ${source}`];
    const bounds = 'fixed' in step.within ? [] : [rangeInWords(step.within.min, step.within.max)];
    const more = [...origin, ...bounds];
    const value = durationInWords(valueHere(id, step, place));
    return {
      provisional: !here && source === null,
      text: `${step.label}: ${value}${more.length === 0 ? '' : ` (${more.join('; ')})`}`,
    };
  });
  const listed = (title: string, provisional: boolean): string[] => {
    const texts = terms.filter((term) => term.provisional === provisional).map(({ text }) => text);
    return texts.length === 0 ? [] : [`- **${title}** ${texts.join(' · ')}.`];
  };
  return [
    'Tussen haakjes staat welke termijnen een gemeente mag kiezen.',
    '',
    ...listed('Voorlopig, want een aanname die nog bevestigd moet worden:', true),
    ...listed('Uit een bron of hier vastgesteld:', false),
  ];
}

function settingsOf(chain: AnyChain, place: Place): string[] {
  const lines = Object.entries(chain.knobs).map(([name, { label, default: value }]) => {
    const here = setHere(name, place);
    const whose = here === undefined ? 'zo staat het in de keten' : `zo heeft ${place.municipality} het gekozen`;
    return `- ${label} **${(here ?? value).replaceAll('-', ' ')}** (\`${name}\`, ${whose}).`;
  });
  return lines.length === 0 ? ['In deze keten valt per gemeente niets te kiezen.'] : lines;
}

/** The target that holds in this place. */
function targetHere(chain: AnyChain, target: Target, place: Place): PlainTarget<string, string> {
  if (typeof target === 'string' || !('byKnob' in target)) return target;
  const value = setHere(target.byKnob, place) ?? chain.knobs[target.byKnob]?.default ?? '';
  const chosen = Object.hasOwn(target.cases, value) ? target.cases[value] : undefined;
  if (chosen === undefined) throw new Error(`knob ${target.byKnob} has no target for ${value}`);
  return chosen;
}

function termHere(id: string, step: Step, place: Place): string {
  const words = durationInWords(valueHere(id, step, place));
  const { source } = valueOfTerm(step.within);
  if (setHere(`${id}.within`, place) !== undefined) return words;
  return source === null ? `${words} (voorlopig)` : words;
}

function valueHere(id: string, step: Step, place: Place): string {
  return setHere(`${id}.within`, place) ?? valueOfTerm(step.within).value;
}

function setHere(knob: string, { knobs = {} }: Place): string | undefined {
  return Object.hasOwn(knobs, knob) ? knobs[knob] : undefined;
}
