import { z } from 'zod';
import { EVERY_CHAIN } from '../../audit/every-chain.ts';
import { logFormats } from '../../audit/export/log-shape.ts';
import { currentDefinition, definitions } from '../../chains/index.ts';
import { day } from '../when.ts';

/** It was not done, and the message says why; nothing was written. */
export class NotExported extends Error {
  override readonly name = 'NotExported';
}

/**
 * The grounds of the AVG on which data of persons may go to somebody else, and the purpose of use (HL7 v3) under which
 * that stands in the access log.
 */
export const exportBases = {
  /** AVG 6(1)(a) and 9(2)(a). */
  toestemming: 'HOPERAT',
  /** AVG 6(1)(c). */
  'wettelijke-verplichting': 'HLEGAL',
  /** AVG 6(1)(e), with 9(2)(h) or (i). */
  'wettelijke-taak': 'HOPERAT',
  /** AVG 9(2)(j), with UAVG 24. */
  'wetenschappelijk-onderzoek': 'HRESCH',
} as const;
export type ExportBasis = keyof typeof exportBases;
export const exportBasisCodes = Object.keys(exportBases) as ExportBasis[];

const told = (least: number, most: number): z.ZodString =>
  z
    .string()
    .trim()
    .min(least)
    .max(most)
    // A number of so many digits may be somebody's.
    .regex(/^(?!.*\d{6})[\p{L}\p{N}\p{P}\p{Zs}]*\p{L}[\p{L}\p{N}\p{P}\p{Zs}]*$/u);

/** Who gets a log of persons, why, and of what: days are local, and both belong to the period. */
export const exportRequest = z
  .strictObject({
    recipient: told(2, 120),
    basis: z.literal(exportBasisCodes),
    purpose: told(10, 300),
    from: day,
    until: day,
    chain: z.string(),
    format: z.literal(logFormats),
    out: z.string().min(1),
  })
  .refine(({ from, until }) => from <= until, { path: ['until'] });
export type ExportRequest = z.infer<typeof exportRequest>;

/** Local days, 'YYYY-MM-DD'; both belong to it. */
export interface ExportPeriod {
  readonly from: string;
  readonly until: string;
}

/** The chains that are asked for. @throws NotExported for one that is not known, or whose cases nobody may know of. */
export function chainsAsked(chain: string): readonly string[] {
  const open = Object.keys(definitions).filter((id) => currentDefinition(id)?.confidentialExistence !== true);
  if (chain === EVERY_CHAIN) return open;
  if (open.includes(chain)) return [chain];
  if (currentDefinition(chain) !== undefined)
    throw new NotExported(`That somebody is in ${chain} is confidential: its cases are in no log.`);
  throw new NotExported(`There is no chain ${chain}. Say --chain ${[EVERY_CHAIN, ...open].join(', ')}`);
}
