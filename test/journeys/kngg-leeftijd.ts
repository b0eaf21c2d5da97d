import type { Journey, JourneyStep, Ring } from './journey.ts';
import {
  besluit,
  blijftGoed,
  gevolgd,
  geweigerd,
  goedVerteld,
  jvk,
  metRisico,
  naarGli,
  naarNazorg,
  ouders,
  place,
  terugblik,
  totPlan,
  totPlanVerteld,
  verteld,
  zonder,
} from './kngg-begin.ts';

const uitvoering = 'uitvoering @ aanbieder';
const monitoring = 'monitoring @ czv';
const evaluatie = 'evaluatie @ czv';
const slot = 'evaluatie-slot @ czv';
const naarVolwassen = 'naar-volwassen @ czv';

const doorgaan = besluit('P0D', 'czv', 'evaluatie', 'doorgaan', [uitvoering], { form: terugblik });

/** A quarter of a long trajectory goes by; `clock` is what rings meanwhile. */
const kwartaal = (...clock: Ring[]): readonly JourneyStep[] => [
  { after: 'P3M', clock, opens: [uitvoering, monitoring] },
  besluit('P0D', 'czv', 'monitoring', 'ok', [uitvoering], { form: gevolgd }),
];
/** One at the end of a half year: also evaluated, and it goes on. */
const halfJaar = (...clock: Ring[]): readonly JourneyStep[] => [
  { after: 'P3M', clock, opens: [uitvoering, monitoring, evaluatie] },
  besluit('P0D', 'czv', 'monitoring', 'ok', [uitvoering, evaluatie], { form: gevolgd }),
  doorgaan,
];
const klaar = besluit('P0D', 'aanbieder', 'uitvoering', 'klaar', [evaluatie]);

