import { decided, defineChain } from '../../../language/define.ts';
import { hogeRoute } from './steps-hoog.ts';
import { groepsRoute } from './steps-groep.ts';
import { opsporen } from './steps-opsporen.ts';
import { vervolg } from './steps-vervolg.ts';
import { texts } from './texts.ts';

/** Sources: README.md beside this folder; every row of its table stands in docs/chains/valpreventie.md with its test. */
export const valpreventieV1 = defineChain({
  id: 'valpreventie',
  version: 1,
  label: 'Valpreventie',
  purpose:
    'Valpreventie is voor inwoners vanaf 65 jaar die thuis wonen: wie meer kans heeft om te vallen, krijgt op tijd een test en hulp die past bij het risico.',
  published: true,
  ...texts,
  knobs: {
    hoogRoute: {
      options: ['live', 'pilot', 'niet-beschikbaar'],
      default: 'live',
      label: 'Is de hoge route van valpreventie hier ingericht?',
    },
  },
  anchors: { 'start-groep': 'Eerste bijeenkomst van de groep', 'einde-groep': 'Geplande laatste bijeenkomst' },
  order: [['start-groep', 'einde-groep']],
  variants: { gebied: ['buurgemeente'], na: ['otago'] },
  marks: { otago: 'Otago op verwijzing van de huisarts' },
  entries: {
    huisarts: ['valrisicotest', 'opsporen', 'huisarts-beeld'],
    poh: ['valrisicotest', 'opsporen', 'huisarts-beeld'],
    tester: ['valrisicotest', 'toestemming-matig', 'aanmelden-matig', 'toestemming-hoog'],
    fysio: ['valrisicotest', 'opsporen'],
    signaleerder: ['opsporen', 'valrisicotest'],
    inwoner: ['valrisicotest', 'opsporen'],
  },
  inclusion: [
    {
      label: 'De inwoner is 65 jaar of ouder.',
      minAge: 65,
      instead: 'Bespreek met de huisarts welke hulp past bij iemand onder de 65.',
    },
  ],
  afterConsent: ['aanmelden-matig', 'wachtlijst-kern', 'huisarts-contact', 'huisarts-beeld'],
  phases: {
    opsporen: {
      label: 'Opsporen en testen',
      regie: 'tester',
      steps: [
        'opsporen',
        'valrisicotest',
        'laag-advies',
        'toestemming-matig',
        'aanmelden-matig',
        'toestemming-hoog',
        'huisarts-contact',
        'nabellen-tester',
      ],
    },
    hoog: {
      label: 'Hoog risico: de huisarts',
      regie: 'huisarts',
      steps: [
        'huisarts-beeld',
        'valrisicobeoordeling',
        'verslag-valrisicobeoordeling',
        'mdo-nodig',
        'bespreken-interventies',
        'doorverwijzing',
        'onderliggend-lijden',
        'otago-verwijzing',
        'otago-intake',
        'otago',
        'otago-evaluatie',
      ],
    },
    groep: {
      label: 'Matig risico: de groep',
      regie: 'valpreventie-coordinator',
      steps: ['wachtlijst-kern', 'groep-toewijzen', 'fysio-belt', 't0', 'interventie-groep', 'voorlichting-regulier'],
    },
    vervolg: {
      label: 'Na het programma',
      regie: ['valpreventie-coordinator', 'huisarts'],
      steps: ['t1', 'structureel-aanbod', 'sv-koppeling', 't2-3', 't2-6'],
    },
  },
  payers: {
    version: '2024-1',
    rules: [
      // First: after a relapse to matig, what was found of an underlying disease before no longer decides.
      {
        payer: 'gemeente',
        basis: 'Gemeente (SPUK): beweegprogramma bij matig risico (ALMERE)',
        when: [decided('valrisicotest', 'matig')],
        validFrom: '2024-01-01',
      },
      {
        payer: 'zvw',
        basis: 'Zorgverzekeringswet: beweegprogramma bij onderliggend lijden (INS-VAL)',
        when: [decided('onderliggend-lijden', 'ja')],
        validFrom: '2024-01-01',
      },
      {
        payer: 'gemeente',
        basis: 'Gemeente (SPUK): groep, ook bij hoog risico zonder onderliggend lijden (ALMERE, INS-VAL)',
        when: [decided('onderliggend-lijden', 'nee', 'ja-al-gehad')],
        validFrom: '2024-01-01',
      },
      {
        payer: 'zvw',
        basis: 'Zorgverzekeringswet: valrisicobeoordeling bij hoog risico (INS-VAL)',
        when: [decided('valrisicotest', 'hoog')],
        validFrom: '2024-01-01',
      },
    ],
  },
  group: {
    waits: 'wachtlijst-kern',
    during: ['groep-toewijzen', 'fysio-belt', 't0', 'interventie-groep'],
    starts: 'start-groep',
    ends: 'einde-groep',
    leads: 'fysio',
  },
  steps: { ...opsporen, ...groepsRoute, ...hogeRoute, ...vervolg },
});
