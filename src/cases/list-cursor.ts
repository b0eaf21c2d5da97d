import { z } from 'zod';
import { keysOfCursor } from '../reading/cursor.ts';
import { CaseError } from './case-error.ts';
import { moment } from './resident/identity.ts';

const UNKNOWN = 'Deze cursor hoort niet bij deze lijst. Begin opnieuw zonder cursor.';
const keys = {
  referrals: z.tuple([moment, z.uuid()]),
  'referrals-since': z.tuple([moment, z.uuid()]),
  offers: z.tuple([z.string().max(64), z.string().max(64), z.string().max(64), z.uuid()]),
  'access-log': z.tuple([moment, z.int().positive()]),
  groups: z.tuple([z.iso.date(), z.uuid()]),
  notices: z.tuple([moment, z.uuid()]),
  worklist: z.tuple([moment, z.string().regex(/^[\w.-]{1,200}$/)]),
};

/** A cursor as a list gave it; what was made up never reaches the database. */
export function cursor(list: keyof typeof keys): z.ZodType<string, string> {
  return z
    .string()
    .max(500, UNKNOWN)
    .refine((value) => keys[list].safeParse(keysOfCursor(list, value)).success, UNKNOWN);
}

/** Whether a cursor is one of this list as it is narrowed now. */
export function fitsCursor(list: keyof typeof keys, narrowedTo: string, value: string): boolean {
  return keys[list].safeParse(keysOfCursor(narrowedTo, value)).success;
}

export function badCursor(): CaseError {
  return new CaseError('invalid-input', UNKNOWN, { errors: [{ pointer: '/cursor', detail: 'Onbekende cursor.' }] });
}
