import { assess, attempts, end, handoff, keptIs, knob, rule, since, sourced, to } from '../../../language/define.ts';

/** Whoever sees that there is a question behind the complaint. */
const verwijzers = ['huisarts', 'poh', 'fysio', 'gebiedsteam', 'signaleerder'] as const;

/** From the other conversation to the first contact. */
export const begin = {
  signaleren: assess({
    label: 'Signaleren en het andere gesprek',
    by: verwijzers,
    form: 'gesprek',
    within: knob('10wd', { min: '5wd', max: '20wd' }),
    source: 'AMSTELLAND',
    outcomes: {
      welzijnsvraag: { label: 'Er is een vraag voor Sociaal Verwijzen', to: 'toestemming' },
      geen: { label: 'Er is geen vraag voor Sociaal Verwijzen', to: end('geen-verwijzing'), inform: 'geen-verwijzing' },
      mgn: {
        label: 'Een verkennend gesprek past beter, en de inwoner wil dat',
        to: 'verkennend-gesprek',
        gives: ['overdracht'],
      },
    },
  }),
  'verkennend-gesprek': handoff({
    label: 'Verwijzing naar een verkennend gesprek',
    from: 'huisarts',
    by: 'andere-hulpverlener',
    outside: true,
    accept: knob('10wd', { min: '5wd', max: '20wd' }),
    within: knob('P2M', { min: 'P1M', max: 'P4M' }),
    source: 'OPD-D5',
    outcomes: {
      gevoerd: {
        label: 'Het gesprek is er geweest, terugkoppeling ontvangen',
        to: end('geen-verwijzing'),
        inform: 'verkennend-gesprek',
      },
      'niet-gegaan': {
        label: 'De inwoner is niet gegaan: opnieuw bespreken',
        to: 'signaleren',
        by: 'sender',
        reason: 'required',
      },
    },
  }),
  toestemming: assess({
    label: 'Toestemming om gegevens door te geven',
    by: verwijzers,
    form: 'aanmelding',
    keeps: ['volledig'],
    within: knob('10wd', { min: '2wd', max: '20wd' }),
    source: 'WOR-NL',
    outcomes: {
      gegeven: { label: 'De inwoner geeft toestemming', to: 'aanmelden', gives: ['overdracht'] },
      geweigerd: {
        label: 'De inwoner geeft geen toestemming',
        to: end('geen-toestemming'),
        inform: 'geen-toestemming',
      },
    },
  }),
  aanmelden: rule({
    label: 'Aanmelding ontvangen: is zij volledig?',
    rule: 'volledige-aanmelding',
    version: '1',
    source: 'AMSTELLAND',
    decides: [{ when: [keptIs('volledig', 'nee')], outcome: 'onvolledig' }],
    otherwise: 'compleet',
    outcomes: {
      compleet: { label: 'De aanmelding is volledig', to: 'toewijzen' },
      onvolledig: { label: 'Er ontbreekt iets', to: 'aanvullen' },
    },
  }),
  aanvullen: assess({
    label: 'De aanmelding aanvullen',
    by: verwijzers,
    within: knob('5wd', { min: '2wd', max: '10wd' }),
    outcomes: {
      aangevuld: { label: 'Aangevuld', to: 'toewijzen' },
      niet: { label: 'Aanvullen lukt niet', to: end('onvolledig'), reason: 'required', inform: 'onvolledig' },
    },
  }),
  toewijzen: rule({
    label: 'Toewijzen aan een sociaal verwijzer',
    rule: 'sociaal-verwijzer-van-de-kern',
    version: '1',
    source: 'PHAROS-BRUG',
    decides: [],
    otherwise: 'toegewezen',
    outcomes: { toegewezen: { label: 'Toegewezen', to: 'eerste-contact', inform: 'aangemeld' } },
  }),
  'eerste-contact': assess({
    label: 'Eerste contact met de inwoner',
    by: 'sociaal-verwijzer',
    attempts: true,
    within: since('aanmelden', sourced('P14D', 'WOR-NL')),
    missed: 'contact-te-laat',
    source: 'WOR-NL',
    outcomes: {
      bereikt: { label: 'De inwoner is bereikt', to: 'intake', inform: 'bereikt' },
      'niet-bereikt': {
        label: 'Niet bereikt na drie pogingen',
        when: [attempts(3)],
        to: 'terugkoppeling-niet-bereikt',
      },
      'wil-niet': { label: 'De inwoner wil niet', to: 'terugkoppeling-afzien', reason: 'required' },
    },
  }),
  'terugkoppeling-niet-bereikt': assess({
    label: 'Terugkoppeling: niet bereikt',
    by: 'sociaal-verwijzer',
    within: knob('5wd', { min: '2wd', max: '10wd' }),
    outcomes: { gedaan: { label: 'Teruggekoppeld', to: end('niet-bereikt'), inform: 'niet-bereikt' } },
  }),
  'terugkoppeling-afzien': assess({
    label: 'Terugkoppeling: de inwoner ziet af',
    by: 'sociaal-verwijzer',
    within: knob('5wd', { min: '2wd', max: '10wd' }),
    outcomes: { gedaan: { label: 'Teruggekoppeld', to: end('geen-deelname'), inform: 'ziet-af' } },
  }),
  intake: assess({
    label: 'Intake: breed gesprek over wat er speelt',
    by: 'sociaal-verwijzer',
    form: 'intake',
    attempts: true,
    within: since('aanmelden', knob('P28D', { min: 'P14D', max: 'P42D' })),
    source: 'WOR-APP',
    outcomes: {
      passend: { label: 'Sociaal Verwijzen past', to: 'afweging' },
      'niet-passend': {
        label: 'Past niet: terug naar de verwijzer',
        to: 'terug-naar-verwijzer',
        reason: 'required',
      },
      acuut: { label: 'Er is nu hulp nodig: met spoed terug', to: to('terug-naar-verwijzer', { tempo: 'spoed' }) },
    },
  }),
};
