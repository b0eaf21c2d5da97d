import type { ChainContent } from '../../content.ts';
import { knggV1Forms } from './forms.ts';
import { ggrKlasse, volgehouden } from './rules.ts';
import { wieNuBeslist } from './consent-by-age.ts';

const forms = knggV1Forms;

export const knggV1Content: ChainContent = {
  forms,
  propose: {
    ggrKlasse: (form) => ggrKlasse(forms.ggr.parse(form)),
    volgehouden: (form) => volgehouden(forms.nazorg.parse(form)),
  },
  agrees: { toestemming: (form, { age }) => wieNuBeslist(forms.toestemming.parse(form), age) },
  insists: [
    {
      form: 'toestemming',
      outcomes: ['akkoord', 'akkoord-zonder-volgen'],
      field: 'door',
      must: 'filled',
      detail: 'Bij toestemming hoort wie die geeft. Vul dit in.',
    },
    {
      form: 'toestemming',
      outcomes: ['weigert'],
      field: 'door',
      must: 'empty',
      detail: 'Niemand geeft toestemming. Laat dit leeg, of kies de uitkomst Akkoord.',
    },
  ],
};
