import { all, assess, end, handoff, keptIs, knob, leave, since, wait } from '../../../language/define.ts';

/** The GLI is there from a moderate risk on (GLI-INS, OPD-D5). */
const vanafMatig = [keptIs('ggr', 'matig', 'sterk', 'extreem')];

/** From the broad intake to the plan, and what stands beside the GLI. */
export const plan = {
  'intake-cz': assess({
    label: 'Brede intake',
    by: 'centrale-zorgcoordinator',
    form: 'intake',
    attempts: true,
    within: knob('P28D', { min: 'P14D', max: 'P42D' }),
    source: 'ROTTERDAM',
    outcomes: {
      gedaan: { label: 'Intake gedaan', to: 'afweging-eerst', inform: 'intake' },
      hergebruikt: {
        label: 'Intake van Sociaal Verwijzen gebruikt, niet ouder dan zes maanden',
        to: 'afweging-eerst',
        inform: 'intake',
        reuses: 'intake',
      },
    },
  }),
  'afweging-eerst': assess({
    label: 'Eerst andere hulp?',
    by: 'centrale-zorgcoordinator',
    with: ['huisarts'],
    within: knob('10wd', { min: '5wd', max: '20wd' }),
    source: 'RIVM-GLI',
    outcomes: {
      nee: { label: 'Nee: een plan maken', to: 'plan' },
      parallel: { label: 'Naast andere hulp. Koppel die aan dit traject.', to: 'plan' },
      eerst: { label: 'Eerst andere hulp', to: 'pauze-eerst', inform: 'eerst-andere-hulp' },
    },
  }),
  'pauze-eerst': wait({
    label: 'Wachten op andere hulp (schulden, eenzaamheid)',
    by: 'centrale-zorgcoordinator',
    waitsFor: 'de uitkomst van andere hulp',
    within: knob('P6M', { min: 'P2M', max: 'P6M' }),
    outcomes: {
      verder: { label: 'De inwoner kan verder', to: 'plan' },
      stop: { label: 'De inwoner blijft bij de andere hulp', to: end('eerst-andere-hulp'), inform: 'andere-hulp' },
    },
  }),
  plan: assess({
    label: 'Plan van aanpak en route (stap 5)',
    by: 'centrale-zorgcoordinator',
    form: 'plan',
    within: knob('P4W', { min: 'P2W', max: 'P8W' }),
    source: 'OPD-D5',
    outcomes: {
      gli: {
        label: 'De GLI (vanaf matig verhoogd risico)',
        when: vanafMatig,
        to: 'gli-verwijzing',
        inform: 'plan',
      },
      sociaal: { label: 'Bewegen, leefstijl of persoonlijke hulp in de buurt', to: 'sociaal-aanbod', inform: 'plan' },
      specialist: { label: 'Een specialist', to: 'doorverwijzing', inform: 'plan' },
      combinatie: {
        label: 'De GLI (vanaf matig verhoogd risico) en aanbod in de buurt',
        when: vanafMatig,
        to: all('gli-verwijzing', 'sociaal-aanbod'),
        inform: 'plan',
      },
      'eerst-ggr': { label: 'De huisarts bepaalt eerst het gezondheidsrisico', to: 'bepaal-ggr' },
      'geen-nieuwe-route': { label: 'Geen nieuwe route: wat loopt, gaat door', to: 'eindmeting' },
      afzien: {
        label: 'De inwoner ziet af van alles',
        to: end('geen-deelname'),
        reason: 'required',
        inform: 'ziet-af',
      },
    },
  }),
  doorverwijzing: handoff({
    label: 'Verwijzing naar een specialist',
    from: 'huisarts',
    by: 'andere-hulpverlener',
    outside: true,
    accept: knob('20wd', { min: '5wd', max: '60wd' }),
    within: knob('P3M', { min: 'P1M', max: 'P6M' }),
    source: 'OPD-D5',
    outcomes: {
      gezien: { label: 'De inwoner is gezien, terugkoppeling ontvangen', to: 'plan' },
      'niet-gezien': { label: 'De inwoner is niet gegaan', to: 'plan', reason: 'required', by: 'sender' },
    },
  }),
  'sociaal-aanbod': handoff({
    label: 'Overdracht naar aanbod in de buurt',
    from: 'centrale-zorgcoordinator',
    by: 'aanbieder',
    accept: knob('5wd', { min: '2wd', max: '10wd' }),
    within: knob('P4W', { min: 'P2W', max: 'P8W' }),
    source: 'OPD-D5',
    outcomes: {
      gestart: { label: 'De inwoner is begonnen', to: 'sociaal-vervolg', inform: 'aanbod-gestart' },
      'niet-gestart': { label: 'De inwoner is niet begonnen', to: 'uitval-besluit', reason: 'required' },
      'geen-plek': { label: 'Nergens plek: een andere route zoeken', to: 'plan', by: 'sender' },
    },
  }),
  'sociaal-vervolg': assess({
    label: 'Aanbod in de buurt: lukt het?',
    by: 'aanbieder',
    within: since('sociaal-aanbod', knob('P6M', { min: 'P3M', max: 'P12M' })),
    source: 'OPD-D5',
    outcomes: {
      loopt: { label: 'De inwoner doet mee en houdt het vol', to: 'eindmeting' },
      stopt: { label: 'Gestopt', to: 'uitval-besluit', reason: 'required', inform: 'uitgevallen' },
    },
  }),
  voortgang: assess({
    label: 'Voortgang bespreken',
    by: 'centrale-zorgcoordinator',
    opens: {
      after: [
        knob('P3M', { min: 'P2M', max: 'P4M' }),
        knob('P6M', { min: 'P5M', max: 'P7M' }),
        knob('P12M', { min: 'P11M', max: 'P13M' }),
        knob('P24M', { min: 'P23M', max: 'P25M' }),
      ],
      from: 'plan',
    },
    lapsesOn: ['eindmeting', 'plan'],
    within: knob('10wd', { min: '5wd', max: '20wd' }),
    outcomes: {
      ok: { label: 'Het gaat zoals gepland', to: leave() },
      bijstellen: { label: 'Het plan bijstellen', to: 'plan' },
    },
  }),
};
