import { z } from 'zod';

const kebab = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const absentIsNull = <T>(value: T | null | undefined): T | null => value ?? null;

/** A role as the chains name it, e.g. `valpreventie-coordinator`. */
export const roleSchema = kebab;
export type Role = z.infer<typeof roleSchema>;

/** Who is calling, as the access token says. Nothing here names a person. */
export interface Subject {
  /** The user's id; for a practitioner it equals `practitioner`. */
  readonly sub: string;
  /** Only in the demo region, e.g. `huisarts-2`. */
  readonly handle?: string;
  readonly roles: readonly Role[];
  readonly organisation: string | null;
  readonly practitioner: string | null;
  /** The municipality that a ketencoordinator is bound to. */
  readonly municipality: string | null;
  /** The OAuth client that the token was issued to. */
  readonly client: string;
}

const claimsSchema = z
  .object({
    sub: z.uuid(),
    handle: kebab.optional(),
    roles: z.array(roleSchema).min(1).max(32),
    organisation: z.uuid().nullish().transform(absentIsNull),
    practitioner: z.uuid().nullish().transform(absentIsNull),
    municipality: kebab.nullish().transform(absentIsNull),
    client_id: z.string().min(1).max(255).optional(),
    azp: z.string().min(1).max(255).optional(),
  })
  .transform(({ client_id: clientId, azp, handle, ...claims }, context): Subject => {
    const client = clientId ?? azp;
    if (client === undefined) {
      context.addIssue({ code: 'custom', path: ['client_id'], message: 'client_id or azp is required' });
      return z.NEVER;
    }
    // Frozen because one subject is shared by all requests that carry the same token.
    return Object.freeze({
      ...claims,
      roles: Object.freeze(claims.roles),
      client,
      ...(handle === undefined ? {} : { handle }),
    });
  });

/** The claims of a verified token -> Subject; other claims are ignored. */
export const subjectSchema: z.ZodType<Subject> = claimsSchema;
