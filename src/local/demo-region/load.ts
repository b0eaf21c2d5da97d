import { currentDefinition } from '../../chains/definitions.ts';
import { knobProblems } from '../../language/knobs.ts';
import type { Prisma } from '../../platform/db/prisma.ts';
import { directory } from './directory.ts';
import { municipalities } from './municipalities.ts';
import { offers } from './offers.ts';
import { organisations } from './organisations.ts';
import { settings } from './settings.ts';
import { users } from './users.ts';

/** Puts the demo region into an empty database; what is there already stays. The database is marked as demo. */
export async function loadDemoRegion(prisma: Prisma): Promise<void> {
  if ((await prisma.organisation.count()) > 0) return;
  refuseWrongSettings();
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
    prisma.knob.createMany({
      data: settings.map(({ chain, municipality, kern, knob: name, value }) => ({
        chain,
        layer: kern === null ? 'municipality' : 'kern',
        place: kern === null ? municipality : `${municipality}/${kern}`,
        name,
        value,
      })),
    }),
  ]);
}

/** A place may choose within the bounds of the chain, and nowhere else. @throws RangeError that names what is wrong. */
function refuseWrongSettings(): void {
  const problems = settings.flatMap(({ chain, kern, knob, value }) => {
    const definition = currentDefinition(chain);
    if (definition === undefined) return [`there is no chain ${chain}`];
    return knobProblems(definition, { [kern === null ? 'municipality' : 'kern']: { [knob]: value } });
  });
  if (problems.length > 0) throw new RangeError(problems.join('; '));
}
