import type { ChainContent } from '../../content.ts';
import { dimensies, vnggV1Forms } from './forms.ts';
import { gliIndicatie, volgehouden } from './rules.ts';

const forms = vnggV1Forms;
const filled = (form: string, outcomes: readonly string[], fields: readonly string[], detail: string) =>
  fields.map((field) => ({ form, outcomes, field, must: 'filled' as const, detail }));

export const vnggV1Content: ChainContent = {
  forms,
  propose: {
    gliIndicatie: (form) => gliIndicatie(forms.indicatie.parse(form)),
    volgehouden: (form) => volgehouden(forms.beheer.parse(form)),
  },
  insists: [
    ...filled(
      'intake',
      ['gedaan'],
      dimensies,
      'Vul dit in. Is er al een intake van Sociaal Verwijzen? Kies dan die uitkomst.',
    ),
    ...filled(
      'plan',
      ['gli', 'sociaal', 'specialist', 'combinatie'],
      ['doel', 'domeinen'],
      'Bij een route hoort een doel van de inwoner. Vul dit in.',
    ),
    ...filled(
      'indicatie',
      ['indicatie-ok'],
      ['ggr', 'bmi', 'programma'],
      'Voor een verwijzing naar de GLI is dit nodig. Vul dit in, of kies een andere uitkomst.',
    ),
    ...filled(
      'meting',
      ['start', 'afgerond'],
      ['gewichtKg', 'cijfer'],
      'Wie begint of klaar is, wordt gemeten. Vul dit in.',
    ),
  ],
};
