import { impossibleKnobs } from '../../cases/refuse-impossible-knobs.ts';
import type { Prisma } from '../../platform/db/prisma.ts';
import type { KnobRow } from '../../reading/knobs.ts';
import { directory } from './directory.ts';
import { inhabitants } from './inhabitants.ts';
import { municipalities } from './municipalities.ts';
import { offers } from './offers.ts';
import { organisations } from './organisations.ts';
import { settings } from './settings.ts';
import type { Setting } from './shape.ts';
import { users } from './users.ts';

/** Puts the demo region into an empty database; what is there already stays. The database is marked as demo. */
export async function loadDemoRegion(prisma: Prisma): Promise<void> {
  if ((await prisma.organisation.count()) > 0) return;
  refuseWrongSettings(settings);
  const places = municipalities.flatMap(({ id, name, kernen }) => [
    { municipality: id, kern: '', name },
    ...kernen.map((kern) => ({ municipality: id, kern, name: kern })),
  ]);
  const practitioners = users.flatMap(({ practitioner, organisation, name, agb }) =>
    practitioner === null || organisation === null
      ? []
      : [{ id: practitioner, name, agb: agb ?? null, organisationId: organisation }],
  );
  await prisma.$transaction([
    prisma.installation.createMany({ data: [{ demo: true }], skipDuplicates: true }),
    prisma.place.createMany({ data: places }),
    prisma.organisation.createMany({
      data: organisations.map(({ id, name, kind, municipality, agb, bsnAllowed }) => ({
        id,
        name,
        kind,
        municipality,
        agb: agb ?? null,
        bsnAllowed,
      })),
    }),
    prisma.practitioner.createMany({ data: practitioners }),
    prisma.directory.createMany({
      data: directory.map(({ role, chain, municipality, kern, organisation }) => ({
        role,
        chain,
        municipality,
        kern,
        organisationId: organisation,
      })),
    }),
    prisma.offer.createMany({ data: offers.map((offer) => ({ ...offer, changedAt: new Date() })) }),
    prisma.inhabitants.createMany({ data: inhabitants }),
    prisma.knob.createMany({ data: settings.map(rowOf) }),
  ]);
}

/** A place may choose within the bounds of the chain, and nowhere else. @throws RangeError that names what is wrong. */
export function refuseWrongSettings(rows: readonly Setting[]): void {
  const problems = impossibleKnobs(rows.map(rowOf));
  if (problems.length > 0) throw new RangeError(problems.join('; '));
}

function rowOf({ chain, municipality, kern, knob: name, value }: Setting): KnobRow {
  const layer = kern === null ? 'municipality' : 'kern';
  return { chain, layer, place: kern === null ? municipality : `${municipality}/${kern}`, name, value };
}
