import type { Directory } from '../access/directory.ts';
import { CaseError, type Pointed } from './case-error.ts';
import type { Asking } from './visit.ts';

const POINTER = '/municipality';

/**
 * Insists on the form of a request that names a municipality: a missing, misspelt or unknown one is answered with those
 * there are. @throws CaseError `invalid-input`.
 */
export async function insistOnMunicipality(directory: Directory, asking: Asking): Promise<void> {
  try {
    asking.insist();
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    const { errors = [] } = error.more;
    if (!errors.some(({ pointer }) => pointer === POINTER)) throw error;
    const detail = await municipalityChoices(directory);
    throw new CaseError(error.code, error.message, {
      errors: errors.map((each) => (each.pointer === POINTER ? { pointer: POINTER, detail } : each)),
    });
  }
}

/** @throws CaseError `invalid-input` that lists the municipalities there are. */
export async function refuseUnknownMunicipality(directory: Directory, municipality: string): Promise<void> {
  if (await directory.hasMunicipality(municipality)) return;
  const errors = [{ pointer: POINTER, detail: await municipalityChoices(directory) }];
  throw new CaseError('invalid-input', 'Deze gemeente hoort niet bij Twente.', { errors });
}

export interface PlaceAsked {
  readonly municipality: string;
  readonly kern?: string | undefined;
}

/** @throws CaseError `invalid-input` that lists the municipalities, or the kernen of this one, there are. */
export async function refuseUnknownPlace(directory: Directory, { municipality, kern }: PlaceAsked): Promise<void> {
  await refuseUnknownMunicipality(directory, municipality);
  const errors = await kernProblems(directory, { municipality, kern }, '/kern');
  if (errors.length > 0) throw new CaseError('invalid-input', 'Deze kern hoort niet bij deze gemeente.', { errors });
}

/** What is wrong with the kern of a municipality that there is: nothing, or that it lies elsewhere. */
export async function kernProblems(
  directory: Pick<Directory, 'kernen'>,
  { municipality, kern }: PlaceAsked,
  pointer: string,
): Promise<readonly Pointed[]> {
  const kernen = kern === undefined ? [] : await directory.kernen(municipality);
  if (kern === undefined || kernen.includes(kern)) return [];
  return [{ pointer, detail: `Kies uit: ${kernen.join(', ')}.` }];
}

/** A kern is asked with its municipality. @throws CaseError `invalid-input`. */
export async function placeAsked(
  directory: Directory,
  { municipality, kern }: { readonly municipality: string | undefined; readonly kern: string | undefined },
): Promise<PlaceAsked | undefined> {
  if (municipality !== undefined) return { municipality, kern };
  if (kern === undefined) return undefined;
  const errors = [{ pointer: POINTER, detail: await municipalityChoices(directory) }];
  throw new CaseError('invalid-input', 'Noem bij een kern ook de gemeente.', { errors });
}

/** Which municipalities there are, as advice to who named another. */
export async function municipalityChoices(directory: Directory): Promise<string> {
  return `Kies een gemeente in Twente: ${(await directory.municipalities()).join(', ')}.`;
}
