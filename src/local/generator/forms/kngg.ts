import { type About, type Forms, score, someOf } from './about.ts';

const klassen = ['licht', 'matig', 'sterk', 'extreem'] as const;

/** Which classes of risk the chain is for in this place. */
const hierWelkom: Readonly<Record<string, readonly string[]>> = {
  'vanaf-licht': klassen,
  'vanaf-matig': ['matig', 'sterk', 'extreem'],
  'licht-en-matig': ['licht', 'matig'],
};

function measured({ random, level, today }: About): Readonly<Record<string, unknown>> {
  return {
    bmiSds: Number((3.2 - 1.6 * level + (random.next() - 0.5) * 0.8).toFixed(1)),
    gemetenOp: today,
    gemetenDoor: random.pick(['jgz', 'jgz', 'huisarts', 'kinder-gli-aanbieder']),
  };
}

function wellBeing(about: About): Readonly<Record<string, unknown>> {
  return {
    kindl: score(about, 35, 95),
    cantril: score(about, 3, 10),
    lekkerInVel: score(about, 3, 10),
    vertrouwen: score(about, 3, 10),
    beweegdagen: score(about, 0, 7),
  };
}

/** Of the class that is welcome here, one that is common. */
function classFor({ random, knobs, kept }: About): string {
  const welcome = hierWelkom[knobs['doelgroep']?.value ?? ''] ?? klassen;
  const known = kept['ggr'];
  if (known !== undefined && klassen.some((each) => each === known)) return known;
  return random.weighted(Object.fromEntries(welcome.map((each, index) => [each, 4 - index]))) ?? 'matig';
}

export const knggForms: Forms = {
  signaal: (about) => ({ ...measured(about), klinischeBlik: about.random.chance(0.2) }),
  toestemming: ({ age, outcome }) => ({
    leeftijd: age < 12 ? 'onder-12' : age < 16 ? '12-tot-16' : 'vanaf-16',
    ...(outcome.startsWith('akkoord') ? { door: age < 12 ? 'ouders' : age < 16 ? 'ouders-en-kind' : 'kind' } : {}),
  }),
  ggr: (about) => ({
    ...measured(about),
    ggr: about.outcome === 'comorbiditeit' ? 'sterk' : about.outcome,
    comorbiditeit: about.outcome === 'comorbiditeit',
    ...(about.outcome === 'comorbiditeit' ? { iotf: 'graad-2' } : {}),
  }),
  aanmelding: (about) => ({ ggr: classFor(about) }),
  intake: (about) => ({
    ...measured(about),
    ...wellBeing(about),
    ...(about.kept['ggr'] === undefined ? { ggr: classFor(about) } : {}),
  }),
  anamnese: ({ random }) => ({
    leidraad: random.chance(0.86),
    themas: someOf(random, ['voeding', 'bewegen', 'slaap', 'scherm', 'stress', 'geld', 'school', 'gezin'], 0.35, 1),
  }),
  plan: ({ random }) => ({
    aanbod: someOf(random, ['opvoedondersteuning', 'sport', 'voeding', 'sociaal-emotioneel', 'schuldhulp'], 0.35),
    doel: random.pick(['Elke dag buiten spelen', 'Samen eten aan tafel', 'Met plezier naar gym', 'Op tijd slapen']),
  }),
  meting: (about) => ({
    ...measured(about),
    volgtPlan: about.level > 0.55 ? 'ja' : about.random.pick(['deels', 'deels', 'nee']),
    contact: about.random.pick(['goed', 'goed', 'wisselend', 'moeizaam']),
  }),
  evaluatie: (about) => ({
    ...measured(about),
    ...wellBeing(about),
    geholpen: about.level > 0.5 ? about.random.pick(['ja', 'ja', 'deels']) : about.random.pick(['deels', 'nee']),
    cijfer: score(about, 4, 10),
    doelen: about.level > 0.6 ? 'bereikt' : about.random.pick(['deels', 'deels', 'niet']),
    afgenomenDoor: about.random.pick(['ander', 'samen-met-ander', 'czv']),
  }),
  nazorg: (about) => ({ ...measured(about), cantril: score(about, 3, 10), volgehouden: about.outcome === 'stabiel' }),
};
