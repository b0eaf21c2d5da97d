import type { ChainContent } from '../../../../src/chains/content.ts';
import { verkennendGesprekV1Forms } from './forms.ts';
import { vervolg } from './rules.ts';

const forms = verkennendGesprekV1Forms;

export const verkennendGesprekV1Content: ChainContent = {
  forms,
  propose: { vervolg: (form) => vervolg(forms.gesprek.parse(form)) },
  insists: [],
};
