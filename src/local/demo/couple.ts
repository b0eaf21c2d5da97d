import { linkAnswer } from './answers.ts';
import { mustFind, mustHold } from './as-told.ts';
import { lookAt } from './looks.ts';
import type { Player, Stage } from './stage.ts';

/** A new case in another chain, coupled with this one from its first moment. */
export interface Coupling {
  readonly type: 'vervolg' | 'zelfde-gezin' | 'deel-intake';
  readonly chain: string;
  /** Someone else than the resident of this case. */
  readonly resident?: object;
  readonly consent?: object;
  readonly entry?: string;
  readonly outcome?: string;
  readonly form?: object;
}

/** @returns the new case. */
export async function couple(stage: Stage, who: Player, caseId: string, asked: Coupling): Promise<string> {
  const made = await stage.talk.post(who, `/cases/${caseId}/links`, asked, linkAnswer);
  mustHold(made.status === 'open' && made.chain === asked.chain, 'het nieuwe traject loopt, en is gekoppeld');
  return made.case;
}

/** What this party sees of what hangs together with a case; `hidden` may not be opened by them. */
export async function showLinks(stage: Stage, who: Player, caseId: string, hidden?: string): Promise<void> {
  const { links } = await lookAt(stage, who, caseId);
  mustHold(links.length > 0, `${who} ziet dat er een ander traject is`);
  for (const { type, chain, status } of links) {
    stage.sees(who, `Gekoppeld (${type}): een traject ${chain}, ${status === 'ended' ? 'klaar' : 'loopt'}.`);
  }
  if (hidden === undefined) return;
  mustFind(
    links.find((each) => each.case === hidden),
    'de koppeling is aan beide kanten bekend',
  );
  const { detail } = await stage.talk.refused(who, `/cases/${hidden}`, 404);
  stage.sees(who, `Wat daarin staat: 404. "${detail}"`);
}
