import { mustHold } from './as-told.ts';
import { decide } from './deeds.ts';
import { shortDate } from './dutch-dates.ts';
import { breedGesprek, doelRia, eindmeting, generiek, geenOorzaak, metingGli, risicoRia } from './forms-of-chains.ts';
import { lookAt, showReferral, showWork } from './looks.ts';
import { refer, residents } from './residents.ts';
import type { Stage } from './stage.ts';

const cz = 'centrale-zorgcoordinator';
const coach = 'leefstijlcoach';

/** Ria follows a GLI of 24 months, and holds on a year later. @returns her case. */
export async function followGli(stage: Stage): Promise<string> {
  stage.scene('de huisarts bepaalt met Ria het gezondheidsrisico door gewicht');
  stage.does('huisarts', 'Legt vast: matig verhoogd. Ria Voorbeeld vindt het goed om erover te praten.');
  const risk = { chain: 'vngg', entry: 'bepaal-ggr', outcome: 'matig', form: risicoRia };
  const { id } = await refer(stage, 'huisarts', residents.ria, risk);
  await decide(stage, 'huisarts', id, { step: 'check-oorzaken', outcome: 'geen', form: geenOorzaak });
  await decide(stage, 'poh', id, { step: 'bespreek-motivatie', outcome: 'gemotiveerd' }, 'Ria wil iets doen.');
  await decide(stage, 'poh', id, { step: 'aanmelden-cz', outcome: 'gedaan' });
  await showReferral(stage, id, 'aangemeld');
  await makePlan(stage, id);
  await startGli(stage, id);
  await goOn(stage, id);
  return id;
}

async function makePlan(stage: Stage, id: string): Promise<void> {
  await stage.toWeekday('P4D');
  stage.scene('intake en plan bij de zorgcoördinator');
  await showWork(stage, cz, id, 'eerste-contact-cz');
  await decide(stage, cz, id, { step: 'eerste-contact-cz', outcome: 'bereikt' });
  await stage.toWeekday('P7D');
  const broad = { step: 'intake-cz', outcome: 'gedaan', form: breedGesprek };
  await decide(stage, cz, id, broad, 'Spreekt Ria: zij wil weer kunnen fietsen.');
  await decide(stage, cz, id, { step: 'afweging-eerst', outcome: 'nee' });
  const planned = { step: 'plan', outcome: 'gli', form: doelRia };
  await decide(stage, cz, id, planned, 'Maakt met haar een plan: de GLI, een groep van 24 maanden.');
  const indicated = { step: 'gli-verwijzing', outcome: 'indicatie-ok', form: generiek };
  await decide(stage, 'huisarts', id, indicated, 'Er is een indicatie: verwijst naar de GLI.');
}

async function startGli(stage: Stage, id: string): Promise<void> {
  await decide(stage, coach, id, { step: 'gli-wachtlijst', outcome: 'aanvaard' });
  await stage.toWeekday('P14D');
  stage.scene('er begint een groep');
  await decide(stage, coach, id, { step: 'gli-wachtlijst', outcome: 'start' });
  const begun = { step: 'gli-intake', outcome: 'start', form: metingGli };
  await decide(stage, coach, id, begun, 'Weegt en meet, en Ria begint.');
  await showReferral(stage, id, 'gli-gestart');
  const { payer } = await lookAt(stage, cz, id);
  mustHold(payer?.payer === 'zvw', 'de zorgverzekeraar betaalt de GLI');
  stage.sees(cz, `Wie betaalt, vanaf ${shortDate(payer.validFrom)}: ${payer.basis}.`);
}

/** Four looks at how it goes, a year of treatment, a year to keep it up, and one more year. */
async function goOn(stage: Stage, id: string): Promise<void> {
  for (const months of ['P3M', 'P3M', 'P6M']) {
    await stage.toWeekday(months);
    await decide(stage, cz, id, { step: 'voortgang', outcome: 'ok' });
  }
  stage.scene('een jaar later');
  stage.does(cz, 'Sprak Ria na 3, 6 en 12 maanden: het gaat zoals gepland.');
  const treated = { step: 'gli-behandelfase', outcome: 'afgerond', form: metingGli };
  await decide(stage, coach, id, treated, 'Rondt de behandelfase af. De onderhoudsfase begint.');
  await stage.toWeekday('P12M');
  stage.scene('de GLI is klaar');
  await decide(stage, cz, id, { step: 'voortgang', outcome: 'ok' });
  await decide(stage, coach, id, { step: 'gli-onderhoudsfase', outcome: 'afgerond', form: metingGli });
  const measured = { step: 'eindmeting', outcome: 'gedaan', form: eindmeting };
  await decide(stage, coach, id, measured, 'Meet nog eens: 88 kilo, dat was 98. Ria geeft de GLI een 8.');
  await decide(stage, coach, id, { step: 'terugkoppeling', outcome: 'gedaan' });
  await showReferral(stage, id, 'eindmeting');
  await stage.toWeekday('P12M');
  stage.scene('weer een jaar later');
  const kept = { step: 'beheer', outcome: 'stabiel', form: { volgehouden: true } };
  await decide(stage, 'poh', id, kept, 'Ziet Ria: zij houdt het vol, en fietst.');
  const { ending } = await showReferral(stage, id, 'afgerond');
  mustHold(ending === 'afgerond', 'het traject van Ria is afgerond');
}
