import { lengthOfText } from './duration-text.ts';
import type { Knob } from './knob.ts';

/** What people may call a role: 1 to 60 letters, spaces and hyphens, beginning and ending with a letter. */
const LABEL = /^\p{L}([\p{L} -]{0,58}\p{L})?$/u;

/** Why a knob cannot have this value, with what it can have; undefined when it can. */
export function valueProblem(knob: Knob, value: string): string | undefined {
  switch (knob.kind) {
    case 'switch':
    case 'phase':
    case 'presence':
      return knob.options.includes(value) ? undefined : `${value} is none of ${knob.options.join(', ')}`;
    case 'label':
      return LABEL.test(value) ? undefined : `${value} is not 1 to ${knob.max} letters, spaces and hyphens`;
    case 'length':
      return outside(knob, value, lengthOfText, 'duration');
    case 'number':
      return outside(knob, value, numberOfText, 'whole number');
  }
}

function outside(
  { min, max }: { readonly min: string; readonly max: string },
  value: string,
  read: (text: string) => number | undefined,
  what: string,
): string | undefined {
  const [low, given, high] = [min, value, max].map(read);
  if (given === undefined) return `${value} is not a ${what}`;
  const within = low !== undefined && high !== undefined && low <= given && given <= high;
  return within ? undefined : `${value} does not lie between ${min} and ${max}`;
}

function numberOfText(text: string): number | undefined {
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}
