import { decided, defineChain } from '../../../language/define.ts';
import { afronding } from './steps-afronding.ts';
import { begin } from './steps-begin.ts';
import { hulp } from './steps-hulp.ts';
import { texts } from './texts.ts';

/** Sources: README.md beside this folder; every row of its table stands in docs/chains/sociaal-verwijzen.md with its test. */
export const sociaalVerwijzenV1 = defineChain({
  id: 'sociaal-verwijzen',
  version: 1,
  label: 'Sociaal Verwijzen',
  purpose:
    'Sociaal Verwijzen is voor (jong)volwassenen met klachten die vooral uit hun leven komen: samen met een sociaal verwijzer vinden zij iets in de buurt dat helpt.',
  published: false,
  ...texts,
  knobs: {},
  variants: { tempo: ['spoed'], na: ['verwijzing'] },
  entries: {
    huisarts: ['aanmelden', 'toestemming', 'signaleren'],
    poh: ['aanmelden', 'toestemming', 'signaleren'],
    fysio: ['aanmelden', 'toestemming', 'signaleren'],
    gebiedsteam: ['aanmelden', 'toestemming', 'signaleren'],
    signaleerder: ['signaleren', 'toestemming'],
    'sociaal-verwijzer': ['aanmelden'],
    inwoner: ['aanmelden'],
  },
  inclusion: [
    {
      label: 'De inwoner is 16 jaar of ouder.',
      minAge: 16,
      instead: 'Bespreek met de jeugdgezondheidszorg of het gebiedsteam welke hulp past bij een kind.',
    },
  ],
  intake: 'intake',
  afterConsent: ['verkennend-gesprek', 'aanmelden', 'aanvullen', 'toewijzen', 'eerste-contact', 'intake'],
  phases: {
    begin: {
      label: 'Signaleren en aanmelden',
      regie: ['huisarts', 'poh', 'fysio', 'gebiedsteam', 'signaleerder'],
      steps: ['signaleren', 'verkennend-gesprek', 'toestemming', 'aanmelden', 'aanvullen', 'toewijzen'],
    },
    hulp: {
      label: 'De sociaal verwijzer',
      regie: 'sociaal-verwijzer',
      steps: [
        'eerste-contact',
        'terugkoppeling-niet-bereikt',
        'terugkoppeling-afzien',
        'intake',
        'terug-naar-verwijzer',
        'afweging',
        'pauze-eerst',
        'terugkoppeling-intake',
        'aanbod',
        'wachtlijst-aanbod',
        'overdracht',
        'volgen',
        'heroverweging',
        'doorverwijzing',
        'terugkoppeling-3mnd',
        'nameting',
        'afronding',
        'duurzaam-geholpen',
      ],
    },
  },
  payers: {
    version: '2026-1',
    // Nothing before the referral has arrived: the conversation itself is a usual consult of the huisarts (AMSTELLAND).
    rules: [
      {
        payer: 'gemeente',
        basis: 'Gemeente (SPUK): sociaal verwijzer, activiteiten en coördinatie (GALA, VWS-BRIEF)',
        when: [decided('aanmelden', 'compleet', 'onvolledig')],
        validFrom: '2023-01-01',
        validUntil: '2026-12-31',
      },
      {
        payer: 'gemeente',
        basis: 'Gemeente (SPUK zonder schotten): sociaal verwijzer, activiteiten en coördinatie (VWS-BRIEF)',
        when: [decided('aanmelden', 'compleet', 'onvolledig')],
        validFrom: '2027-01-01',
      },
    ],
  },
  mayLack: {
    // Without a waiting list the question is opened again at once: what does fit?
    'wachtlijst-aanbod': { gap: 'geen-wachtlijst', fallback: 'heroverweging' },
  },
  steps: { ...begin, ...hulp, ...afronding },
});
