import type { About, Forms } from './about.ts';
import { kansrijkeStartForms } from './kansrijke-start.ts';
import { knggForms } from './kngg.ts';
import { sociaalVerwijzenForms } from './sociaal-verwijzen.ts';
import { valpreventieForms } from './valpreventie.ts';
import { vnggForms } from './vngg.ts';

const forms: Readonly<Record<string, Forms>> = {
  'sociaal-verwijzen': sociaalVerwijzenForms,
  vngg: vnggForms,
  kngg: knggForms,
  valpreventie: valpreventieForms,
  'kansrijke-start': kansrijkeStartForms,
};

/** A form as a professional might fill it in. @throws RangeError for a form that the generator does not know. */
export function filled(chain: string, form: string, about: About): Readonly<Record<string, unknown>> {
  const fill = forms[chain]?.[form];
  if (fill === undefined) throw new RangeError(`no form ${form} of chain ${chain} is known`);
  return fill(about);
}
