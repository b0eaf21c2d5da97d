/** The parts of the API by the first word of an address, in the order in which a reader meets them. */
const tags = {
  referrals: { name: 'Verwijzen', description: 'Een inwoner verwijzen, en de eigen verwijzingen volgen.' },
  cases: { name: 'Trajecten', description: 'Een traject bekijken en verder brengen.' },
  worklist: { name: 'Werklijst', description: 'De open stappen van uw organisatie.' },
  groups: { name: 'Groepen', description: 'Groepen vormen van inwoners die wachten.' },
  offers: { name: 'Aanbod', description: 'Waar plek is, en hoe lang inwoners wachten.' },
  chains: { name: 'Ketens', description: 'De definities van de ketens: stappen, termijnen en formulieren.' },
  me: { name: 'Ik', description: 'Wie u bent, en wie naar uw gegevens keek.' },
  orphans: { name: 'Beheer', description: 'Voor wie het systeem draait.' },
} as const;

const SYSTEM = tags.orphans;
const systemPaths = ['dev', 'health', 'ready', 'metrics', 'openapi.json', 'docs', 'problems'];

/** @throws Error for an address that belongs to no part: name it above. */
export function tagOf(path: string): string {
  const [, first = ''] = path.split('/');
  if (systemPaths.includes(first)) return SYSTEM.name;
  const found = Object.entries(tags).find(([word]) => word === first);
  if (found === undefined) throw new Error(`${path} belongs to no part of the API: see tags.ts`);
  return found[1].name;
}

/** The parts that are used, as the document lists them. */
export function tagsOf(paths: readonly string[]): readonly { readonly name: string; readonly description: string }[] {
  const used = new Set(paths.map(tagOf));
  return Object.values(tags).filter(({ name }) => used.has(name));
}
