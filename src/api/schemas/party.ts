import { z } from 'zod';

/** A role in a case, and who fulfils it. */
export const partySchema = z
  .object({
    role: z.string(),
    organisation: z.uuid().nullable(),
    organisationName: z.string().nullable(),
    practitioner: z.uuid().nullable(),
  })
  .meta({ id: 'Party', description: 'Een rol, met de organisatie en de professional die haar vervullen.' });

/** Who did something. */
export const actorSchema = z
  .object({ role: z.string(), organisation: z.uuid().nullable(), practitioner: z.uuid().nullable() })
  .meta({ id: 'Actor', description: 'Wie het deed: de rol, de organisatie en de professional.' });

export const payerSchema = z
  .object({
    payer: z.enum(['zvw', 'gemeente', 'wpg']),
    basis: z.string(),
    version: z.string(),
    validFrom: z.iso.date(),
  })
  .meta({ id: 'Payer', description: 'Wie betaalt, en op welke grond.' });

export const whySchema = z
  .object({ code: z.string(), detail: z.string() })
  .meta({ id: 'Why', description: 'Waarom iets niet kan: de foutcode, en uitleg in gewone taal.' });

export const reasonSchema = z
  .object({ code: z.string(), label: z.string() })
  .meta({ id: 'Reason', description: 'Een reden om uit te kiezen.' });

/** An organisation that can be chosen. */
export const candidateSchema = z
  .object({ organisation: z.uuid(), name: z.string(), municipality: z.string(), kern: z.string().nullable() })
  .meta({ id: 'Candidate', description: 'Een organisatie die deze rol vervult, en waar.' });

export const huisarts = {
  role: 'huisarts',
  organisation: '6f1f0a52-6d0a-4c43-8f0b-5c1f6f3e2a10',
  organisationName: 'Huisartsenpraktijk Voorbeeld (fictief)',
  practitioner: '0b9d7c7e-2f5e-4d0d-9a55-3d1a7b7f4c21',
};

export const tester = {
  role: 'tester',
  organisation: '277e78db-b90f-45fc-a62e-880fd06532f6',
  organisationName: 'Thuiszorg Voorbeeld (fictief)',
  practitioner: null,
};

/** The case that all examples tell of. */
export const exampleCase = '3f0e3c1e-6a53-4f8a-9d2f-0a8d1d1f5a10';
export const exampleStep = `${exampleCase}.valrisicotest.1`;
