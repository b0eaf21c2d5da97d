import {
  assess,
  atMost,
  attempts,
  defineChain,
  end,
  handoff,
  knob,
  since,
  sourced,
} from '../../../../src/language/define.ts';
import { texts } from './texts.ts';

/**
 * The exploratory conversation of the mental-health networks (IZA, OPD-D5): someone from welfare and someone from
 * mental health care talk with a resident, within two weeks; treatment is taken over within four.
 */
export const verkennendGesprekV1 = defineChain({
  id: 'verkennend-gesprek',
  version: 1,
  label: 'Verkennend gesprek',
  purpose:
    'Voor inwoners met psychische klachten die met hun huisarts willen bekijken wat past: een gesprek met iemand uit het sociaal domein en iemand uit de ggz.',
  published: false,
  ...texts,
  knobs: {},
  entries: { huisarts: ['bespreken'], poh: ['bespreken'] },
  inclusion: [
    {
      label: 'De inwoner is 18 jaar of ouder.',
      minAge: 18,
      instead: 'Bespreek met het gebiedsteam of de jeugdgezondheidszorg welke hulp past bij een kind.',
    },
  ],
  afterConsent: ['uitnodigen', 'gesprek', 'overnemen'],
  phases: {
    begin: { label: 'Bij de huisarts', regie: ['huisarts', 'poh'], steps: ['bespreken', 'vervolg'] },
    gesprek: {
      label: 'Het gesprek',
      regie: 'sociaal-verwijzer',
      steps: ['uitnodigen', 'gesprek', 'overnemen', 'terugkoppeling', 'terug-naar-huisarts'],
    },
  },
  steps: {
    bespreken: assess({
      label: 'Bespreken of een verkennend gesprek past',
      by: ['huisarts', 'poh'],
      form: 'aanmelding',
      within: knob('10wd', { min: '5wd', max: '20wd' }),
      source: 'IZA',
      outcomes: {
        aangemeld: { label: 'De inwoner wil een verkennend gesprek', to: 'uitnodigen', gives: ['overdracht'] },
        'past-niet': { label: 'Iets anders past beter', to: end('geen-gesprek'), inform: 'geen-gesprek' },
      },
    }),
    uitnodigen: assess({
      label: 'De inwoner uitnodigen',
      by: 'sociaal-verwijzer',
      attempts: true,
      within: knob('5wd', { min: '2wd', max: '7wd' }),
      outcomes: {
        afgesproken: { label: 'Er is een afspraak', to: 'gesprek', inform: 'afspraak' },
        'niet-bereikt': {
          label: 'De inwoner is niet bereikt',
          when: [attempts(3)],
          to: 'terug-naar-huisarts',
          reason: 'required',
        },
        'wil-niet': { label: 'De inwoner ziet ervan af', to: 'terug-naar-huisarts' },
      },
    }),
    gesprek: assess({
      label: 'Het verkennend gesprek',
      by: 'sociaal-verwijzer',
      form: 'gesprek',
      propose: 'vervolg',
      override: { reason: 'anders-ingeschat' },
      missed: 'gesprek-te-laat',
      within: { aim: since('bespreken', sourced('P1W', 'IZA')), due: since('bespreken', sourced('P2W', 'IZA')) },
      source: 'IZA',
      outcomes: {
        'eigen-omgeving': { label: 'Verder met wat er in de eigen omgeving is', to: 'terugkoppeling' },
        'sociaal-domein': { label: 'Hulp uit het sociaal domein past', to: 'terugkoppeling' },
        behandeling: { label: 'Behandeling in de ggz is nodig', to: 'overnemen' },
        'niet-gekomen': { label: 'De inwoner is niet gekomen', when: [atMost(2)], to: 'uitnodigen' },
      },
    }),
    overnemen: handoff({
      label: 'De ggz neemt de behandeling over',
      from: 'sociaal-verwijzer',
      by: 'ggz-behandelaar',
      outside: true,
      accept: knob('10wd', { min: '5wd', max: '15wd' }),
      within: since('bespreken', sourced('P4W', 'IZA')),
      source: 'IZA',
      outcomes: {
        overgenomen: { label: 'De behandeling is overgenomen', to: 'terugkoppeling' },
        'niet-mogelijk': {
          label: 'Het lukt niet: opnieuw bespreken wat past',
          to: 'gesprek',
          by: 'sender',
          reason: 'required',
        },
      },
    }),
    terugkoppeling: assess({
      label: 'Advies aan de huisarts',
      by: 'sociaal-verwijzer',
      within: knob('5wd', { min: '2wd', max: '10wd' }),
      outcomes: { gedaan: { label: 'Gedaan', to: 'vervolg', inform: 'advies' } },
    }),
    'terug-naar-huisarts': assess({
      label: 'Terug naar de huisarts',
      by: 'sociaal-verwijzer',
      within: knob('5wd', { min: '2wd', max: '10wd' }),
      outcomes: { gedaan: { label: 'Gedaan', to: end('niet-doorgegaan'), inform: 'niet-doorgegaan' } },
    }),
    vervolg: assess({
      label: 'De huisarts bespreekt het advies',
      by: ['huisarts', 'poh'],
      within: knob('P4W', { min: 'P2W', max: 'P8W' }),
      outcomes: {
        afgerond: { label: 'Besproken, en afgerond', to: end('afgerond'), inform: 'afgerond' },
        opnieuw: { label: 'Nog een gesprek', to: 'bespreken' },
      },
    }),
  },
});
