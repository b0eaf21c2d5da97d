import { expect, test } from 'vitest';
import { soundChain } from '../../test/language/sound-chain.ts';
import { GENERATED } from './chain-page.ts';
import { type Choices, resolveKnobs } from './knobs.ts';
import { type PlaceShown, placesPageOf } from './places-page.ts';
import { variantOf } from './variant.ts';

function place(name: string, municipality: Record<string, string>): PlaceShown {
  const choices: Choices = { municipality };
  const variant = variantOf(soundChain, resolveKnobs(soundChain, choices));
  return { name, chains: { proef: { ...variant, source: `plan van ${name}` } } };
}

const page = placesPageOf(
  [soundChain],
  [
    place('Oost', { fase: 'geen' }),
    place('West', { fase: 'pilot', route: 'uit', 'rol.coach': 'Buurtcoach' }),
    place('Zuid', {}),
    { name: 'Zuid, dorp', chains: {} },
  ],
);

test('the page of places shows per place and chain the phase, and how much is otherwise', () => {
  expect(page.startsWith(GENERATED)).toBe(true);
  for (const row of ['| Place | Proef |', '| Oost | geen |', '| West | pilot (2) |', '| Zuid | realisatie |'])
    expect(page).toContain(`\n${row}\n`);
  expect(page).toContain('\n| Zuid, dorp |  |\n');
});

test('the page of places has a row for every difference, with what the chain says and what is here', () => {
  expect(page).toContain('| West | Proef | Is de route er? | aan | uit | `route` |');
  expect(page).toContain('| West | Proef | Coach | Coach | Buurtcoach | `rol.coach` |');
  expect(page.match(/`fase`/g)).toBeNull();
});

test('the page of places names the plan of whoever has an assignment or something of its own', () => {
  expect(page).toContain('| West | Proef | plan van West |');
  expect(page).toContain('| Zuid | Proef | plan van Zuid |');
  expect(page).not.toContain('plan van Oost');
});
