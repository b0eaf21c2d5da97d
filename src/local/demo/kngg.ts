import { addYears } from '../../engine/calendar/local-date.ts';
import { mustHold } from './as-told.ts';
import { decide } from './deeds.ts';
import { doelSem, eersteMeting, leidraad, terugblik, volgehouden, volgtPlan } from './forms-of-chains.ts';
import { showReferral, showWork } from './looks.ts';
import { child, refer } from './residents.ts';
import type { Stage } from './stage.ts';

const czv = 'czv';
const nurse = 'jeugdverpleegkundige';

/** Sem gets a kinder-GLI and help around it; his family keeps it up. @returns his case. */
export async function growUpHealthily(stage: Stage): Promise<string> {
  stage.scene('de jeugdarts meldt Sem aan');
  stage.does('jeugdarts', 'Meldt Sem Voorbeeld aan, 9 jaar, sterk verhoogd risico. Zijn ouders vinden het goed.');
  const sem = child('Sem', addYears(stage.dayAfter('P0D'), -9));
  const asked = { chain: 'kngg', outcome: 'in-doelgroep', form: { ggr: 'sterk' }, consentBy: 'ouder' } as const;
  const { id } = await refer(stage, 'jeugdarts', sem, asked);
  await showReferral(stage, id, 'aangemeld', 'jeugdarts');
  await getToKnow(stage, id);
  await startTogether(stage, id);
  await followSem(stage, id);
  return id;
}

async function getToKnow(stage: Stage, id: string): Promise<void> {
  await stage.toWeekday('P4D');
  stage.scene('de centrale zorgverlener leert het gezin kennen');
  await showWork(stage, czv, id, 'eerste-contact');
  await decide(stage, czv, id, { step: 'eerste-contact', outcome: 'bereikt' });
  await decide(stage, czv, id, { step: 'intake', outcome: 'gedaan', form: eersteMeting });
  await stage.toWeekday('P7D');
  const broad = { step: 'brede-anamnese', outcome: 'gedaan', form: leidraad };
  await decide(stage, czv, id, broad, 'Praat met Sem en zijn ouders over slapen, geld en eten.');
  await decide(stage, czv, id, { step: 'analyse', outcome: 'leefstijl' });
  const planned = { step: 'plan', outcome: 'met-kinder-gli', form: doelSem };
  await decide(stage, czv, id, planned, 'Maakt met het gezin een plan: sport, schuldhulp en de kinder-GLI.');
}

async function startTogether(stage: Stage, id: string): Promise<void> {
  await decide(stage, 'jeugdarts', id, { step: 'gli-verwijzing', outcome: 'geaccepteerd' });
  await stage.toWeekday('P1W');
  await decide(stage, 'aanbieder', id, { step: 'gli-start', outcome: 'gestart' }, 'Sem begint met de kinder-GLI.');
  await showReferral(stage, id, 'gestart', 'jeugdarts');
  await stage.toWeekday('P3M');
  stage.scene('elk kwartaal kijkt de centrale zorgverlener mee');
  const followed = { step: 'monitoring', outcome: 'ok', form: volgtPlan };
  await decide(stage, czv, id, followed, 'Ziet het gezin na drie maanden, en na een half jaar weer.');
  await stage.toWeekday('P3M');
  await decide(stage, czv, id, { step: 'monitoring', outcome: 'doelen', form: volgtPlan });
}

async function followSem(stage: Stage, id: string): Promise<void> {
  stage.scene('de doelen zijn bereikt');
  const looked = { step: 'evaluatie', outcome: 'afronden', form: terugblik };
  await decide(stage, czv, id, looked, 'Kijkt terug: Sem sport twee keer per week, en geeft zijn leven een 7.');
  const step = 'overdracht';
  await decide(stage, nurse, id, { step, outcome: 'aanvaard' }, 'Neemt het over, samen met het gezin.');
  await decide(stage, czv, id, { step, outcome: 'contact-bevestigd' });
  await decide(stage, nurse, id, { step, outcome: 'bevestigd' });
  await showReferral(stage, id, 'overgedragen', 'jeugdarts');
  await stage.toWeekday('P6M');
  await decide(stage, nurse, id, { step: 'nazorg', outcome: 'stabiel', form: volgehouden });
  await stage.toWeekday('P6M');
  stage.scene('een jaar na de begeleiding');
  const kept = { step: 'nazorg-jaar', outcome: 'stabiel', form: volgehouden };
  await decide(stage, nurse, id, kept, 'Ziet Sem na een half jaar en na een jaar: het blijft goed gaan.');
  const { ending } = await showReferral(stage, id, 'afgerond', 'jeugdarts');
  mustHold(ending === 'afgerond', 'het traject van Sem is afgerond');
}
