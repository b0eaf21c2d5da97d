import type { ChainContent } from '../../content.ts';
import { dimensies, sociaalVerwijzenV1Forms } from './forms.ts';
import { duurzaamheid } from './rules.ts';

const forms = sociaalVerwijzenV1Forms;
const answered = ['duurzaam', 'niet-duurzaam', 'herstart'] as const;

export const sociaalVerwijzenV1Content: ChainContent = {
  forms,
  propose: { duurzaamheid: (form) => duurzaamheid(forms.nameting.parse(form)) },
  insists: [
    {
      form: 'aanmelding',
      outcomes: ['gegeven'],
      field: 'volledig',
      must: 'filled',
      detail: 'Zeg of alles bekend is om contact te maken: ja of nee.',
    },
    ...['hoofdreden', ...dimensies, 'cijfer'].map((field) => ({
      form: 'intake',
      outcomes: ['passend'],
      field,
      must: 'filled' as const,
      detail: 'Vul dit in, of kies een andere uitkomst.',
    })),
    {
      form: 'aanbod',
      outcomes: ['gekozen'],
      field: 'soort',
      must: 'filled',
      detail: 'Zeg welk soort activiteit de inwoner kiest.',
    },
    ...['continuering', 'behoefte', 'cijfer'].flatMap((field) => [
      {
        form: 'nameting',
        outcomes: answered,
        field,
        must: 'filled' as const,
        detail: 'Vul dit in. Heeft de inwoner niet gereageerd? Kies dan die uitkomst.',
      },
      {
        form: 'nameting',
        outcomes: ['geen-respons'],
        field,
        must: 'empty' as const,
        detail: 'De inwoner heeft niet gereageerd. Maak dit leeg, of kies een andere uitkomst.',
      },
    ]),
  ],
};
