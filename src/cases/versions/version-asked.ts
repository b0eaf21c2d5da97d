import { followersOf } from '../../chains/index.ts';
import type { NewVersion } from '../../engine/messages.ts';
import { CaseError } from '../case-error.ts';
import type { CaseContext } from '../context.ts';
import { possibleNow, type Standing } from '../look/action-view.ts';
import { versionHere } from './version-here.ts';

/**
 * The version that someone asks to go on with.
 * @throws CaseError `invalid-input` for one that this case cannot go on with, with those that it can.
 */
export async function versionAsked(
  context: CaseContext,
  standing: Standing,
  to: number,
  pointer: string,
): Promise<NewVersion> {
  const { chain, state } = standing;
  const followers = followersOf(chain);
  const next = followers.find(({ version }) => version === to);
  if (next !== undefined) return versionHere(context, chain, next, state);
  const detail =
    followers.length === 0
      ? `Dit traject loopt op versie ${state.version}. Er is geen versie om mee verder te gaan.`
      : `Kies uit: ${followers.map(({ version }) => version).join(', ')}.`;
  throw new CaseError('invalid-input', `Dit traject kan niet verder met versie ${to}.`, {
    errors: [{ pointer, detail }],
    allowed: possibleNow(standing),
  });
}
