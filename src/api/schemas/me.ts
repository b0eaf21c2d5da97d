import { z } from 'zod';
import { huisarts } from './party.ts';

const example = {
  id: huisarts.practitioner,
  roles: ['huisarts'],
  organisation: huisarts.organisation,
  organisationName: huisarts.organisationName,
  practitioner: huisarts.practitioner,
  municipality: null,
};

export const meSchema = z
  .object({
    id: z.uuid(),
    roles: z.array(z.string()),
    organisation: z.uuid().nullable(),
    organisationName: z.string().nullable(),
    practitioner: z.uuid().nullable(),
    municipality: z.string().nullable(),
  })
  .meta({ id: 'Me', description: 'Uw rollen en uw organisatie.', examples: [example] });
