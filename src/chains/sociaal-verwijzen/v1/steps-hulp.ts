import { assess, atMost, byVariant, end, handoff, inform, knob, wait } from '../../../language/define.ts';

/** After the intake: what comes first, what fits, and a warm hand-over to it. */
export const hulp = {
  'terug-naar-verwijzer': assess({
    label: 'Terug naar de verwijzer, met advies',
    by: 'sociaal-verwijzer',
    form: 'advies',
    within: byVariant(
      'tempo',
      { spoed: knob('1wd', { min: '1wd', max: '2wd' }) },
      knob('5wd', { min: '2wd', max: '10wd' }),
    ),
    source: 'OPD-D5',
    outcomes: {
      gedaan: { label: 'Advies gegeven', to: end('niet-passend'), inform: 'terug-met-advies' },
    },
  }),
  afweging: assess({
    label: 'Eerst of naast Sociaal Verwijzen een ander traject?',
    by: 'sociaal-verwijzer',
    within: knob('5wd', { min: '2wd', max: '10wd' }),
    source: 'WOR-NL',
    outcomes: {
      geen: { label: 'Geen ander traject', to: 'terugkoppeling-intake' },
      parallel: { label: 'Naast een ander traject. Koppel dat aan dit traject.', to: 'terugkoppeling-intake' },
      eerst: { label: 'Eerst andere hulp', to: 'pauze-eerst', inform: 'eerst-andere-hulp' },
    },
  }),
  'pauze-eerst': wait({
    label: 'Wachten op andere hulp (geld, veiligheid, wonen)',
    by: 'sociaal-verwijzer',
    waitsFor: 'de uitkomst van andere hulp',
    within: knob('P6M', { min: 'P2M', max: 'P6M' }),
    source: 'WOR-NL',
    outcomes: {
      verder: { label: 'De inwoner kan verder', to: 'terugkoppeling-intake' },
      stopt: {
        label: 'De inwoner blijft bij de andere hulp',
        to: end('eerst-andere-hulp'),
        inform: 'andere-hulp',
      },
    },
  }),
  'terugkoppeling-intake': inform({
    label: 'Terugkoppeling na de intake',
    by: 'sociaal-verwijzer',
    tells: 'intake',
    within: knob('5wd', { min: '2wd', max: '10wd' }),
    source: 'AMSTELLAND',
    outcomes: { gedaan: { label: 'Teruggekoppeld', to: 'aanbod' } },
  }),
  aanbod: assess({
    label: 'Aanbod op maat: samen kiezen (welzijnsrecept)',
    by: 'sociaal-verwijzer',
    form: 'aanbod',
    within: knob('P21D', { min: 'P14D', max: 'P42D' }),
    source: 'WOR-APP',
    outcomes: {
      gekozen: { label: 'De inwoner kiest een activiteit', to: 'overdracht' },
      vngg: {
        label: 'Volwassenen naar een gezonder gewicht, met dezelfde intake',
        to: 'volgen',
        link: { type: 'deel-intake', chain: 'vngg', asks: 'koppeling' },
      },
      'geen-aanbod': { label: 'Er is nu geen passend aanbod', to: 'wachtlijst-aanbod' },
      'wil-niet': { label: 'De inwoner ziet af', to: end('geen-deelname'), reason: 'required', inform: 'ziet-af' },
    },
  }),
  'wachtlijst-aanbod': wait({
    label: 'Wachten op aanbod',
    by: 'sociaal-verwijzer',
    waitsFor: 'aanbod dat past',
    within: knob('P3M', { min: 'P1M', max: 'P6M' }),
    outcomes: {
      beschikbaar: { label: 'Er is aanbod', to: 'overdracht' },
      niet: { label: 'Er komt geen aanbod', to: end('geen-aanbod'), inform: 'geen-aanbod' },
    },
  }),
  overdracht: handoff({
    label: 'Warme overdracht naar de activiteit',
    from: 'sociaal-verwijzer',
    by: 'aanbieder',
    warm: true,
    accept: knob('5wd', { min: '2wd', max: '10wd' }),
    within: knob('P14D', { min: 'P7D', max: 'P28D' }),
    source: 'PHAROS-BRUG',
    outcomes: {
      'bevestigd-gestart': { label: 'De inwoner is begonnen', to: 'volgen', inform: 'gestart' },
      'niet-verschenen': { label: 'De inwoner is niet gekomen', when: [atMost(2)], to: 'aanbod' },
      gestopt: {
        label: 'De inwoner wil niet meer',
        to: 'heroverweging',
        reason: 'required',
        inform: 'heroverweging',
      },
      'ander-aanbod': { label: 'Een ander aanbod zoeken', to: 'aanbod', by: 'sender', reason: 'required' },
    },
  }),
  volgen: assess({
    label: 'Volgen: contact na een paar weken',
    by: 'sociaal-verwijzer',
    attempts: true,
    within: knob('P6W', { min: 'P3W', max: 'P8W' }),
    source: 'PHAROS-BRUG',
    outcomes: {
      loopt: { label: 'Het loopt', to: 'terugkoppeling-3mnd' },
      andere: { label: 'Een andere activiteit past beter', to: 'aanbod' },
      gestopt: { label: 'De inwoner is gestopt', to: 'heroverweging', reason: 'required', inform: 'heroverweging' },
    },
  }),
};
