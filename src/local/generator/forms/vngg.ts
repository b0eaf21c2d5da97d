import { type About, type Forms, score, someOf, spinnenweb } from './about.ts';

/** Body weight in kilos: lower as someone is better. */
function weight({ random, level, woman }: About): number {
  return Number(((woman ? 104 : 116) - 18 * level + (random.next() - 0.5) * 14).toFixed(1));
}

function waist({ random, level, woman }: About): number {
  return Math.round((woman ? 108 : 116) - 14 * level + (random.next() - 0.5) * 10);
}

/** The six dimensions in whole tenths, weight, waist and the figure for life. */
function measured(about: About): Readonly<Record<string, unknown>> {
  return { gewichtKg: weight(about), middelCm: waist(about), cijfer: score(about, 3, 10) };
}

export const vnggForms: Forms = {
  signaal: ({ random }) => ({ vindplek: random.pick(['spreekuur', 'wijkteam', 'sport', 'werk', 'buurt']) }),
  ggr: (about) => ({
    lengteCm: about.woman ? about.random.whole(157, 178) : about.random.whole(168, 192),
    gewichtKg: weight(about),
    middelCm: waist(about),
    comorbiditeit: someOf(about.random, ['diabetes-2', 'hart-en-vaten', 'slaapapneu', 'artrose'], 0.14),
  }),
  oorzaken: ({ random, outcome }) => ({
    medicatie: outcome === 'medische-oorzaak' || random.chance(0.1),
    hormonaal: outcome === 'medische-oorzaak' && random.chance(0.4),
    mechanisch: random.chance(0.05),
    psychisch: random.chance(0.12),
  }),
  intake: (about) => (about.outcome === 'gedaan' ? spinnenweb(about) : {}),
  plan: ({ random, outcome }) =>
    ['gli', 'sociaal', 'specialist', 'combinatie'].includes(outcome)
      ? {
          doel: random.pick([
            'Weer kunnen wandelen met de hond',
            'Meer energie',
            'Beter slapen',
            'Traplopen zonder pauze',
          ]),
          domeinen: someOf(random, ['voeding', 'bewegen', 'slaap', 'stress', 'geld', 'sociaal'], 0.35, 1),
        }
      : {},
  indicatie: ({ random, outcome, kept }) =>
    outcome === 'indicatie-ok'
      ? {
          ggr:
            ['matig', 'sterk', 'extreem'].find((each) => each === kept['ggr']) ??
            random.pick(['matig', 'matig', 'sterk']),
          bmi: random.whole(30, 41),
          risicofactoren: random.chance(0.5),
          programma: random.pick(['generiek', 'cool', 'cool', 'slimmer', 'beweegkuur']),
        }
      : { bmi: random.whole(20, 24) },
  meting: (about) =>
    ['start', 'afgerond'].includes(about.outcome)
      ? { ...measured(about), bijeenkomsten: about.random.whole(6, 30) }
      : { bijeenkomsten: about.random.whole(0, 12) },
  eindmeting: (about) => ({
    ...measured(about),
    doelBereikt:
      about.level > 0.6 ? about.random.pick(['ja', 'ja', 'deels']) : about.random.pick(['deels', 'nee', 'onbekend']),
  }),
  beheer: (about) => ({ volgehouden: about.outcome === 'stabiel', gewichtKg: weight(about) }),
};
