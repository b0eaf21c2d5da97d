import {
  assess,
  attempts,
  byVariant,
  decided,
  end,
  handoff,
  knob,
  rule,
  since,
  sourced,
  to,
} from '../../../language/define.ts';

/** Looking back: does it last, and if not, what then. */
export const afronding = {
  heroverweging: assess({
    label: 'Opnieuw bespreken: wat past wel?',
    by: 'sociaal-verwijzer',
    attempts: true,
    within: knob('P14D', { min: 'P7D', max: 'P28D' }),
    source: 'WOR-APP',
    outcomes: {
      opnieuw: { label: 'Een ander aanbod', to: 'aanbod' },
      professioneel: { label: 'Professionele hulp is nodig', to: 'doorverwijzing' },
      klaar: { label: 'Er is niets meer nodig: terugkijken', to: 'nameting' },
    },
  }),
  doorverwijzing: handoff({
    label: 'Verwijzing naar professionele hulp',
    from: 'sociaal-verwijzer',
    by: 'andere-hulpverlener',
    outside: true,
    accept: knob('20wd', { min: '5wd', max: '60wd' }),
    within: knob('P3M', { min: 'P1M', max: 'P6M' }),
    source: 'WOR-APP',
    outcomes: {
      gezien: { label: 'De inwoner is geholpen, terugkoppeling ontvangen', to: to('nameting', { na: 'verwijzing' }) },
      'niet-gezien': { label: 'De inwoner is niet gegaan', to: 'heroverweging', reason: 'required', by: 'sender' },
    },
  }),
  'terugkoppeling-3mnd': assess({
    label: 'Terugkoppeling na drie maanden',
    by: 'sociaal-verwijzer',
    within: since('overdracht', sourced('P3M', 'AMSTELLAND'), { otherwise: knob('P6W', { min: 'P4W', max: 'P8W' }) }),
    source: 'AMSTELLAND',
    outcomes: { gedaan: { label: 'Teruggekoppeld', to: 'nameting', inform: 'na-drie-maanden' } },
  }),
  nameting: assess({
    label: 'Nameting: hoe gaat het nu?',
    by: 'sociaal-verwijzer',
    form: 'nameting',
    propose: 'duurzaamheid',
    override: { reason: 'anders-ingeschat' },
    attempts: true,
    within: byVariant(
      'na',
      { verwijzing: knob('P4W', { min: 'P2W', max: 'P6W' }) },
      {
        notBefore: since('overdracht', sourced('P3M', 'WOR-APP')),
        due: since('overdracht', knob('P3M4W', { min: 'P3M2W', max: 'P3M8W' }), {
          otherwise: knob('P4W', { min: 'P2W', max: 'P6W' }),
        }),
      },
    ),
    source: 'WOR-APP',
    outcomes: {
      duurzaam: { label: 'De inwoner is duurzaam geholpen', to: 'afronding' },
      'niet-duurzaam': {
        label: 'De inwoner doet niet meer mee en wil geen nieuw aanbod',
        to: 'afronding',
        reason: 'required',
      },
      herstart: { label: 'De inwoner wil opnieuw hulp', to: 'heroverweging', inform: 'opnieuw-hulp', anew: true },
      'geen-respons': { label: 'Geen reactie na twee pogingen', when: [attempts(2)], to: 'afronding' },
    },
  }),
  afronding: assess({
    label: 'Afronding en terugkoppeling',
    by: 'sociaal-verwijzer',
    form: 'afronding',
    within: knob('5wd', { min: '2wd', max: '10wd' }),
    source: 'WOR-APP',
    outcomes: { gedaan: { label: 'Afgerond en teruggekoppeld', to: 'duurzaam-geholpen' } },
  }),
  'duurzaam-geholpen': rule({
    label: 'Is de inwoner duurzaam geholpen?',
    rule: 'uitkomst-van-de-nameting',
    version: '1',
    source: 'WOR-APP',
    decides: [
      { when: [decided('nameting', 'duurzaam')], outcome: 'duurzaam' },
      { when: [decided('nameting', 'niet-duurzaam')], outcome: 'niet' },
    ],
    otherwise: 'onbekend',
    outcomes: {
      duurzaam: { label: 'Duurzaam geholpen', to: end('afgerond-duurzaam'), inform: 'afgerond' },
      niet: { label: 'Niet duurzaam geholpen', to: end('afgerond-niet'), inform: 'afgerond' },
      onbekend: { label: 'Niet bekend hoe het nu gaat', to: end('afgerond-onbekend'), inform: 'afgerond' },
    },
  }),
};
