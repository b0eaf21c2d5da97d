import { decide, goQuietly } from './deeds.ts';
import { doelSem, eersteMeting, hoogRisico, leidraad, terugblik, volgehouden, volgtPlan } from './forms-of-chains.ts';
import { showReferral } from './looks.ts';
import type { Stage } from './stage.ts';

const czv = 'czv';
const nurse = 'jeugdverpleegkundige';

/** Liv and her parents get a plan, without a programme. */
export async function planForChild(stage: Stage, liv: string): Promise<void> {
  stage.scene('een plan voor Liv en haar ouders');
  const found = { step: 'bepaal-ggr', outcome: 'matig', form: hoogRisico };
  await decide(stage, 'jeugdarts', liv, found, 'Onderzoekt Liv: matig verhoogd risico.');
  await goQuietly(stage, liv, [
    ['jeugdarts', { step: 'aanmelden', outcome: 'in-doelgroep', form: {} }],
    [czv, { step: 'eerste-contact', outcome: 'bereikt' }, 'P4D'],
    [czv, { step: 'intake', outcome: 'gedaan', form: eersteMeting }],
    [czv, { step: 'brede-anamnese', outcome: 'gedaan', form: leidraad }, 'P1W'],
    [czv, { step: 'analyse', outcome: 'leefstijl' }],
    [czv, { step: 'plan', outcome: 'zonder', form: doelSem }],
  ]);
  stage.does(czv, 'Maakt een plan met het gezin. Weet dat er meer loopt, niet wat.');
  await showReferral(stage, liv, 'plan', 'gebiedsteam');
}

/** The goals are reached after a quarter of a year, and hold for a year. */
export async function followChild(stage: Stage, liv: string): Promise<void> {
  await goQuietly(stage, liv, [
    [czv, { step: 'monitoring', outcome: 'doelen', form: volgtPlan }, 'P7W'],
    [czv, { step: 'evaluatie', outcome: 'afronden', form: terugblik }],
    [nurse, { step: 'overdracht', outcome: 'aanvaard' }],
    [czv, { step: 'overdracht', outcome: 'contact-bevestigd' }],
    [nurse, { step: 'overdracht', outcome: 'bevestigd' }],
    [nurse, { step: 'nazorg', outcome: 'stabiel', form: volgehouden }, 'P6M'],
    [nurse, { step: 'nazorg-jaar', outcome: 'stabiel', form: volgehouden }, 'P6M'],
  ]);
  stage.scene('een jaar na de begeleiding van Liv');
  stage.does(nurse, 'Ziet dat het goed blijft gaan.');
  await showReferral(stage, liv, 'afgerond', 'gebiedsteam');
}