/** What birthdays and the ceiling bring. */
export const leeftijdJourneys: readonly Journey[] = [
  {
    ...place,
    name: 'drie en een half jaar begeleiding, twee jaar kinder-GLI daarbinnen: dan volgt de laatste evaluatie',
    referral: metRisico('sterk'),
    steps: [
      ...totPlan,
      ...naarGli,
      besluit('P1D', 'aanbieder', 'gli-start', 'gestart', [uitvoering]),
      { after: 'P6D', clock: [] },
      ...kwartaal(),
      ...halfJaar(),
      ...kwartaal(),
      ...halfJaar(),
      ...kwartaal(),
      // Three quarters of the 24 months of the kinder-GLI have passed.
      ...halfJaar('reminded'),
      ...kwartaal(),
      klaar,
      doorgaan,
      { after: 'P5D', clock: [] },
      ...halfJaar(),
      ...kwartaal(),
      { after: 'P3M', clock: ['reminded'], opens: [uitvoering, monitoring, evaluatie] },
      besluit('P0D', 'czv', 'monitoring', 'ok', [uitvoering, evaluatie], { form: gevolgd }),
      klaar,
      doorgaan,
      { after: 'P3D', clock: [] },
      ...kwartaal(),
      ...halfJaar(),
      ...kwartaal('reminded'),
      { after: 'P70D', clock: [], opens: [uitvoering, slot] },
      besluit('P3D', 'czv', 'evaluatie-slot', 'afronden', ['overdracht(offered) @ jeugdarts'], { form: terugblik }),
      ...naarNazorg,
      ...blijftGoed,
    ],
    ending: 'afgerond',
    feedback: [
      ...totPlanVerteld,
      verteld.plan,
      verteld.gestart,
      ...Array<string>(7).fill(verteld.evaluatie),
      ...goedVerteld,
    ],
    payer: 'zvw',
  },
  {
    ...place,
    name: 'het kind wordt 12 en geeft ook zelf toestemming; wat de ouders vlak voor de verjaardag tekenden, geldt dan niet meer',
    referral: { ...metRisico('licht'), birthday: { turns: 12, in: 'P60D' } },
    steps: [
      ...totPlan,
      zonder,
      { after: 'P45D', clock: [], opens: [uitvoering, 'toestemming-12 @ czv'] },
      geweigerd('czv', 'toestemming-12', 'akkoord', 'invalid-input', { form: ouders }),
      geweigerd('czv', 'toestemming-12', 'akkoord', 'invalid-input', {
        form: { leeftijd: '12-tot-16', door: 'ouders' },
      }),
      besluit('P1D', 'czv', 'toestemming-12', 'akkoord', [uitvoering], {
        form: { leeftijd: '12-tot-16', door: 'ouders-en-kind' },
      }),
    ],
    ending: null,
    feedback: [...totPlanVerteld, verteld.plan],
  },
  {
    ...place,
    name: 'met 16 beslist de jongere alleen, en wil niet meer',
    referral: { ...metRisico('licht'), birthday: { turns: 16, in: 'P118D' } },
    steps: [
      ...totPlan,
      zonder,
      { after: 'P96D', clock: [], opens: [uitvoering, monitoring, 'toestemming-16 @ czv'] },
      geweigerd('czv', 'toestemming-16', 'weigert', 'invalid-input', { form: { leeftijd: '12-tot-16' } }),
      besluit('P1D', 'czv', 'toestemming-16', 'weigert', [], { form: { leeftijd: 'vanaf-16' } }),
    ],
    ending: 'geen-toestemming',
    feedback: [...totPlanVerteld, verteld.plan, verteld.geenToestemming],
  },
  {
    ...place,
    name: 'het kind wordt 12 en wil niet',
    referral: { ...metRisico('licht'), birthday: { turns: 12, in: 'P2D' } },
    steps: [
      { after: 'P3D', clock: [], opens: ['eerste-contact @ czv', 'toestemming-12 @ czv'] },
      besluit('P1D', 'czv', 'toestemming-12', 'weigert', [], { form: { leeftijd: '12-tot-16' } }),
    ],
    ending: 'geen-toestemming',
    feedback: [verteld.aangemeld, verteld.geenToestemming],
  },
  {
    ...place,
    name: 'de jongere wordt 16 en gaat door',
    referral: { ...metRisico('licht'), birthday: { turns: 16, in: 'P2D' } },
    steps: [
      { after: 'P3D', clock: [], opens: ['eerste-contact @ czv', 'toestemming-16 @ czv'] },
      besluit('P1D', 'czv', 'toestemming-16', 'akkoord', ['eerste-contact @ czv'], {
        form: { leeftijd: 'vanaf-16', door: 'kind' },
      }),
    ],
    ending: null,
    feedback: [verteld.aangemeld],
  },
  {
    ...place,
    name: 'met 17 jaar en een half wordt de overgang gekozen: na een laatste evaluatie naar VnGG',
    referral: { ...metRisico('licht'), birthday: { turns: 18, in: 'P9M' } },
    steps: [
      ...totPlan,
      zonder,
      { after: 'P70D', clock: [], opens: [uitvoering, naarVolwassen] },
      besluit('P1D', 'czv', 'naar-volwassen', 'vngg', [uitvoering, slot]),
      besluit('P3D', 'czv', 'evaluatie-slot', 'afronden', ['overdracht(offered) @ jeugdarts'], { form: terugblik }),
      besluit('P2D', jvk, 'overdracht', 'aanvaard', ['overdracht(contact) @ jeugdarts']),
      besluit('P3D', 'czv', 'overdracht', 'contact-bevestigd', ['overdracht @ jeugdarts']),
      besluit('P2D', jvk, 'overdracht', 'vngg', ['nazorg @ jeugdarts', 'koppeling#vngg @ jeugdarts']),
      { after: 'P1D', who: jvk, couples: 'vervolg', chain: 'vngg', opens: ['nazorg @ jeugdarts'] },
      ...blijftGoed,
    ],
    ending: 'afgerond',
    feedback: [...totPlanVerteld, verteld.plan, ...goedVerteld],
    links: ['vervolg: vngg'],
  },
  {
    ...place,
    name: 'wie al bijna 18 is, gaat naar de huisarts, en niet naar VnGG; wat nog openstond vervalt',
    referral: { ...metRisico('licht'), birthday: { turns: 18, in: 'P3M' } },
    steps: [
      besluit('P4D', 'czv', 'eerste-contact', 'bereikt', ['intake @ czv']),
      { after: 'P1D', clock: [], opens: ['intake @ czv', naarVolwassen] },
      besluit('P1D', 'czv', 'naar-volwassen', 'huisarts', ['intake @ czv', slot]),
      besluit('P3D', 'czv', 'evaluatie-slot', 'afronden', ['overdracht(offered) @ jeugdarts'], { form: terugblik }),
      besluit('P2D', jvk, 'overdracht', 'aanvaard', ['overdracht(contact) @ jeugdarts']),
      besluit('P3D', 'czv', 'overdracht', 'contact-bevestigd', ['overdracht @ jeugdarts']),
      geweigerd(jvk, 'overdracht', 'vngg', 'not-allowed-now'),
      besluit('P2D', jvk, 'overdracht', 'bevestigd', ['nazorg @ jeugdarts']),
    ],
    ending: null,
    feedback: [verteld.aangemeld, verteld.evaluatie, verteld.overgedragen],
    links: [],
  },
];
