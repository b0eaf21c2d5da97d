import type { ChainContent } from '../../content.ts';
import { valpreventieV1Forms } from './forms.ts';
import { naDrieMaanden, naZesMaanden, risicoklasse, valSignaal } from './rules.ts';

const forms = valpreventieV1Forms;

export const valpreventieV1Content: ChainContent = {
  forms,
  propose: {
    valSignaal: (form) => valSignaal(forms.opsporen.parse(form)),
    risicoklasse: (form) => risicoklasse(forms.valrisicotest.parse(form)),
    naDrieMaanden: (form) => naDrieMaanden(forms.followUp.parse(form)),
    naZesMaanden: (form) => naZesMaanden(forms.followUp.parse(form)),
  },
  insists: [
    {
      form: 'interventies',
      outcomes: ['ander', 'beweeg-en-ander'],
      field: 'doorverwijzingen',
      must: 'filled',
      detail: 'Kies minstens één soort hulp, of kies een andere uitkomst.',
    },
    {
      form: 'interventies',
      outcomes: ['beweeg', 'afzien'],
      field: 'doorverwijzingen',
      must: 'empty',
      detail: 'Bij deze uitkomst hoort geen andere hulp. Maak de lijst leeg, of kies een andere uitkomst.',
    },
    {
      form: 'otagoIntake',
      outcomes: ['passend'],
      field: 'vorm',
      must: 'filled',
      detail: 'Kies of Otago thuis is of in een groep.',
    },
  ],
};
