import { couple, showLinks } from './couple.ts';
import { mustHold } from './as-told.ts';
import { decide, goQuietly } from './deeds.ts';
import { doelRia, eindmeting, gaatNaarKoor, uitstroom } from './forms-of-chains.ts';
import { lookAt, showReferral, showWork } from './looks.ts';
import { meet } from './sociaal-verwijzen.ts';
import type { Stage } from './stage.ts';

const sv = 'sociaal-verwijzer';
const cz = 'centrale-zorgcoordinator';

/** The two cases of Karim. */
interface Parent {
  readonly karim: string;
  readonly vngg: string;
}

/** Karim tells his story once: the intake of Sociaal Verwijzen serves VnGG as well. */
export async function helpParent(stage: Stage, karim: string): Promise<Parent> {
  await stage.toWeekday('P2D');
  stage.scene('één intake voor twee ketens');
  await meet(stage, sv, karim, 'Spreekt Karim: weinig contact, en zijn gewicht zit hem in de weg.');
  await decide(stage, sv, karim, { step: 'afweging', outcome: 'geen' });
  await decide(stage, sv, karim, { step: 'terugkoppeling-intake', outcome: 'gedaan' });
  const chosen = { step: 'aanbod', outcome: 'vngg', form: {} };
  await decide(stage, sv, karim, chosen, 'Kiest met hem: Volwassenen naar een gezonder gewicht (VnGG).');
  const vngg = await couple(stage, sv, karim, { type: 'deel-intake', chain: 'vngg' });
  await showWork(stage, cz, vngg, 'intake-cz');
  const reused = { step: 'intake-cz', outcome: 'hergebruikt', form: {} };
  await decide(stage, cz, vngg, reused, 'Bevestigt de intake van Sociaal Verwijzen. Karim hoeft niets te herhalen.');
  await showLinks(stage, cz, vngg);
  await goQuietly(stage, vngg, [
    [cz, { step: 'afweging-eerst', outcome: 'parallel' }],
    [cz, { step: 'plan', outcome: 'sociaal', form: doelRia }],
    ['aanbieder', { step: 'sociaal-aanbod', outcome: 'aanvaard' }],
    ['aanbieder', { step: 'sociaal-aanbod', outcome: 'gestart' }, 'P5D'],
  ]);
  stage.does('aanbieder', 'Neemt Karim aan: hij gaat wandelen met een groep uit de buurt.');
  await showReferral(stage, vngg, 'aanbod-gestart', sv);
  await goQuietly(stage, karim, [[sv, { step: 'volgen', outcome: 'loopt' }, 'P5W']]);
  return { karim, vngg };
}

/** Three months after the plan both cases have a last measurement; one does not wait for the other. */
export async function measureParent(stage: Stage, { karim, vngg }: Parent): Promise<void> {
  await stage.toWeekday('P6W');
  stage.scene('hoe gaat het met Karim?');
  await goQuietly(stage, vngg, [
    [cz, { step: 'voortgang', outcome: 'ok' }],
    ['aanbieder', { step: 'sociaal-vervolg', outcome: 'loopt' }],
    [cz, { step: 'eindmeting', outcome: 'gedaan', form: eindmeting }],
    [cz, { step: 'terugkoppeling', outcome: 'gedaan' }],
  ]);
  await goQuietly(stage, karim, [
    [sv, { step: 'terugkoppeling-3mnd', outcome: 'gedaan' }],
    [sv, { step: 'nameting', outcome: 'duurzaam', form: gaatNaarKoor }],
    [sv, { step: 'afronding', outcome: 'gedaan', form: uitstroom }],
  ]);
  stage.does(sv, 'Rondt af: Karim wandelt elke week, en heeft weer mensen om zich heen.');
  await showLinks(stage, 'huisarts', vngg);
  const { status } = await lookAt(stage, 'huisarts', vngg);
  mustHold(status === 'open', 'VnGG loopt door als Sociaal Verwijzen klaar is');
}

/** A year later the practice looks once more. */
export async function lookAfterParent(stage: Stage, { vngg }: Parent): Promise<void> {
  const kept = { step: 'beheer', outcome: 'stabiel', form: { volgehouden: true } };
  const { ending } = await decide(stage, 'huisarts', vngg, kept, 'Ziet Karim: hij houdt het vol.');
  mustHold(ending === 'afgerond', 'ook VnGG is afgerond');
}
