import { type AnyChain, type Guard, type HeldStep, stepNamed } from './define.ts';
import { durationInWords, listInWords, shortStepInWords } from './in-words.ts';

/** When an outcome may be chosen: 'ten hoogste 2 keer en na 3 contactpogingen'; empty when it always may. */
export function guardsInWords(chain: AnyChain, guards: readonly Guard[]): string {
  return listInWords(
    guards.map((guard) => guardInWords(chain, guard)),
    'en',
  );
}

function guardInWords(chain: AnyChain, guard: Guard): string {
  if ('atMost' in guard) return `ten hoogste ${guard.atMost} keer`;
  if ('attempts' in guard) {
    return `na ${guard.attempts} contactpogingen, op verschillende dagen en één keer schriftelijk`;
  }
  if ('code' in guard) return `als ${guard.code} is: ${listInWords(guard.in, 'of')}`;
  if ('mark' in guard) {
    return `één keer per ${durationInWords(guard.oncePer)} (${chain.marks?.[guard.mark] ?? guard.mark})`;
  }
  const labels = guard.outcome.map((outcome) => stepNamed(chain, guard.step)?.outcomes[outcome]?.label ?? outcome);
  return `als de uitkomst van ${shortStepInWords(chain, guard.step)} was: ${listInWords(labels, 'of')}`;
}

/** What makes a step needless: 'Wachtlijst of Geboorte'; empty when nothing does. */
export function lapsesInWords(chain: AnyChain, { lapsesOn = [] }: HeldStep): string {
  return listInWords(
    lapsesOn.map((name) => chain.events?.[name]?.label ?? shortStepInWords(chain, name)),
    'of',
  );
}
