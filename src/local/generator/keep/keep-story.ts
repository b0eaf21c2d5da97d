import { v5 } from '../../../cases/derived-id.ts';
import { project, type ProjectContext } from '../../../cases/project.ts';
import { sealForm } from '../../../cases/recording.ts';
import { keysOf } from '../../../cases/resident/hashes.ts';
import { currentDefinition } from '../../../chains/index.ts';
import type { KeyRing, NamedKey } from '../../../platform/crypto/keyring.ts';
import { newPersonKey } from '../../../platform/crypto/person-key.ts';
import { seal } from '../../../platform/crypto/seal.ts';
import type { Querying } from '../../../platform/db/database.ts';
import { DAY_MS } from '../office-hours.ts';
import type { PlayedCase } from '../play-region.ts';
import * as rows from './rows.ts';

interface Keeping {
  readonly ring: KeyRing;
  readonly offsetMs: number;
  /** Where the region had come to when it was first put in (milliseconds), and what its commands are called after. */
  readonly now: number;
  readonly path: string;
}

const SEEN_AFTER_DAYS = 14;
const LATE = { refused: { code: 'ended', detail: 'Dit traject is al beëindigd.' } };

/**
 * Puts the cases of one story into PostgreSQL as real ones are: people sealed under keys of their own, commands, and facts
 * through `project_case`. Call within a transaction.
 */
export async function keepStory(
  tx: Querying,
  within: ProjectContext,
  story: readonly PlayedCase[],
  { ring, offsetMs, now, path }: Keeping,
): Promise<void> {
  const dossiers = new Map<string, Dossier>();
  for (const each of story) {
    const { id, circle } = whereKnown(each);
    if (!dossiers.has(id)) dossiers.set(id, dossierOf(ring, each, id, circle));
  }
  const keyOf = (each: PlayedCase): NamedKey => {
    const found = dossiers.get(whereKnown(each).id);
    if (found === undefined) throw new Error('a resident has no dossier');
    return found.key;
  };
  const all = [...dossiers.values()];
  await tx.query(rows.ADD_RESIDENTS, [JSON.stringify(all.map(({ row }) => row))]);
  await tx.query(rows.ADD_HASHES, [JSON.stringify(all.flatMap(({ hashes }) => hashes))]);
  const commands = story
    .flatMap((each) => each.commands.map((played) => ({ played, case: each.head.case, key: keyOf(each) })))
    .toSorted((a, b) => a.played.at - b.played.at)
    .map(commandRow);
  await tx.query(rows.ADD_COMMANDS, [JSON.stringify(commands), path]);
  await tx.query(rows.ADD_CONSENTS, [JSON.stringify(story.flatMap(consentRows))]);
  await keepSeats(tx, story);
  // Who comes back has one live case at a time: each is brought to where it is before the next begins.
  for (const each of story.toSorted((a, b) => a.head.startedAt - b.head.startedAt)) {
    await tx.query(rows.ADD_CASE, [JSON.stringify(caseRow(each, keyOf(each))), offsetMs]);
    await project(within, each.facts, each.head);
  }
  const ids = story.map(({ head }) => head.case);
  await tx.query(rows.REFUSE_LATE, [ids, JSON.stringify(LATE)]);
  await tx.query(rows.SEEN_BEFORE, [ids, now - SEEN_AFTER_DAYS * DAY_MS]);
}

interface Dossier {
  readonly key: NamedKey;
  readonly row: Readonly<Record<string, string | null>>;
  readonly hashes: readonly Readonly<Record<string, string>>[];
}

/** Where the existence of a case is confidential, every practice knows a person by a dossier of its own. */
function whereKnown({ head, resident }: PlayedCase): { readonly id: string; readonly circle: string | null } {
  const apart = currentDefinition(head.chain)?.confidentialExistence === true;
  const circle = apart ? `${head.chain}/${head.referrer.organisation ?? ''}` : null;
  return { id: circle === null ? resident.id : v5(resident.id, circle), circle };
}

function dossierOf(ring: KeyRing, { resident }: PlayedCase, id: string, circle: string | null): Dossier {
  const { identity } = resident;
  const { key, wrapped } = newPersonKey(ring, id);
  const sealed = seal(Buffer.from(JSON.stringify(identity)), key, 'identity');
  return {
    key,
    row: { id, wrapped: wrapped.toString('base64'), identity: sealed.toString('base64'), circle },
    hashes: keysOf(ring, identity).map(({ kind, hash }) => ({ resident: id, kind, hash: hash.toString('base64') })),
  };
}

function caseRow(each: PlayedCase, key: NamedKey): Readonly<Record<string, unknown>> {
  const { head, facts } = each;
  const [started] = facts;
  // A case begins on the version of its first fact.
  const version = started?.fact === 'started' ? started.version : head.version;
  return {
    id: head.case,
    resident: whereKnown(each).id,
    chain: head.chain,
    version,
    municipality: head.municipality,
    kern: head.kern,
    details: seal(Buffer.from('{}'), key, 'details').toString('base64'),
    referrer: head.referrer.organisation,
  };
}

function commandRow({
  played: { id, at, command, form },
  case: caseId,
  key,
}: {
  readonly played: PlayedCase['commands'][number];
  readonly case: string;
  readonly key: NamedKey;
}): Readonly<Record<string, unknown>> {
  const { sealed, step, commitment } = sealForm(form, key);
  return {
    id,
    case: caseId,
    at,
    command,
    step,
    form: sealed?.toString('base64') ?? null,
    commitment: commitment?.toString('base64') ?? null,
  };
}

function consentRows({ head, facts, consent }: PlayedCase): readonly Readonly<Record<string, unknown>>[] {
  const [started] = facts;
  if (consent === null || started?.fact !== 'started') return [];
  return started.consents.map((purpose) => ({ case: head.case, purpose, by: consent.by, at: consent.at }));
}

/** The groups in which people have, or had, a seat. */
async function keepSeats(tx: Querying, story: readonly PlayedCase[]): Promise<void> {
  const seats = story.flatMap(({ head, commands }) =>
    commands.flatMap(({ id, at, command }) =>
      command.kind === 'decide' && command.place !== undefined ? [{ head, id, at, place: command.place }] : [],
    ),
  );
  if (seats.length === 0) return;
  const groups = seats.map(({ head, at, place: { group, organisation, starts, ends } }) => {
    const { chain, municipality, parties } = head;
    const coordinator = parties['valpreventie-coordinator'] ?? organisation;
    return { id: group, chain, municipality, organisation, coordinator, starts, ends, at };
  });
  await tx.query(rows.ADD_GROUPS, [JSON.stringify(groups)]);
  const taken = seats.map(({ head, id, place }) => ({ command: id, group: place.group, case: head.case }));
  await tx.query(rows.ADD_SEATS, [JSON.stringify(taken)]);
}
