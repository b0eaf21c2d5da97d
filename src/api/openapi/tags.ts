/** The parts of the API by the first word of an address, in the order in which a reader meets them. */
const tags = {
  referrals: { name: 'Verwijzen', description: 'Een inwoner verwijzen, en de eigen verwijzingen volgen.' },
  cases: { name: 'Trajecten', description: 'Een traject bekijken en verder brengen.' },
  worklist: { name: 'Werklijst', description: 'De open stappen van uw organisatie.' },
  notices: { name: 'Berichten', description: 'Wat er veranderde in trajecten waar u aan meewerkt of meewerkte.' },
  groups: { name: 'Groepen', description: 'Groepen vormen van inwoners die wachten.' },
  offers: { name: 'Aanbod', description: 'Waar plek is, en hoe lang inwoners wachten.' },
  audit: { name: 'Cijfers', description: 'Wat is gepubliceerd over de werking van en tussen de ketens.' },
  chains: { name: 'Ketens', description: 'De definities van de ketens: stappen, termijnen en formulieren.' },
  me: { name: 'Ik', description: 'Wie u bent, en wie naar uw gegevens keek.' },
  orphans: { name: 'Beheer', description: 'Voor wie het systeem draait.' },
} as const;

/** Other first words of the same parts. */
const also: Readonly<Record<string, keyof typeof tags>> = {
  assignments: 'worklist',
  invitations: 'referrals',
  dev: 'orphans',
  health: 'orphans',
  ready: 'orphans',
  metrics: 'orphans',
  'openapi.json': 'orphans',
  docs: 'orphans',
  problems: 'orphans',
};

/** What belongs to no part; a test refuses it. */
const OTHERS = 'Overig';

export function tagOf(path: string): string {
  const [, first = ''] = path.split('/');
  const part = also[first] ?? first;
  return Object.entries(tags).find(([word]) => word === part)?.[1].name ?? OTHERS;
}

/** The parts that are used, as the document lists them. */
export function tagsOf(paths: readonly string[]): readonly { readonly name: string; readonly description: string }[] {
  const used = new Set(paths.map(tagOf));
  return Object.values(tags).filter(({ name }) => used.has(name));
}
