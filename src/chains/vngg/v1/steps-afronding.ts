import { assess, end, inform, knob } from '../../../language/define.ts';

/** Measuring at the end, telling the referrer, and the last of the six national steps (BEHANDEL). */
export const afronding = {
  eindmeting: assess({
    label: 'Eindmeting',
    by: ['gli-aanbieder', 'leefstijlcoach', 'centrale-zorgcoordinator'],
    form: 'eindmeting',
    join: ['main', 'sociaal-aanbod', 'voortgang'],
    within: knob('P4W', { min: 'P2W', max: 'P6W' }),
    source: 'GLI-INS',
    outcomes: { gedaan: { label: 'Gemeten en besproken', to: 'terugkoppeling' } },
  }),
  terugkoppeling: inform({
    label: 'Terugkoppeling aan de verwijzer',
    by: ['gli-aanbieder', 'leefstijlcoach', 'centrale-zorgcoordinator'],
    tells: 'eindmeting',
    within: knob('10wd', { min: '5wd', max: '20wd' }),
    source: 'GLI-INS',
    outcomes: { gedaan: { label: 'Teruggekoppeld', to: 'beheer' } },
  }),
  beheer: assess({
    label: 'Beheer: na een jaar kijken of het lukt (stap 6)',
    by: ['huisarts', 'poh'],
    with: ['centrale-zorgcoordinator'],
    form: 'beheer',
    propose: 'volgehouden',
    override: { reason: 'klinische-blik' },
    within: knob('P12M', { min: 'P6M', max: 'P12M' }),
    source: 'BEHANDEL',
    outcomes: {
      stabiel: { label: 'De inwoner houdt het vol', to: end('afgerond'), inform: 'afgerond' },
      terugval: { label: 'Terugval: opnieuw bespreken', to: 'bespreek-motivatie', inform: 'terugval', anew: true },
    },
  }),
};
