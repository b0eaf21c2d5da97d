import { z } from 'zod';

const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const agb = z.string().regex(/^\d{8}$/);

export const chainIds = ['sociaal-verwijzen', 'vngg', 'kngg', 'valpreventie', 'kansrijke-start'] as const;

export const organisationKinds = [
  'huisartsenpraktijk',
  'thuiszorg',
  'fysiotherapiepraktijk',
  'sportbedrijf',
  'gemeente',
  'ketenregie',
  'welzijnsorganisatie',
  'jeugdgezondheidszorg',
  'verloskundigenpraktijk',
  'kraamzorgorganisatie',
  'wijkteam',
  'opvang',
  'leefstijlpraktijk',
  'beweegaanbieder',
  'ziekenhuis',
  'ggd',
  'regiobureau',
  'beheer',
] as const;

export const municipalitySchema = z.strictObject({
  id: kebab,
  name: z.string().min(1),
  code: z.string().regex(/^GM\d{4}$/),
  kernen: z.array(kebab).min(2).max(4),
});

export const organisationSchema = z.strictObject({
  id: z.uuidv4(),
  name: z.string().endsWith(' (fictief)'),
  kind: z.enum(organisationKinds),
  municipality: kebab,
  agb: agb.optional(),
  bsnAllowed: z.boolean(),
});

export const demoUserSchema = z.strictObject({
  handle: kebab,
  id: z.uuidv4(),
  name: z.string().min(1),
  roles: z.array(kebab).min(1),
  organisation: z.uuidv4().nullable(),
  practitioner: z.uuidv4().nullable(),
  agb: agb.optional(),
  municipality: kebab.nullable(),
});

export const directoryRowSchema = z.strictObject({
  role: kebab,
  chain: z.enum(chainIds),
  municipality: kebab,
  kern: kebab.nullable(),
  organisation: z.uuidv4(),
});

export const settingSchema = z.strictObject({
  chain: z.enum(chainIds),
  municipality: kebab,
  kern: kebab.nullable(),
  knob: z.string().min(1),
  value: z.string().min(1),
});

export const offerSchema = z.strictObject({
  id: z.uuidv4(),
  chain: z.enum(chainIds),
  role: kebab,
  organisation: z.uuidv4(),
  municipality: kebab,
  kern: kebab.nullable(),
  label: z.string().min(1),
  room: z.enum(['ja', 'wachtlijst', 'nee']),
  capacity: z.number().int().nullable(),
});

export type Chain = (typeof chainIds)[number];
export type OrganisationKind = (typeof organisationKinds)[number];
export type Municipality = Readonly<z.infer<typeof municipalitySchema>>;
export type Organisation = Readonly<z.infer<typeof organisationSchema>>;
export type DemoUser = Readonly<z.infer<typeof demoUserSchema>>;
export type DirectoryRow = Readonly<z.infer<typeof directoryRowSchema>>;
export type Setting = Readonly<z.infer<typeof settingSchema>>;
export type Offer = Readonly<z.infer<typeof offerSchema>>;
