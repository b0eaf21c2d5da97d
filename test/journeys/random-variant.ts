import type { KnobValue } from '../../src/engine/messages.ts';
import type { AnyChain } from '../../src/language/define.ts';
import { lengthOfText } from '../../src/language/duration-text.ts';
import { type Choices, type Knob, knobProblems, knobsOf } from '../../src/language/knobs.ts';

const offered = new WeakMap<AnyChain, readonly (readonly [name: string, values: readonly string[]])[]>();

/**
 * The chain as some place may have set it: of each knob another value, mostly. The same number gives the same choices;
 * 0 is the chain as it is.
 */
export function variantOf(chain: AnyChain, number: number): Readonly<Record<string, KnobValue>> {
  const own = Object.entries(chain.knobs).map(
    ([name, { default: value }]) => [name, { value, layer: 'chain' as const }] as const,
  );
  const chosen = Object.entries(choicesOf(chain, number)).map(
    ([name, value]) => [name, { value, layer: 'kern' as const }] as const,
  );
  return Object.fromEntries([...own, ...chosen]);
}

function choicesOf(chain: AnyChain, number: number): Readonly<Record<string, string>> {
  if (number === 0) return {};
  const knobs = offered.get(chain) ?? knobsOf(chain).map((knob) => [knob.name, valuesOf(chain, knob)] as const);
  offered.set(chain, knobs);
  let left = number;
  return Object.fromEntries(
    knobs.flatMap(([name, values]) => {
      left = (Math.imul(left, 1_103_515_245) + 12_345) & 0x7fff_ffff;
      const at = (left >> 8) % (values.length + 2);
      const value = values[at];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

/** What a place may choose here: all options, or both bounds and something between them. */
function valuesOf(chain: AnyChain, knob: Knob): readonly string[] {
  const range = 'min' in knob ? [knob.min, ...between(knob.min, knob.max), knob.max] : [];
  const values = 'options' in knob ? knob.options : range;
  return [...new Set(values)].filter((value) => knobProblems(chain, alone(knob.name, value)).length === 0);
}

function alone(name: string, value: string): Choices {
  return { kern: { [name]: value } };
}

/** A number halfway, or a length of as many days. */
function between(min: string, max: string): readonly string[] {
  if (/^\d+$/.test(min)) return [String(Math.round((Number(min) + Number(max)) / 2))];
  const [low, high] = [lengthOfText(min), lengthOfText(max)];
  return low === undefined || high === undefined ? [] : [`P${Math.floor((low + high) / 160)}D`];
}
