import { assess, attempts, byKnob, end, gap, knob, wait } from '../../../language/define.ts';

const verwijzers = ['jeugdverpleegkundige', 'jeugdarts', 'huisarts', 'kinderarts'] as const;

/** Which children a municipality has this chain for is its own choice; a child that it leaves out is counted. */
const vanafMatig = byKnob('doelgroep', {
  'vanaf-licht': 'aanmelden',
  'vanaf-matig': gap('geen-aanbod-licht-risico', 'aanmelden'),
  'licht-en-matig': 'aanmelden',
});
const totMatig = byKnob('doelgroep', {
  'vanaf-licht': 'aanmelden',
  'vanaf-matig': 'aanmelden',
  'licht-en-matig': gap('geen-aanbod-hoog-risico', 'aanmelden'),
});

/** From the signal to the first contact of the centrale zorgverlener. */
export const begin = {
  signaleren: assess({
    label: 'Signaleren',
    by: [...verwijzers, 'signaleerder'],
    form: 'signaal',
    within: knob('P4W', { min: 'P2W', max: 'P8W' }),
    source: 'NCJ-2012',
    outcomes: {
      verhoogd: { label: 'Gewicht naar lengte meer dan +1 SDS, of klinische blik', to: 'bespreken' },
      niet: {
        label: 'Geen verhoogd gewicht',
        to: end('geen-verhoogd-risico'),
        inform: 'geen-verhoogd-risico',
      },
    },
  }),
  bespreken: assess({
    label: 'Bespreken en toestemming',
    by: [...verwijzers, 'signaleerder'],
    form: 'toestemming',
    within: knob('P4W', { min: 'P2W', max: 'P8W' }),
    source: 'MATRIX',
    outcomes: {
      akkoord: {
        label: 'Akkoord, ook met meten en volgen (monitoring)',
        to: 'bepaal-ggr',
        gives: ['overdracht', 'monitoring'],
      },
      'akkoord-zonder-volgen': {
        label: 'Akkoord, maar zonder monitoring',
        to: 'bepaal-ggr',
        gives: ['overdracht'],
      },
      weigert: { label: 'Geen toestemming', to: end('geen-toestemming'), inform: 'geen-toestemming' },
    },
  }),
  'bepaal-ggr': assess({
    label: 'Bepalen van het gezondheidsrisico (GGR) en medische check',
    by: ['jeugdarts', 'huisarts', 'kinderarts'],
    form: 'ggr',
    propose: 'ggrKlasse',
    override: { reason: 'klinische-blik' },
    keeps: ['ggr'],
    within: knob('P4W', { min: 'P2W', max: 'P8W' }),
    source: 'NCJ-2012',
    outcomes: {
      licht: { label: 'Licht verhoogd', to: vanafMatig },
      matig: { label: 'Matig verhoogd', to: 'aanmelden' },
      sterk: { label: 'Sterk verhoogd', to: totMatig },
      extreem: { label: 'Extreem verhoogd', to: totMatig },
      comorbiditeit: {
        label: 'Ook een andere ziekte: eerst de kinderarts',
        to: 'kinderarts',
        inform: 'naar-kinderarts',
      },
      geen: {
        label: 'Geen verhoogd risico',
        to: end('geen-verhoogd-risico'),
        inform: 'geen-verhoogd-risico',
      },
    },
  }),
  kinderarts: wait({
    label: 'Is de afspraak bij de kinderarts nagekomen?',
    by: ['jeugdarts', 'huisarts'],
    reports: ['kinderarts'],
    waitsFor: 'het bezoek aan de kinderarts',
    within: knob('P6W', { min: 'P4W', max: 'P10W' }),
    source: 'NCJ-2012',
    outcomes: {
      terug: { label: 'Geweest, bericht ontvangen', to: 'aanmelden' },
      'niet-gegaan': { label: 'Niet gegaan', to: 'nabellen' },
    },
  }),
  nabellen: assess({
    label: 'Nabellen: de afspraak is gemist',
    by: ['jeugdarts', 'huisarts'],
    attempts: true,
    within: knob('5wd', { min: '2wd', max: '10wd' }),
    source: 'NCJ-2012',
    outcomes: {
      alsnog: { label: 'Het gezin gaat alsnog', to: 'kinderarts' },
      nee: { label: 'Het gezin gaat niet: toch aanmelden', to: 'aanmelden' },
    },
  }),
  aanmelden: assess({
    label: 'Aanmelden bij de centrale zorgverlener',
    by: verwijzers,
    form: 'aanmelding',
    keeps: ['ggr'],
    within: knob('5wd', { min: '2wd', max: '10wd' }),
    source: 'KGLI-INS',
    outcomes: {
      'in-doelgroep': { label: 'Hoort bij de doelgroep: aangemeld', to: 'eerste-contact', inform: 'aangemeld' },
      buiten: { label: 'Hoort niet bij de doelgroep hier', to: end('niet-passend'), inform: 'niet-passend' },
    },
  }),
  'eerste-contact': assess({
    label: 'Eerste contact met het gezin',
    by: 'czv',
    attempts: true,
    within: knob('P14D', { min: 'P7D', max: 'P28D' }),
    missed: 'contact-te-laat',
    source: 'OPD-D5',
    outcomes: {
      bereikt: { label: 'Het gezin is bereikt', to: 'intake' },
      'niet-bereikt': { label: 'Niet bereikt na drie pogingen', when: [attempts(3)], to: 'terug-verwijzer' },
      'wil-niet': { label: 'Het gezin wil niet', to: 'terug-verwijzer' },
    },
  }),
  'terug-verwijzer': assess({
    label: 'Koppel terug aan de verwijzer: niet bereikt, of ziet af',
    by: 'czv',
    within: knob('5wd', { min: '2wd', max: '10wd' }),
    outcomes: { gedaan: { label: 'Teruggekoppeld', to: end('niet-bereikt'), inform: 'niet-bereikt' } },
  }),
};
