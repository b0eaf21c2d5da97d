import { type AnyChain, DEFAULT_PHASE, PHASE } from './define.ts';
import { durationInWords, stepInWords } from './in-words.ts';
import { type Knob, knobsOf } from './knobs.ts';
import type { Place } from './praktijkkaart-steps.ts';

/** 'gemeente Dinkelland', or 'gemeente Dinkelland, kern Weerselo'. */
export function placeInWords({ municipality, kern }: Place): string {
  const named = (kern ?? '').replaceAll(
    /(^|-)(\p{Ll})/gu,
    (_whole, dash: string, letter: string) => `${dash === '' ? '' : ' '}${letter.toUpperCase()}`,
  );
  return `gemeente ${municipality}${kern === undefined ? '' : `, kern ${named}`}`;
}

/** How far the chain is here. */
export function phaseInWords(place: Place): string {
  const phase = setHere(place, PHASE) ?? DEFAULT_PHASE;
  return phase === 'geen'
    ? 'Hier is voor deze keten geen eigen opdracht; verwijzen kan wel.'
    : `De keten is hier in de fase **${phase}**.`;
}

/** What may be chosen and how it stands here: every switch, and what else was set. */
export function settingsOf(chain: AnyChain, place: Place): string[] {
  const lines = knobsOf(chain).flatMap((knob) => lineOf(chain, place, knob));
  return lines.length === 0 ? ['Hier is niets anders dan in de keten staat.'] : lines;
}

function lineOf(chain: AnyChain, place: Place, knob: Knob): string[] {
  const here = setHere(place, knob.name);
  const name = `\`${knob.name}\``;
  if (knob.kind === 'switch') return [switchInWords(chain, place, knob)];
  if (here === undefined || here === knob.default) return [];
  switch (knob.kind) {
    case 'phase':
      return [];
    case 'label':
      return [`- ${knob.label} heet hier **${here}** (${name}).`];
    case 'presence':
      return [
        `- ${knob.label}: deze stap **ontbreekt hier** (${name}). Het traject gaat verder bij “${stepInWords(chain, knob.fallback)}” en telt als ketengat (${knob.gap}).`,
      ];
    case 'length':
      return [`- ${knob.label}: hier **${durationInWords(here)}** (${name}).`];
    case 'number':
      return [`- ${knob.label}: hier **${here}** (${name}).`];
  }
}

function switchInWords(
  chain: AnyChain,
  place: Place,
  { name, label, options, default: value }: Knob & { kind: 'switch' | 'phase' },
): string {
  const here = setHere(place, name);
  if (!options.includes(here ?? value)) throw new Error(`knob ${name} knows no ${here ?? value}`);
  const whose = here === undefined ? 'zo staat het in de keten' : `zo heeft ${place.municipality} het gekozen`;
  const missing = gapsAt(chain, name, here ?? value).map((gap) => ` De gewone route ontbreekt hier: ${gap}.`);
  return `- ${label} **${(here ?? value).replaceAll('-', ' ')}** (\`${name}\`, ${whose}).${missing.join('')}`;
}

function setHere({ knobs = {} }: Place, name: string): string | undefined {
  return Object.hasOwn(knobs, name) ? knobs[name] : undefined;
}

/** What a place lacks, with a switch set so. */
function gapsAt(chain: AnyChain, name: string, value: string): readonly string[] {
  const targets = Object.values(chain.steps).flatMap(({ outcomes }) => Object.values(outcomes).map(({ to }) => to));
  return targets.flatMap((to) => {
    if (typeof to === 'string' || !('byKnob' in to) || to.byKnob !== name) return [];
    const plain = to.cases[value];
    return typeof plain === 'object' && 'gap' in plain ? [plain.gap] : [];
  });
}
