import {
  after,
  all,
  assess,
  attempts,
  before,
  byCode,
  byVariant,
  end,
  handoff,
  inform,
  knob,
  leave,
  sourced,
  to,
} from '../../../language/define.ts';

const direct = knob('5wd', { min: '2wd', max: '10wd' });

/** The prenatal home visit by the JGZ, from the registration to what comes back. */
export const huisbezoek = {
  'aanmelden-phb': assess({
    label: 'Aanmelden voor een prenataal huisbezoek',
    by: [
      'verloskundige',
      'huisarts',
      'poh',
      'kraamzorg',
      'gebiedsteam',
      'jeugdverpleegkundige',
      'jeugdarts',
      'kinderarts',
      'aandachtsfunctionaris',
      'inwoner',
    ],
    form: 'aanmelding',
    within: knob('5wd', { min: '1wd', max: '10wd' }),
    source: 'FRYSLAN',
    outcomes: {
      aangemeld: { label: 'Aangemeld, zonder reden van de verwijzing', to: 'eerste-contact-jgz', inform: 'aangemeld' },
    },
  }),
  'eerste-contact-jgz': assess({
    label: 'Eerste contact door de jeugdverpleegkundige',
    by: 'jeugdverpleegkundige',
    attempts: true,
    within: sourced('2wd', 'FRYSLAN'),
    missed: 'contact-te-laat',
    source: 'FRYSLAN',
    outcomes: {
      afspraak: { label: 'Afspraak gemaakt', to: 'phb' },
      'afspraak-samen': { label: 'Afspraak gemaakt, samen met het gebiedsteam', to: to('phb', { bezoek: 'samen' }) },
      'niet-bereikt': {
        label: 'Niet bereikt na drie pogingen',
        when: [attempts(3)],
        to: 'terugkoppeling-niet-bereikt',
      },
      'ziet-af': { label: 'De ouder ziet af', to: 'terugkoppeling-ziet-af' },
    },
  }),
  phb: assess({
    label: 'Prenataal huisbezoek',
    by: 'jeugdverpleegkundige',
    with: ['gebiedsteam'],
    form: 'huisbezoek',
    within: byVariant(
      'bezoek',
      { samen: knob('P3W', { min: 'P1W', max: 'P6W' }) },
      knob('P14D', { min: 'P7D', max: 'P42D' }),
    ),
    source: 'FRYSLAN',
    outcomes: {
      gedaan: { label: 'Het huisbezoek is geweest', to: 'plan', inform: 'bezoek-geweest' },
      'ziet-af': { label: 'De ouder ziet toch af', to: 'terugkoppeling-ziet-af' },
    },
  }),
  'terugkoppeling-niet-bereikt': inform({
    label: 'Terugkoppeling aan verwijzer en verloskundige: niet bereikt',
    by: 'jeugdverpleegkundige',
    within: direct,
    tells: 'niet-bereikt',
    source: 'FRYSLAN',
    outcomes: { gedaan: { label: 'Verteld', to: 'basiszorg-volgen' } },
  }),
  'terugkoppeling-ziet-af': inform({
    label: 'Terugkoppeling aan verwijzer en verloskundige: ziet af',
    by: 'jeugdverpleegkundige',
    within: direct,
    tells: 'ziet-af',
    source: 'FRYSLAN',
    outcomes: { gedaan: { label: 'Verteld', to: 'basiszorg-volgen' } },
  }),
};

