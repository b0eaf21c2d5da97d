import { decided, defineChain } from '../../../language/define.ts';
import { begeleiding, huisbezoek } from './steps-huisbezoek.ts';
import { kraamtijd } from './steps-kraamtijd.ts';
import { kinderwens, zwangerschap } from './steps-zwanger.ts';
import { texts } from './texts.ts';

/** Sources: README.md beside this folder; every row of its table stands in docs/chains/kansrijke-start.md with its test. */
export const kansrijkeStartV1 = defineChain({
  id: 'kansrijke-start',
  version: 1,
  label: 'Kansrijke Start',
  purpose:
    'Kansrijke Start is voor (aanstaande) ouders die steun kunnen gebruiken: van voor de zwangerschap tot het kind twee jaar is krijgen zij op tijd hulp die bij hen past. Meedoen is vrijwillig.',
  published: false,
  ...texts,
  knobs: {
    nnz: {
      options: ['live', 'niet-beschikbaar'],
      default: 'live',
      label: 'Doet de gemeente mee met Nu Niet Zwanger?',
    },
    uitnodiging: {
      options: ['P4W', 'P8W', 'P13W'],
      default: 'P8W',
      label: 'Hoe lang geldt een code?',
    },
  },
  anchors: { aterme: 'Uitgerekende datum', geboorte: 'Geboorte' },
  bounds: {
    aterme: { ahead: 'P300D', behind: 'P6W', until: 'geboorte' },
    geboorte: { ahead: 'P0D', around: { anchor: 'aterme', before: 'P18W', after: 'P6W' } },
  },
  events: {
    aterme: { label: 'De uitgerekende datum is bekend of veranderd', anchor: 'aterme', planned: true },
    geboorte: { label: 'Het kind is geboren', anchor: 'geboorte' },
    'zwangerschap-beeindigd': { label: 'De zwangerschap is beëindigd' },
  },
  silencedByDeathOf: ['kind'],
  variants: { prioriteit: ['ja'], bezoek: ['samen'], na: ['doelen'] },
  entries: {
    verloskundige: ['aanmelden-phb', 'intake-vk', 'kinderwens'],
    huisarts: ['aanmelden-phb', 'kinderwens'],
    poh: ['aanmelden-phb', 'kinderwens'],
    kraamzorg: ['kraamweek', 'aanmelden-phb'],
    gebiedsteam: ['aanmelden-phb', 'kinderwens'],
    jeugdverpleegkundige: ['aanmelden-phb', 'kinderwens'],
    jeugdarts: ['aanmelden-phb', 'kinderwens'],
    kinderarts: ['aanmelden-phb'],
    aandachtsfunctionaris: ['kinderwens', 'aanmelden-phb'],
    ggd: ['kinderwens'],
    inwoner: ['aanmelden-phb'],
  },
  invites: 'aanmelden-phb',
  inclusion: [
    {
      label: 'De (aanstaande) ouder is 12 jaar of ouder.',
      minAge: 12,
      instead: 'Verwijs de ouder, niet het kind. Voor een kind met een zorgvraag is de jeugdgezondheidszorg er.',
    },
  ],
  afterConsent: ['nnz-coordinator', 'aanmelden-phb', 'eerste-contact-jgz', 'phb'],
  confidentialExistence: true,
  phases: {
    kinderwens: {
      label: 'Voor de zwangerschap',
      regie: 'aandachtsfunctionaris',
      steps: ['kinderwens', 'nnz-begeleiding', 'nnz-coordinator'],
    },
    zwangerschap: {
      label: 'Zwangerschap: gewone zorg',
      regie: 'verloskundige',
      steps: [
        'intake-vk',
        'basiszorg-volgen',
        'na-geboorte',
        'weging',
        'toestemming',
        'meldcode-route',
        'aanmelden-phb',
        'aanmelden-kraamzorg',
        'kraamintake',
      ],
    },
    huisbezoek: {
      label: 'Prenataal huisbezoek',
      regie: ['jeugdverpleegkundige', 'verloskundige'],
      steps: ['eerste-contact-jgz', 'phb', 'terugkoppeling-niet-bereikt', 'terugkoppeling-ziet-af'],
    },
    begeleiding: {
      label: 'Plan en hulp, tot de tweede verjaardag',
      regie: ['gebiedsteam', 'jeugdverpleegkundige'],
      steps: [
        'plan',
        'gebiedsteam-erbij',
        'terugkoppeling-vk',
        'terugkoppeling-overleg',
        'mdo',
        'inzet',
        'volgen',
        'afronding',
      ],
    },
    kraamtijd: {
      label: 'Kraamtijd',
      regie: ['kraamzorg', 'verloskundige'],
      steps: ['kraamweek', 'overdracht-jgz', 'overdracht-warm'],
    },
    jgz: {
      label: 'De eerste weken bij de JGZ',
      regie: 'jeugdverpleegkundige',
      steps: ['hielprik', 'huisbezoek-2wk', 'jeugdarts-4wk', 'evaluatie-phb', 'einde-basiszorg'],
    },
  },
  payers: {
    version: '2025-1',
    rules: [
      {
        payer: 'gemeente',
        basis: 'Gemeente (SPUK): VoorZorg, Stevig Ouderschap en andere hulp uit het plan (OPD-D5)',
        when: [decided('inzet', 'gestart')],
        validFrom: '2024-01-01',
      },
      {
        payer: 'wpg',
        basis: 'Wet publieke gezondheid: prenataal huisbezoek door de JGZ (PHB-WET)',
        when: [decided('aanmelden-phb', 'aangemeld')],
        validFrom: '2022-07-01',
      },
      {
        payer: 'zvw',
        basis: 'Zorgverzekeringswet: verloskunde (aanname)',
        when: [decided('intake-vk', 'signaal', 'geen')],
        validFrom: '2024-01-01',
      },
      {
        payer: 'zvw',
        basis: 'Zorgverzekeringswet: kraamzorg (aanname)',
        when: [decided('kraamweek', 'signaal', 'geen')],
        validFrom: '2024-01-01',
      },
      {
        payer: 'gemeente',
        basis: 'Gemeente (SPUK): Nu Niet Zwanger (OPD-D5)',
        when: [decided('kinderwens', 'nu-niet')],
        validFrom: '2024-01-01',
      },
    ],
  },
  mayLack: {
    'nnz-coordinator': { gap: 'geen-nnz-coordinator', fallback: 'nnz-begeleiding' },
    'gebiedsteam-erbij': { gap: 'geen-gebiedsteam', fallback: 'terugkoppeling-vk' },
  },
  steps: { ...kinderwens, ...zwangerschap, ...huisbezoek, ...begeleiding, ...kraamtijd },
});
