import { type About, type Forms, score, someOf } from './about.ts';

const FACTORS =
  'valgeschiedenis duizeligheid mobiliteit voetenSchoeisel gewrichten osteoporose cognitieStemming valangst ' +
  'gezichtsvermogen voeding medicijngebruik dagelijkseTaken omgeving';
const HELP = ['medicatie', 'visus', 'voeten', 'woning', 'voeding', 'educatief', 'psychologisch', 'medisch'];

function seconds({ random, level }: About): number {
  return Number((19 - 9 * level + (random.next() - 0.5) * 3).toFixed(1));
}

function fesI(about: About): number {
  return score({ ...about, level: 1 - about.level }, 16, 58);
}

function followUp(about: About, worse: boolean): Readonly<Record<string, unknown>> {
  const gevallen = about.outcome === 'nieuwe-val';
  const better = { beweegt: !worse, gevallen, letsel: gevallen && about.random.chance(0.3), achteruit: worse };
  return about.random.chance(0.7) ? { ...better, tugSeconden: seconds(about), fesI: fesI(about) } : better;
}

export const valpreventieForms: Forms = {
  opsporen: ({ random, outcome }) => {
    const raised = outcome === 'verhoogd';
    return { gevallen: raised && random.chance(0.5), bezorgd: raised && random.chance(0.6), moeite: raised };
  },
  valrisicotest: ({ random, outcome }) => {
    if (outcome === 'laag') return { gevallen: false, bang: false, moeite: random.chance(0.2), looptestSeconden: 3.4 };
    const walk = Number((4.6 + random.next() * 5).toFixed(1));
    if (outcome === 'matig') return { gevallen: random.chance(0.4), bang: true, moeite: true, looptestSeconden: walk };
    return {
      gevallen: true,
      bang: true,
      moeite: true,
      letsel: random.chance(0.6),
      vakerGevallen: true,
      looptestSeconden: walk,
    };
  },
  meting: (about) => {
    const parts = { sppbBalans: score(about, 1, 4), sppbLopen: score(about, 1, 4), sppbOpstaan: score(about, 1, 4) };
    const sppb = parts.sppbBalans + parts.sppbLopen + parts.sppbOpstaan;
    return { tugSeconden: seconds(about), sppb, ...parts, fesI: fesI(about) };
  },
  interventie: ({ random, outcome }) => ({
    programma: random.pick(['in-balans', 'in-balans', 'vallen-verleden-tijd']),
    bijeenkomsten: outcome === 'afgerond' ? random.whole(9, 22) : random.whole(0, 7),
  }),
  valrisicobeoordeling: ({ random }) => ({
    ...Object.fromEntries(FACTORS.split(' ').map((factor) => [factor, { bijzonderheden: random.chance(0.25) }])),
    onderliggendLijden: someOf(random, ['mobiliteit', 'medicijnen', 'zicht', 'duizeligheid'], 0.2),
  }),
  interventies: ({ random, outcome }) => ({
    doorverwijzingen: ['ander', 'beweeg-en-ander'].includes(outcome) ? someOf(random, HELP, 0.15, 1) : [],
  }),
  otagoIntake: ({ random, outcome }) => ({
    ...(outcome === 'passend' ? { vorm: random.chance(0.7) ? 'groep' : 'individueel' } : {}),
    contact: random.pick(['telefoon', 'praktijk', 'thuis']),
  }),
  followUp: (about) => followUp(about, about.outcome === 'achteruitgang'),
};
