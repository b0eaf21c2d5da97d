import { type About, type Forms, score, someOf } from './about.ts';

const HELP = ['stevig-ouderschap', 'home-start', 'buurtgezinnen', 'moedergroep', 'schuldhulp', 'pop-poli', 'anders'];

/** As the rule of the chain reads risk and protection. */
function balance({ random, outcome }: About): Readonly<Record<string, unknown>> {
  if (outcome === 'geen') return { risico: 'geen', bescherming: 'voldoende' };
  if (outcome === 'potentieel') return { risico: 'ja', bescherming: 'voldoende' };
  return { risico: outcome === 'zeer' ? 'urgent' : 'ja', bescherming: 'onvoldoende', nietPluis: random.chance(0.3) };
}

export const kansrijkeStartForms: Forms = {
  weging: (about) => ({ instrument: about.random.pick(['geen', 'mind2care', 'r4u', 'giz']), ...balance(about) }),
  aanmelding: ({ random }) => ({
    contact: random.pick(['telefoon', 'telefoon', 'bericht', 'via-verloskundige']),
    samen: random.chance(0.2),
    tolk: random.chance(0.08),
  }),
  kraamweek: ({ random, outcome }) => {
    const found = outcome === 'signaal';
    return { hechting: found && random.chance(0.3), stemming: found, omstandigheden: found && random.chance(0.4) };
  },
  huisbezoek: ({ random }) => ({
    vorm: random.pick(['thuis', 'thuis', 'thuis', 'elders', 'beeldbellen']),
    samen: random.chance(0.2),
  }),
  plan: ({ random }) => ({
    wensen: random.pick(['Rust in huis', 'Weten wie ik kan bellen', 'Hulp bij de papieren', 'Andere ouders ontmoeten']),
    afspraken: 'De eerste contactpersoon belt elke twee weken.',
    voorzorg: random.chance(0.15) ? 'ja' : 'nee',
  }),
  inzet: ({ random, outcome }) => ({ interventies: outcome === 'gestart' ? someOf(random, HELP, 0.2, 1) : [] }),
  evaluatie: (about) => ({
    cijfer: about.random.chance(0.85) ? score(about, 5, 10) : null,
    geholpen: about.level > 0.4,
  }),
  hielprik: ({ random }) => ({ hielprik: true, gehoor: true, stevigOuderschap: random.chance(0.6) }),
};
