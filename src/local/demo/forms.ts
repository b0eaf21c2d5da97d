/* Filled forms of the story. */

/** A fall and a slow walk: the rule of the chain proposes `matig`. */
export const testMatig = { gevallen: true, bang: true, moeite: true, looptestSeconden: 6.2 };

/** A fall with an injury: the rule proposes `hoog`. */
export const testHoog = { gevallen: true, bang: true, moeite: true, letsel: true, looptestSeconden: 8.5 };

const sppb = { sppb: 8, sppbBalans: 3, sppbLopen: 3, sppbOpstaan: 2 };
export const metingVooraf = { tugSeconden: 14.2, ...sppb, fesI: 32 };
export const metingAchteraf = { tugSeconden: 11.1, ...sppb, sppb: 10, sppbLopen: 4, sppbOpstaan: 3, fesI: 24 };

export const gevolgd = { programma: 'in-balans', bijeenkomsten: 20 };
export const gaatGoed = { beweegt: true, gevallen: false };

const overige =
  'duizeligheid voetenSchoeisel gewrichten osteoporose cognitieStemming valangst voeding dagelijkseTaken omgeving';
/** The thirteen factors: four stand out, and walking points at an underlying disease. */
export const dertienFactoren = {
  ...Object.fromEntries(overige.split(' ').map((factor) => [factor, { bijzonderheden: false }])),
  valgeschiedenis: { bijzonderheden: true, toelichting: 'Gevallen op de trap, met een gebroken pols' },
  mobiliteit: { bijzonderheden: true, toelichting: 'Loopt onzeker', actie: 'Oefenen met de fysiotherapeut' },
  gezichtsvermogen: { bijzonderheden: true, toelichting: 'Staar', actie: 'Verwijzing naar de oogarts' },
  medicijngebruik: { bijzonderheden: true, toelichting: 'Slaapmiddel', actie: 'De huisarts bouwt af' },
  onderliggendLijden: ['mobiliteit'],
};
export const naarOogarts = { doorverwijzingen: ['visus'] };
export const otagoInGroep = { vorm: 'groep', contact: 'telefoon' };
