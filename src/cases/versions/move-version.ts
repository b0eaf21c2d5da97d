import { z } from 'zod';
import { roleAmong } from '../../engine/parties.ts';
import { accountableOf } from '../../engine/state.ts';
import type { Verb } from '../command-on-case.ts';
import { versionAsked } from './version-asked.ts';

/** The number of a version of a chain. */
export const version = z.int('Noem het nummer van de versie.').min(1).max(1000);

const moveSchema = z.strictObject({ to: version });

/** Takes a running case over to a later version of its chain. */
export const moveVersion: Verb<z.infer<typeof moveSchema>> = {
  deed: 'case.move',
  schema: moveSchema,
  unclear: 'Zeg met welke versie het traject verder gaat.',
  prepare: async (context, standing, { to }) => {
    const { state, subject } = standing;
    const asked = await versionAsked(context, standing, to, '/to');
    const accountable = accountableOf(state);
    const role = accountable === null ? undefined : roleAmong([accountable], subject);
    const actor = { role: role ?? '', organisation: subject.organisation, practitioner: subject.practitioner };
    return { command: { kind: 'move', actor, ...asked }, filled: null, pointer: '/to' };
  },
};
