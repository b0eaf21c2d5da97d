import { decided, defineChain, keptIs } from '../../../language/define.ts';
import { begin } from './steps-begin.ts';
import { leeftijd } from './steps-leeftijd.ts';
import { plan } from './steps-plan.ts';
import { uitvoering } from './steps-uitvoering.ts';
import { volgen } from './steps-volgen.ts';
import { texts } from './texts.ts';

/** Sources: README.md beside this folder; every row of its table stands in docs/chains/kngg.md with its test. */
export const knggV1 = defineChain({
  id: 'kngg',
  version: 1,
  label: 'Kind naar een gezonder gewicht',
  purpose:
    'Voor kinderen en jongeren met een verhoogd gezondheidsrisico door gewicht, en hun gezin: een centrale zorgverlener kijkt verder dan de kilo’s.',
  published: false,
  ...texts,
  knobs: {
    doelgroep: {
      options: ['vanaf-licht', 'vanaf-matig', 'licht-en-matig'],
      default: 'vanaf-licht',
      label: 'Voor welk gezondheidsrisico is KnGG hier?',
    },
  },
  anchors: {
    twaalf: 'Twaalfde verjaardag',
    zestien: 'Zestiende verjaardag',
    achttien: 'Achttiende verjaardag',
  },
  order: [
    ['twaalf', 'zestien'],
    ['zestien', 'achttien'],
    ['twaalf', 'achttien'],
  ],
  birthdays: { twaalf: 'P12Y', zestien: 'P16Y', achttien: 'P18Y' },
  variants: { ronde: ['opnieuw'], programma: ['kinder-gli'] },
  entries: {
    huisarts: ['aanmelden', 'bepaal-ggr', 'signaleren'],
    kinderarts: ['aanmelden', 'bepaal-ggr', 'signaleren'],
    jeugdarts: ['aanmelden', 'bepaal-ggr', 'signaleren'],
    jeugdverpleegkundige: ['aanmelden', 'bespreken', 'signaleren'],
    signaleerder: ['signaleren'],
    czv: ['aanmelden'],
    inwoner: ['aanmelden'],
  },
  inclusion: [
    {
      label: 'Het kind is jonger dan 18 jaar.',
      maxAge: 17,
      instead: 'Voor volwassenen is er Volwassenen naar een gezonder gewicht.',
    },
    {
      label: 'Het kind heeft een verhoogd gezondheidsrisico door gewicht (GGR).',
      code: 'ggr',
      in: ['licht', 'matig', 'sterk', 'extreem'],
      instead: 'De jeugdgezondheidszorg volgt het kind. Verwijs opnieuw als het risico verhoogd is.',
    },
    {
      label: 'De klasse van het gezondheidsrisico hoort bij de doelgroep van deze gemeente.',
      code: 'ggr',
      byKnob: 'doelgroep',
      cases: {
        'vanaf-licht': ['licht', 'matig', 'sterk', 'extreem'],
        'vanaf-matig': ['matig', 'sterk', 'extreem'],
        'licht-en-matig': ['licht', 'matig'],
      },
      // Where the class is set here, the case counts that this place has nothing, and the referrer decides.
      begins: ['aanmelden'],
      instead: 'Bespreek met de jeugdarts of de huisarts welke hulp er hier wel is voor dit kind.',
    },
  ],
  intake: 'intake',
  afterConsent: [
    'bepaal-ggr',
    'kinderarts',
    'nabellen',
    'aanmelden',
    'eerste-contact',
    'intake',
    'gli-verwijzing',
    'overdracht',
  ],
  // The general rule of the WGBO, as an assumption.
  consentBy: [
    {
      under: 12,
      by: ['ouder', 'voogd', 'wettelijk-vertegenwoordiger'],
      says: 'Voor een kind jonger dan 12 geven de ouders toestemming.',
    },
    {
      under: 16,
      by: ['ouders-en-kind'],
      says: 'Van 12 tot 16 jaar geven ouders (of voogd) en kind allebei toestemming.',
    },
    {
      by: ['inwoner', 'wettelijk-vertegenwoordiger', 'gemachtigde'],
      says: 'Vanaf 16 jaar geeft de jongere zelf toestemming.',
    },
  ],
  phases: {
    begin: {
      label: 'Signaleren en aanmelden',
      regie: ['jeugdverpleegkundige', 'jeugdarts', 'huisarts', 'kinderarts', 'signaleerder'],
      steps: ['signaleren', 'bespreken', 'bepaal-ggr', 'kinderarts', 'nabellen', 'aanmelden'],
    },
    begeleiding: {
      label: 'De centrale zorgverlener',
      regie: 'czv',
      steps: [
        'eerste-contact',
        'terug-verwijzer',
        'intake',
        'brede-anamnese',
        'analyse',
        'meldcode-route',
        'pauze-eerst',
        'plan',
        'financier',
        'gli-verwijzing',
        'gli-start',
        'overbrugging',
        'uitvoering',
        'monitoring',
        'uitval-besluit',
        'evaluatie',
        'evaluatie-slot',
        'toestemming-12',
        'toestemming-16',
        'naar-volwassen',
        'overdracht',
      ],
    },
    nazorg: { label: 'Nazorg', regie: ['jgz', 'huisarts', 'czv'], steps: ['nazorg', 'nazorg-jaar'] },
  },
  limits: {
    ceiling: {
      label: 'De begeleiding duurt ten hoogste drie en een half jaar',
      from: 'intake',
      until: 'overdracht',
      within: { fixed: 'P3Y6M', source: 'KGLI-INS' },
      opens: 'evaluatie-slot',
    },
  },
  payers: {
    version: '2026-1',
    rules: [
      {
        payer: 'gemeente',
        basis: 'Gemeente: licht verhoogd risico, of een plan zonder kinder-GLI (OPD-D5)',
        when: [decided('financier', 'gemeente')],
        validFrom: '2024-01-01',
      },
      {
        payer: 'zvw',
        basis: 'Zorgverzekeringswet: intake, analyse en plan, en het vervolg met kinder-GLI (OPD-D5, KGLI-INS)',
        when: [keptIs('ggr', 'matig', 'sterk', 'extreem')],
        validFrom: '2024-01-01',
      },
      {
        payer: 'gemeente',
        basis: 'Gemeente: licht verhoogd risico, of nog geen klasse bekend (OPD-D5)',
        when: [],
        validFrom: '2024-01-01',
      },
    ],
  },
  mayLack: {
    // Back to the plan: without a kinder-GLI another payer pays for what follows (OPD-D5).
    'gli-verwijzing': { gap: 'geen-kinder-gli', fallback: 'plan' },
  },
  steps: { ...begin, ...plan, ...uitvoering, ...volgen, ...leeftijd },
});
