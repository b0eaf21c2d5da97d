import { labelKnob } from '../../../language/define.ts';
import { inPhase, type PlaceVariant, variantIn } from './variant.ts';

const enschede = 'jaarplan 2026, Enschede: alle vijf ketenaanpakken, met instroom en duurzaam geholpen';
const noaberkracht = 'jaarplan 2026, Dinkelland en Tubbergen (Noaberkracht)';

/** The person whom the region calls sociaal verwijzer, and who is Centrale Zorgcoördinator as well. */
const DORPSONDERSTEUNER = 'Dorpsondersteuner';

/** Where the region's plan has an assignment for a chain. What no plan says is invented for the demo, and says so. */
export const variantsWithAssignment: readonly PlaceVariant[] = [
  variantIn(['enschede'], 'Enschede', {
    'sociaal-verwijzen': inPhase('realisatie', enschede),
    vngg: inPhase('realisatie', enschede),
    kngg: inPhase('realisatie', enschede),
    valpreventie: inPhase('realisatie', enschede),
    'kansrijke-start': inPhase('realisatie', enschede),
  }),
  variantIn(['borne'], 'Borne', {
    'kansrijke-start': inPhase(
      'realisatie',
      'jaarplan 2026, Borne: coalitie, Nu Niet Zwanger, signaleren en prenataal huisbezoek',
    ),
  }),
  variantIn(['dinkelland', 'tubbergen'], 'Dinkelland en Tubbergen', {
    'sociaal-verwijzen': inPhase('geen', `${noaberkracht}: de sociaal verwijzer is hier de dorpsondersteuner`, {
      [labelKnob('sociaal-verwijzer')]: DORPSONDERSTEUNER,
    }),
    // The plan does not say how the high route stands there: a pilot is invented.
    valpreventie: inPhase('realisatie', `${noaberkracht}: de ketenaanpak valpreventie evalueren`, {
      hoogRoute: 'pilot',
    }),
    vngg: {
      ...inPhase('voorbereiding', `${noaberkracht}: onderzoeken of een pilot kan, te beginnen in één kern`, {
        [labelKnob('centrale-zorgcoordinator')]: DORPSONDERSTEUNER,
      }),
      // Which kern it is, is not public.
      kernen: [{ municipality: 'dinkelland', kern: 'weerselo', chosen: { fase: 'pilot' } }],
    },
  }),
  variantIn(['haaksbergen'], 'Haaksbergen', {
    kngg: inPhase(
      'realisatie',
      'jaarplan 2026, Haaksbergen: twee centrale zorgverleners voor kinderen met licht tot matig overgewicht',
      { doelgroep: 'licht-en-matig' },
    ),
  }),
  variantIn(['hof-van-twente'], 'Hof van Twente', {
    valpreventie: inPhase('borging', 'jaarplan 2026, Hof van Twente: doorontwikkelen en borgen van valpreventie'),
  }),
  variantIn(['losser'], 'Losser', {
    kngg: inPhase('definitie', 'jaarplan 2026, Losser: een plan van aanpak voor KnGG'),
    vngg: inPhase('pilot', 'jaarplan 2026, Losser: een proeftuin voor VnGG, met advies hoe die verdergaat'),
    'kansrijke-start': inPhase('realisatie', 'jaarplan 2026, Losser: Kansrijke start, kansrijk opgroeien'),
    valpreventie: inPhase('geen', 'jaarplan 2026, Losser: geen opdracht; de hoge route ontbreekt in deze demo', {
      hoogRoute: 'niet-beschikbaar',
    }),
  }),
];
