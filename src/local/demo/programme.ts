import { daysBetween, parseLocalDate } from '../../engine/calendar/local-date.ts';
import { act, type Choice, decide, openStepOf } from './deeds.ts';
import { gevolgd, metingAchteraf, metingVooraf } from './forms.ts';
import type { Formed } from './form-group.ts';
import { showReferral, showWork } from './looks.ts';
import type { Player, Stage } from './stage.ts';

/** From the seat in the group to the last measurement; eight others go the same way beside Truus. */
export async function followProgramme(stage: Stage, truus: string, { group, others }: Formed): Promise<void> {
  const everyone = async (who: Player, choice: Choice, inWords: string): Promise<void> => {
    await decide(stage, who, truus, choice, inWords);
    await others.decide(who, choice);
  };

  stage.scene('de fysiotherapeut belt de deelnemers');
  stage.line('  (De acht anderen gaan vanaf hier dezelfde weg als Truus. Dat staat er niet steeds bij.)');
  const informed = { step: 'groep-toewijzen', outcome: 'gedaan' };
  await everyone('valpreventie-coordinator', informed, 'Wijst de groep toe en informeert de buurtsportcoach.');
  await showWork(stage, 'fysio', truus, 'fysio-belt');
  const openStep = await openStepOf(stage, 'fysio', truus, 'fysio-belt');
  const attempt = { openStep, at: stage.dayAfter('P0D'), channel: 'telefoon', result: 'niet-bereikt' };
  stage.does('fysio', 'Belt Truus. Zij neemt niet op: de poging staat genoteerd.');
  await act(stage, 'fysio', truus, 'attempts', attempt);
  await stage.toWeekday('P1D');
  await everyone(
    'fysio',
    { step: 'fysio-belt', outcome: 'deelnemen' },
    'Belt de volgende dag nog eens: Truus doet mee.',
  );

  await stage.toWeekday('P10D');
  stage.scene('meting voor de start (T0)');
  await everyone('fysio', { step: 't0', outcome: 'gedaan', form: metingVooraf }, 'Meet TUG, SPPB en FES-I.');
  await showReferral(stage, truus, 'gestart');

  const toTheEnd = daysBetween(stage.dayAfter('P0D'), parseLocalDate(group.endsOn));
  await stage.toWeekday(`P${toTheEnd - 20}D`);
  stage.scene('drie weken voor het einde opent de voorlichting');
  await showWork(stage, 'buurtsportcoach', truus, 'voorlichting-regulier');
  const told = { step: 'voorlichting-regulier', outcome: 'gegeven' };
  await everyone('buurtsportcoach', told, 'Vertelt de groep over beweegaanbod in de buurt.');

  await stage.toWeekday('P18D');
  stage.scene('het programma is klaar: eindmeting en eindgesprek (T1)');
  const done = { step: 'interventie-groep', outcome: 'afgerond', form: gevolgd };
  await everyone('fysio', done, 'Rondt In Balans af: Truus was er 20 keer.');
  const measured = { step: 't1', outcome: 'gedaan', form: metingAchteraf };
  await everyone('fysio', measured, 'Meet opnieuw: de TUG gaat van 14,2 naar 11,1 seconden.');
  await showReferral(stage, truus, 'eindmeting');
}