/** The plan with the parents, what is done of it, and following it until the second birthday. */
export const begeleiding = {
  plan: assess({
    label: 'Plan maken met de ouder, met een eerste contactpersoon',
    by: ['gebiedsteam', 'jeugdverpleegkundige'],
    form: 'plan',
    keeps: ['voorzorg'],
    within: knob('10wd', { min: '5wd', max: '20wd' }),
    source: 'FRYSLAN',
    outcomes: {
      'alleen-jgz': { label: 'De jeugdverpleegkundige is eerste contactpersoon', to: 'terugkoppeling-vk' },
      gebiedsteam: { label: 'Het gebiedsteam wordt eerste contactpersoon', to: 'gebiedsteam-erbij' },
      zeer: { label: 'Veel steun nodig: eerst overleg', to: all('mdo', 'terugkoppeling-overleg') },
    },
  }),
  'gebiedsteam-erbij': handoff({
    label: 'Het gebiedsteam wordt eerste contactpersoon',
    from: 'jeugdverpleegkundige',
    by: 'gebiedsteam',
    accept: direct,
    within: direct,
    source: 'FRYSLAN',
    outcomes: {
      aangenomen: { label: 'Aangenomen', to: 'terugkoppeling-vk' },
      'toch-jgz': {
        label: 'Toch niet: de jeugdverpleegkundige blijft eerste contactpersoon',
        to: 'terugkoppeling-vk',
        reason: 'required',
        by: 'sender',
      },
    },
  }),
  'terugkoppeling-vk': inform({
    label: 'Terugkoppeling aan verwijzer en verloskundige',
    by: 'jeugdverpleegkundige',
    within: direct,
    tells: 'plan',
    source: 'FRYSLAN',
    outcomes: { gedaan: { label: 'Verteld', to: 'inzet' } },
  }),
  'terugkoppeling-overleg': inform({
    label: 'Terugkoppeling aan verwijzer en verloskundige',
    by: 'jeugdverpleegkundige',
    within: direct,
    tells: 'plan',
    source: 'FRYSLAN',
    outcomes: { gedaan: { label: 'Verteld', to: leave() } },
  }),
  mdo: assess({
    label: 'Overleg met de ouder erbij (MDO of gezinspoli)',
    by: ['gebiedsteam', 'jeugdverpleegkundige'],
    with: ['verloskundige', 'gebiedsteam', 'jeugdarts'],
    within: sourced('P2W', 'OPD-D5'),
    source: 'OPD-D5',
    outcomes: { besluit: { label: 'Besloten wat er gebeurt', to: 'inzet' } },
  }),
  inzet: assess({
    label: 'Hulp uit het plan laten beginnen',
    by: ['gebiedsteam', 'jeugdverpleegkundige'],
    form: 'inzet',
    within: byCode(
      'voorzorg',
      { ja: before('aterme', sourced('P12W', 'VOORZORG'), { otherwise: knob('P4W', { min: 'P1W', max: 'P8W' }) }) },
      knob('P4W', { min: 'P1W', max: 'P8W' }),
    ),
    source: 'VOORZORG',
    outcomes: {
      gestart: { label: 'De hulp is begonnen', to: 'volgen', inform: 'hulp-gestart' },
      niet: { label: 'De hulp kan niet beginnen: overleg opnieuw', to: 'mdo', reason: 'required' },
    },
  }),
  volgen: assess({
    label: 'Volgen hoe het gaat',
    by: ['gebiedsteam', 'jeugdverpleegkundige'],
    within: knob('P6M', { min: 'P3M', max: 'P9M' }),
    source: 'OPD-D5',
    outcomes: {
      verder: { label: 'Het gaat zoals gepland', to: 'volgen' },
      doelen: { label: 'De doelen zijn gehaald', to: to('afronding', { na: 'doelen' }) },
      nieuw: { label: 'Er is iets anders nodig', to: 'inzet' },
      kngg: {
        label: 'Naar Kind naar Gezond(er) Gewicht',
        to: 'volgen',
        link: { type: 'vervolg', chain: 'kngg', asks: 'koppeling' },
      },
      'ouder-sv': {
        label: 'De ouder gaat naar Sociaal Verwijzen',
        to: 'volgen',
        link: { type: 'parallel', chain: 'sociaal-verwijzen', asks: 'koppeling' },
      },
    },
  }),
  afronding: assess({
    label: 'Afronden: hoe gaat het kind verder?',
    by: ['gebiedsteam', 'jeugdverpleegkundige'],
    opens: { at: after('geboorte', knob('P23M', { min: 'P21M', max: 'P24M' })), opening: 'volgen' },
    within: byVariant(
      'na',
      { doelen: knob('P4W', { min: 'P2W', max: 'P8W' }) },
      after('geboorte', knob('P24M', { min: 'P24M', max: 'P27M' }), {
        otherwise: knob('P4W', { min: 'P2W', max: 'P8W' }),
      }),
    ),
    source: 'OPD-D5',
    outcomes: { afgerond: { label: 'Afgerond en besproken met de ouder', to: end('afgerond'), inform: 'afgerond' } },
  }),
  'evaluatie-phb': assess({
    label: 'Terugkijken op het huisbezoek',
    by: 'jeugdverpleegkundige',
    form: 'evaluatie',
    within: after('geboorte', sourced('P6W', 'FRYSLAN'), { otherwise: knob('P3W', { min: 'P1W', max: 'P6W' }) }),
    source: 'FRYSLAN',
    outcomes: { gedaan: { label: 'Besproken met de ouder', to: 'volgen' } },
  }),
};
