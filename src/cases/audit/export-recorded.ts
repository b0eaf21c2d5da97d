import { z } from 'zod';
import { accessLine } from '../../access/log.ts';
import type { Querying, Statement } from '../../platform/db/database.ts';
import { organisationCalled } from '../../reading/export-facts.ts';
import { exportBases, type ExportRequest } from './export-request.ts';

const APPEND: Statement = { name: 'append_export', text: 'select append_access($1::jsonb)' };
const PER_LINE = 1_000;
const POLICY = 'export-log';

/** A log of persons that is about to be handed over. */
export interface HandedOver {
  /** Of this run: it stands as the request in every line. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly request: ExportRequest;
  readonly residents: readonly string[];
}

/**
 * Enters in the access log that a log of persons goes out: to whom, on which ground, for what, and whose data is in it,
 * at most a thousand residents per line. A recipient that is an organisation here is named as that organisation.
 */
export async function recordExport(db: Querying, { id, at, request, residents }: HandedOver): Promise<void> {
  const { recipient, basis, purpose, chain, from, until, format } = request;
  const organisation = await organisationCalled(db, recipient);
  for (let first = 0; first < residents.length; first += PER_LINE) {
    const line = accessLine({
      subject: {
        sub: recipient,
        machine: false,
        roles: ['ontvanger'],
        organisation,
        practitioner: recipient,
        municipality: null,
        client: 'ketenpad-export',
      },
      action: 'R',
      event: POLICY,
      object: `${chain} ${from}/${until} ${format}: ${purpose}`,
      residents: residents.slice(first, first + PER_LINE),
      relation: recipient,
      policy: POLICY,
      basis,
      outcome: 0,
      requestId: id,
      at,
    });
    // Nobody signed in and no access table judged: the ground was checked, and that there is a recipient.
    const checked = {
      activity: 'uitgifte',
      purpose: exportBases[basis],
      policyVersion: '',
      checks: ['grondslag', 'ontvanger'],
    };
    await db.query(APPEND, [
      JSON.stringify({ ...z.record(z.string(), z.unknown()).parse(JSON.parse(line)), ...checked }),
    ]);
  }
}
