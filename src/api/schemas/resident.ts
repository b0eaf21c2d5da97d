import { z } from 'zod';

const contact = z.object({
  relation: z.string(),
  name: z.string(),
  phone: z.string().optional(),
  gezag: z.boolean().optional(),
});

const identity = z
  .object({
    name: z.object({ given: z.string(), family: z.string() }),
    birthDate: z.iso.date(),
    sex: z.enum(['vrouw', 'man', 'anders', 'onbekend']).optional(),
    bsn: z.string().optional(),
    pseudonym: z.string().optional(),
    postalCode: z.string().optional(),
    houseNumber: z.string().optional(),
    phone: z.string().optional(),
    email: z.string().optional(),
    contacts: z.array(contact).optional(),
  })
  .meta({
    id: 'Resident',
    description:
      'Wie de inwoner is. Het BSN alleen voor organisaties die het mogen hebben; een ander krijgt een pseudoniem.',
  });

const offered = z
  .object({ pc4: z.string().nullable(), ageBand: z.string() })
  .meta({ id: 'OfferedResident', description: 'Wat u van een inwoner ziet voordat u een verwijzing aanneemt.' });

/** As much of the resident as the caller may see; null for nothing, and after erasure. */
export const residentSchema = z.union([identity, offered]).nullable();

export const exampleResident = {
  name: { given: 'Voorbeeld', family: 'Inwoner' },
  birthDate: '1948-03-02',
  postalCode: '7533AB',
  houseNumber: '12',
  phone: '0612345678',
};
