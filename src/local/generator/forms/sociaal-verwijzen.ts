import { type Forms, score, someOf, spinnenweb } from './about.ts';

const hoofdredenen = {
  eenzaamheid: 30,
  'somberheid-of-angst': 20,
  stress: 18,
  zingeving: 10,
  'financiele-zorgen': 8,
  'relatie-of-gezin': 8,
  'lichamelijk-met-sociale-kant': 6,
};

export const sociaalVerwijzenForms: Forms = {
  gesprek: ({ random }) => ({ hoofdreden: random.weighted(hoofdredenen) }),
  aanmelding: ({ random, outcome }) => ({
    ...(outcome === 'gegeven' ? { volledig: random.chance(0.88) ? 'ja' : 'nee' } : {}),
    voorkeur: random.pick(['bellen', 'bellen', 'bericht', 'brief', 'via-naaste']),
  }),
  intake: (about) =>
    about.outcome === 'passend'
      ? {
          hoofdreden: about.random.weighted(hoofdredenen),
          ...spinnenweb(about),
          cijfer: score(about, 2, 10),
          huisartsbezoeken: score({ ...about, level: 1 - about.level }, 0, 8),
          eerder: about.random.chance(0.1),
        }
      : {},
  advies: () => ({ advies: 'Bespreek samen welke andere hulp past.' }),
  aanbod: ({ random, outcome }) =>
    outcome === 'gekozen'
      ? {
          soort: random.pick([
            'ontmoeting',
            'ontmoeting',
            'bewegen',
            'creatief',
            'vrijwilligerswerk',
            'cursus',
            'anders',
          ]),
          meegaan: random.chance(0.3),
          contacturen: random.whole(1, 8),
        }
      : {},
  nameting: (about) => {
    const { random, outcome } = about;
    if (outcome === 'geen-respons') return {};
    const measured = { ...spinnenweb(about), cijfer: score(about, 2, 10), huisartsbezoeken: random.whole(0, 4) };
    const stopped = { continuering: random.pick(['gestopt', 'gestopt', 'nooit-begonnen']), behoefte: 'geen' };
    if (outcome === 'niet-duurzaam') return { ...measured, ...stopped };
    if (outcome === 'herstart') {
      return {
        ...measured,
        continuering: 'gestopt',
        behoefte: random.pick(['opnieuw-sociaal-verwijzer', 'professionele-hulp']),
      };
    }
    return { ...measured, continuering: random.chance(0.75) ? 'actief' : 'andere-activiteit', behoefte: 'geen' };
  },
  afronding: ({ random }) => ({
    uitstroom: someOf(random, ['activiteit', 'activiteit', 'huisarts', 'maatschappelijk-werk', 'geen'], 0.3, 1).slice(
      0,
      1,
    ),
  }),
};
