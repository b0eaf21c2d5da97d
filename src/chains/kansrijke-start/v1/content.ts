import type { ChainContent } from '../../content.ts';
import { kansrijkeStartV1Forms } from './forms.ts';
import { kraamsignaal, wegingsniveau } from './rules.ts';

const forms = kansrijkeStartV1Forms;

export const kansrijkeStartV1Content: ChainContent = {
  forms,
  propose: {
    wegingsniveau: (form) => wegingsniveau(forms.weging.parse(form)),
    kraamsignaal: (form) => kraamsignaal(forms.kraamweek.parse(form)),
  },
  insists: [
    {
      form: 'inzet',
      outcomes: ['gestart'],
      field: 'interventies',
      must: 'filled',
      detail: 'Kies minstens één soort hulp die is begonnen, of kies een andere uitkomst.',
    },
    {
      form: 'inzet',
      outcomes: ['niet'],
      field: 'interventies',
      must: 'empty',
      detail: 'Bij deze uitkomst is er geen hulp begonnen. Maak de lijst leeg, of kies een andere uitkomst.',
    },
  ],
};
