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
  /** The user's id; for a practitioner it equals `practitioner`. For a machine it is the id of the client. */
  readonly sub: string;
  /** A system that acts by itself, not a person: what it changes, it changes on behalf of a professional. */
  readonly machine: boolean;
  /** Only in the demo region, e.g. `huisarts-2`. */
  readonly handle?: string;
  readonly roles: readonly Role[];
  readonly organisation: string | null;
  /** For a machine: the professional on whose behalf it acts in this request; null when it named none. */
  readonly practitioner: string | null;
  /** The municipality that a ketencoordinator is bound to. */
  readonly municipality: string | null;
  /** The OAuth client that the token was issued to. */
  readonly client: string;
}

const clientId = z.string().regex(/^[\u0021-\u007e]{1,255}$/);
const uuid = z.uuid();

const claimsSchema = z
  .object({
    sub: z.union([uuid, clientId]),
    handle: kebab.optional(),
    roles: z.array(roleSchema).min(1).max(32),
    organisation: z.uuid().nullish().transform(absentIsNull),
    practitioner: z.uuid().nullish().transform(absentIsNull),
    municipality: kebab.nullish().transform(absentIsNull),
    client_id: clientId.optional(),
    azp: clientId.optional(),
  })
  .transform(({ client_id: issuedTo, azp, handle, ...claims }, context): Subject => {
    const client = issuedTo ?? azp;
    if (client === undefined) {
      context.addIssue({ code: 'custom', path: ['client_id'], message: 'client_id or azp is required' });
      return z.NEVER;
    }
    // RFC 9068: where no person is involved, the subject is the client itself.
    const machine = claims.sub === client;
    if (machine ? claims.practitioner !== null : !uuid.safeParse(claims.sub).success) {
      context.addIssue({ code: 'custom', path: ['sub'], message: 'neither a person nor the client' });
      return z.NEVER;
    }
    // Frozen because one subject is shared by all requests that carry the same token.
    return Object.freeze({
      ...claims,
      machine,
      roles: Object.freeze(claims.roles),
      client,
      ...(handle === undefined ? {} : { handle }),
    });
  });

/** The claims of a verified token -> Subject; other claims are ignored. */
export const subjectSchema: z.ZodType<Subject> = claimsSchema;
