import { decided, defineChain } from '../../../language/define.ts';
import { afronding } from './steps-afronding.ts';
import { gli } from './steps-gli.ts';
import { huisarts } from './steps-huisarts.ts';
import { plan } from './steps-plan.ts';
import { texts } from './texts.ts';

/** Sources: README.md beside this folder; every row of its table stands in docs/chains/vngg.md with its test. */
export const vnggV1 = defineChain({
  id: 'vngg',
  version: 1,
  label: 'Volwassenen naar een gezonder gewicht',
  purpose:
    'Voor volwassenen met een verhoogd gezondheidsrisico door gewicht: een plan dat past, met leefstijl, bewegen en hulp bij wat er verder speelt.',
  published: false,
  ...texts,
  knobs: {},
  entries: {
    huisarts: ['aanmelden-cz', 'gli-verwijzing', 'bepaal-ggr', 'vraag-toestemming'],
    poh: ['aanmelden-cz', 'bepaal-ggr', 'vraag-toestemming'],
    signaleerder: ['signaleren'],
    'centrale-zorgcoordinator': ['intake-cz', 'signaleren'],
    'sociaal-verwijzer': ['intake-cz', 'vraag-toestemming'],
    fysio: ['vraag-toestemming'],
    // Out of KnGG, for who grows up.
    jeugdarts: ['vraag-toestemming', 'eerste-contact-cz'],
    jeugdverpleegkundige: ['vraag-toestemming', 'eerste-contact-cz'],
    jgz: ['vraag-toestemming', 'eerste-contact-cz'],
    czv: ['vraag-toestemming', 'eerste-contact-cz'],
    inwoner: ['vraag-toestemming', 'eerste-contact-cz'],
  },
  inclusion: [
    {
      label: 'De inwoner is 18 jaar of ouder.',
      minAge: 18,
      instead: 'Voor kinderen en jongeren is er Kind naar een gezonder gewicht.',
    },
    {
      label: 'Het gezondheidsrisico door gewicht (GGR) is ten minste licht verhoogd.',
      code: 'ggr',
      in: ['licht', 'matig', 'sterk', 'extreem'],
      instead:
        'Wie gezonder wil leven, kan terecht bij het beweeg- en leefstijlaanbod in de buurt of bij Sociaal Verwijzen.',
    },
  ],
  intake: 'intake-cz',
  afterConsent: [
    'aanmelden-cz',
    'eerste-contact-cz',
    'intake-cz',
    'doorverwijzing',
    'gli-verwijzing',
    'gli-wachtlijst',
    'sociaal-aanbod',
  ],
  phases: {
    huisarts: {
      label: 'De huisarts',
      regie: ['huisarts', 'poh', 'signaleerder'],
      steps: [
        'signaleren',
        'vraag-toestemming',
        'bepaal-ggr',
        'check-oorzaken',
        'bespreek-motivatie',
        'wachtstand',
        'aanmelden-cz',
      ],
    },
    coordinatie: {
      label: 'De Centrale Zorgcoördinator',
      regie: 'centrale-zorgcoordinator',
      steps: [
        'eerste-contact-cz',
        'intake-cz',
        'afweging-eerst',
        'pauze-eerst',
        'plan',
        'doorverwijzing',
        'gli-verwijzing',
        'gli-wachtlijst',
        'gli-intake',
        'gli-behandelfase',
        'gli-onderhoudsfase',
        'uitval-besluit',
        'sociaal-aanbod',
        'sociaal-vervolg',
        'voortgang',
        'eindmeting',
        'terugkoppeling',
      ],
    },
    beheer: { label: 'Beheer', regie: ['huisarts', 'poh'], steps: ['beheer'] },
  },
  payers: {
    version: '2026-1',
    // Nothing before the Centrale Zorgcoördinator: what the practice does until then is its usual care.
    rules: [
      {
        payer: 'gemeente',
        basis: 'Gemeente: bewegen, leefstijl en persoonlijke hulp (OPD-D5)',
        when: [decided('plan', 'sociaal')],
        validFrom: '2023-01-01',
      },
      {
        payer: 'zvw',
        basis: 'Zorgverzekeringswet: GLI, zonder eigen risico (GLI-INS)',
        when: [decided('gli-verwijzing', 'indicatie-ok')],
        validFrom: '2019-01-01',
      },
      {
        payer: 'gemeente',
        basis: 'Gemeente, voorlopig: Centrale Zorgcoördinator (landelijk nog niet geregeld, OPD-D5)',
        when: [decided('eerste-contact-cz', 'bereikt', 'niet-bereikt')],
        validFrom: '2023-01-01',
      },
      {
        payer: 'gemeente',
        basis: 'Gemeente, voorlopig: Centrale Zorgcoördinator (landelijk nog niet geregeld, OPD-D5)',
        when: [decided('intake-cz', 'gedaan', 'hergebruikt')],
        validFrom: '2023-01-01',
      },
    ],
  },
  mayLack: {
    'sociaal-aanbod': { gap: 'geen-sociaal-aanbod', fallback: 'plan' },
    'gli-wachtlijst': { gap: 'geen-gli', fallback: 'plan' },
  },
  steps: { ...huisarts, ...plan, ...gli, ...afronding },
});
