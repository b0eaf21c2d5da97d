import type { Journey } from './journey.ts';
import {
  besluit,
  doel,
  geweigerd,
  gevolgd,
  metRisico,
  naarGli,
  place,
  terugblik,
  totPlan,
  totPlanVerteld,
  verteld,
  volgehouden,
} from './kngg-begin.ts';

const uitvoering = 'uitvoering @ aanbieder';
const start = 'gli-start @ aanbieder';
const overbrugging = 'overbrugging @ czv';
const nogNiet = besluit('P7D', 'aanbieder', 'gli-start', 'niet', [start, overbrugging], { reason: 'geen-plek' });
const consult = besluit('P14D', 'czv', 'overbrugging', 'consult', [start, overbrugging]);

/** With a kinder-GLI: the referral, the wait, the bridging, and stopping. */
export const gliJourneys: readonly Journey[] = [
  {
    ...place,
    name: 'de kinder-GLI begint later: vier consulten overbruggen, een vijfde kan niet; ondertussen wordt het kind gevolgd',
    referral: metRisico('matig'),
    steps: [
      ...totPlan,
      ...naarGli,
      geweigerd('aanbieder', 'gli-start', 'niet', 'reason-required'),
      nogNiet,
      consult,
      consult,
      consult,
      consult,
      geweigerd('czv', 'overbrugging', 'consult', 'not-allowed-now'),
      { after: 'P29D', clock: [], opens: [start, overbrugging, 'monitoring @ czv'] },
      besluit('P1D', 'czv', 'monitoring', 'ok', [start, overbrugging], { form: gevolgd }),
      { after: 'P6D', clock: ['reminded'] },
      besluit('P1D', 'czv', 'overbrugging', 'gestart', [uitvoering]),
    ],
    ending: null,
    feedback: [...totPlanVerteld, verteld.plan, verteld.gestart],
    payer: 'zvw',
  },
  {
    ...place,
    name: 'na een wacht begint de kinder-GLI toch: de aanbieder zegt het',
    referral: metRisico('extreem'),
    steps: [...totPlan, ...naarGli, nogNiet, besluit('P5D', 'aanbieder', 'gli-start', 'gestart', [uitvoering])],
    ending: null,
    feedback: [...totPlanVerteld, verteld.plan, verteld.gestart],
  },
  {
    ...place,
    name: 'de kinder-GLI gaat niet door: een ander plan, en de gemeente betaalt verder',
    referral: metRisico('sterk'),
    steps: [
      ...totPlan,
      ...naarGli,
      nogNiet,
      besluit('P5D', 'czv', 'overbrugging', 'vervallen', ['plan @ czv'], { reason: 'te-ver' }),
      besluit('P5D', 'czv', 'plan', 'zonder', [uitvoering], { form: doel }),
    ],
    ending: null,
    feedback: [...totPlanVerteld, verteld.plan, verteld.plan],
    payer: 'gemeente',
  },
  {
    ...place,
    name: 'geen arts verwijst naar de kinder-GLI: de centrale zorgverlener biedt het elders aan, en maakt dan een ander plan',
    referral: metRisico('matig'),
    steps: [
      ...totPlan,
      besluit('P3D', 'czv', 'plan', 'met-kinder-gli', ['gli-verwijzing(offered) @ jeugdarts'], { form: doel }),
      besluit('P1D', 'jeugdarts', 'gli-verwijzing', 'geweigerd', ['gli-verwijzing(returned) @ czv'], {
        reason: 'geen-match-aanbod',
      }),
      besluit('P1D', 'czv', 'gli-verwijzing', 'omleiden', ['gli-verwijzing(offered) @ kinderarts'], {
        to: 'kinderarts',
      }),
      { after: 'P19D', clock: ['reminded', 'expired'] },
      besluit('P1D', 'czv', 'gli-verwijzing', 'ander-plan', ['plan @ czv'], { reason: 'wachttijd' }),
      besluit('P1D', 'czv', 'plan', 'zonder', [uitvoering], { form: doel }),
    ],
    ending: null,
    feedback: [...totPlanVerteld, verteld.plan, verteld.plan],
    payer: 'gemeente',
  },
  {
    ...place,
    name: 'het gezin stopt met de kinder-GLI en kiest een andere route',
    referral: metRisico('matig'),
    steps: [
      ...totPlan,
      ...naarGli,
      besluit('P14D', 'aanbieder', 'gli-start', 'gestart', [uitvoering]),
      geweigerd('aanbieder', 'uitvoering', 'uitval', 'reason-required'),
      besluit('P4W', 'aanbieder', 'uitvoering', 'uitval', ['uitval-besluit @ czv'], {
        reason: 'geen-klik-coach-of-groep',
      }),
      besluit('P3D', 'czv', 'uitval-besluit', 'andere-route', ['plan @ czv']),
      besluit('P3D', 'czv', 'plan', 'zonder', [uitvoering], { form: doel }),
    ],
    ending: null,
    feedback: [...totPlanVerteld, verteld.plan, verteld.gestart, verteld.uitgevallen, verteld.plan],
    payer: 'gemeente',
  },
  {
    ...place,
    name: 'het gezin stopt; niemand neemt het over, en wie het kind al kent kijkt na een half jaar',
    referral: metRisico('matig'),
    steps: [
      ...totPlan,
      ...naarGli,
      besluit('P14D', 'aanbieder', 'gli-start', 'gestart', [uitvoering]),
      besluit('P4W', 'aanbieder', 'uitvoering', 'uitval', ['uitval-besluit @ czv'], { reason: 'past-niet-in-leven' }),
      besluit('P3D', 'czv', 'uitval-besluit', 'stop', ['evaluatie @ czv']),
      besluit('P3D', 'czv', 'evaluatie', 'afronden', ['overdracht(offered) @ jeugdarts'], {
        form: { ...terugblik, doelen: 'niet', geholpen: 'deels' },
      }),
      besluit('P3D', 'jeugdarts', 'overdracht', 'geweigerd', ['overdracht(returned) @ czv'], { reason: 'wachttijd' }),
      geweigerd('czv', 'overdracht', 'niemand-neemt-over', 'reason-required'),
      besluit('P1D', 'czv', 'overdracht', 'niemand-neemt-over', ['nazorg @ jeugdarts'], { reason: 'geen-plek' }),
      { after: 'P5M', clock: ['reminded'] },
      besluit('P1D', 'czv', 'nazorg', 'stabiel', ['nazorg-jaar @ jeugdarts'], { form: volgehouden }),
    ],
    ending: null,
    feedback: [...totPlanVerteld, verteld.plan, verteld.gestart, verteld.uitgevallen, verteld.evaluatie],
  },
];
