import { addMonths } from '../../engine/calendar/local-date.ts';
import { couple, showLinks } from './couple.ts';
import { act, decide, goQuietly } from './deeds.ts';
import {
  bereikbaar,
  geprikt,
  gestartMet,
  gezien,
  oudersAkkoord,
  planNoor,
  rustig,
  tevreden,
  thuis,
} from './forms-of-chains.ts';
import { showReferral } from './looks.ts';
import { helpParent, lookAfterParent, measureParent } from './parent.ts';
import { child, refer, residents } from './residents.ts';
import type { Stage } from './stage.ts';
import { followChild, planForChild } from './toddler.ts';

const team = 'gebiedsteam';
const nurse = 'jeugdverpleegkundige';

/** One family: a pregnancy, a child, and a parent with an intake for two chains. @returns the case of each. */
export async function helpFamily(stage: Stage): Promise<Readonly<Record<'Yara' | 'Liv' | 'Karim', string>>> {
  const yara = await helpPregnancy(stage);
  stage.scene('Liv is ruim een jaar, en haar gewicht valt op');
  await decide(stage, team, yara, { step: 'volgen', outcome: 'kngg' }, 'Bespreekt het met Yara: Liv naar KnGG.');
  const liv = await couple(stage, team, yara, {
    type: 'vervolg',
    chain: 'kngg',
    resident: child('Liv', addMonths(stage.dayAfter('P0D'), -14)),
    consent: { given: true, at: stage.now, by: 'ouder' },
    entry: 'signaleren',
    outcome: 'verhoogd',
    form: gezien,
  });
  await showLinks(stage, team, yara);
  const agreed = { step: 'bespreken', outcome: 'akkoord', form: oudersAkkoord };
  await stage.toWeekday('P3D');
  stage.scene('in het gesprek vertelt Karim, de vader, dat hij vastloopt');
  const karim = await couple(stage, team, liv, {
    type: 'zelfde-gezin',
    chain: 'sociaal-verwijzen',
    resident: residents.karim,
    consent: { given: true, at: stage.now, by: 'inwoner' },
  });
  await decide(stage, team, liv, agreed, 'Meldt Karim aan bij Sociaal Verwijzen. De ouders willen ook hulp voor Liv.');
  await showLinks(stage, 'sociaal-verwijzer', karim, liv);
  const parent = await helpParent(stage, karim);
  await planForChild(stage, liv);
  await measureParent(stage, parent);
  await decide(stage, team, yara, { step: 'volgen', outcome: 'doelen' });
  await decide(
    stage,
    team,
    yara,
    { step: 'afronding', outcome: 'afgerond' },
    'Sluit het traject van Yara: zij redt het zelf.',
  );
  await showReferral(stage, yara, 'afgerond', team);
  await followChild(stage, liv);
  await lookAfterParent(stage, parent);
  return { Yara: yara, Liv: liv, Karim: karim };
}

/** From the registration to following the plan, with the birth between them. @returns the case. */
async function helpPregnancy(stage: Stage): Promise<string> {
  stage.scene('het gebiedsteam meldt Yara aan, twaalf weken zwanger');
  stage.does(team, 'Meldt Yara Voorbeeld aan voor een prenataal huisbezoek. Zij zegt ja.');
  const anchors = { aterme: stage.dayAfter('P28W') };
  const asked = { chain: 'kansrijke-start', entry: 'aanmelden-phb', outcome: 'aangemeld', form: bereikbaar, anchors };
  const { id } = await refer(stage, team, residents.yara, asked);
  await showReferral(stage, id, 'aangemeld', team);
  await goQuietly(stage, id, [
    [nurse, { step: 'eerste-contact-jgz', outcome: 'afspraak' }],
    [nurse, { step: 'phb', outcome: 'gedaan', form: thuis }, 'P1W'],
    [team, { step: 'plan', outcome: 'alleen-jgz', form: planNoor }],
    [nurse, { step: 'terugkoppeling-vk', outcome: 'gedaan' }],
    [team, { step: 'inzet', outcome: 'gestart', form: gestartMet }],
  ]);
  await showReferral(stage, id, 'hulp-gestart', team);
  await stage.toWeekday('P27W');
  stage.scene('Liv is geboren');
  stage.does(team, 'Meldt de geboorte. De kraamweek en de eerste weken gaan goed.');
  await act(stage, team, id, 'events', { event: 'geboorte', at: stage.dayAfter('P0D') });
  await goQuietly(stage, id, [
    ['kraamzorg', { step: 'kraamweek', outcome: 'geen', form: rustig }, 'P3D'],
    [nurse, { step: 'overdracht-jgz', outcome: 'bevestigd' }],
    [nurse, { step: 'hielprik', outcome: 'gedaan', form: geprikt }],
    [nurse, { step: 'huisbezoek-2wk', outcome: 'niet' }, 'P1W'],
    ['jeugdarts', { step: 'jeugdarts-4wk', outcome: 'phb-gedaan' }, 'P2W'],
    [nurse, { step: 'evaluatie-phb', outcome: 'gedaan', form: tevreden }, 'P1W'],
    [team, { step: 'volgen', outcome: 'verder' }],
    [team, { step: 'volgen', outcome: 'verder' }, 'P6M'],
  ]);
  await stage.toWeekday('P6M');
  return id;
}
