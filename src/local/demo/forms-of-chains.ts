/* Filled forms of the other four chains. */

const web = { lichaamsfuncties: 6, mentaalWelbevinden: 4.5, zingeving: 5, kwaliteitVanLeven: 5, dagelijksLeven: 7 };
export const eenzaam = { hoofdreden: 'eenzaamheid', ...web, meedoen: 3.5, cijfer: 5, huisartsbezoeken: 4 };
export const koor = { soort: 'ontmoeting', meegaan: true, contacturen: 3 };
export const gaatNaarKoor = { continuering: 'actief', behoefte: 'geen', ...web, meedoen: 6.5, cijfer: 7 };
export const uitstroom = { uitstroom: ['activiteit'] };

export const risicoRia = { lengteCm: 172, gewichtKg: 98, middelCm: 108, comorbiditeit: ['artrose'] };
export const geenOorzaak = { medicatie: false, hormonaal: false, mechanisch: false, psychisch: false };
export const breedGesprek = { ...web, meedoen: 6, wens: 'Weer met de kleinkinderen kunnen fietsen' };
export const doelRia = { doel: 'Weer fietsen', domeinen: ['bewegen', 'voeding'] };
export const generiek = { ggr: 'matig', bmi: 33.1, programma: 'generiek' };
export const metingGli = { gewichtKg: 92, middelCm: 101, cijfer: 7, bijeenkomsten: 12 };
export const eindmeting = { gewichtKg: 88, cijfer: 8, doelBereikt: 'ja' };

export const eersteMeting = { cantril: 5, kindl: 61, lekkerInVel: 5 };
export const leidraad = { leidraad: true, themas: ['slaap', 'geld', 'voeding'] };
export const doelSem = { aanbod: ['sport', 'schuldhulp'], doel: 'Weer meedoen met gym' };
export const volgtPlan = { volgtPlan: 'ja', contact: 'goed', bmiSds: 2.1 };
export const terugblik = {
  cantril: 7,
  geholpen: 'ja',
  cijfer: 8,
  doelen: 'bereikt',
  afgenomenDoor: 'ander',
  bmiSds: 1.9,
};
export const volgehouden = { cantril: 7, volgehouden: true, bmiSds: 1.9 };

export const kwetsbaar = { instrument: 'alpha-nl', risico: 'ja', bescherming: 'onvoldoende' };
export const bereikbaar = { contact: 'telefoon', tolk: false };
export const thuis = { vorm: 'thuis' };
export const planNoor = { wensen: 'Rust thuis', afspraken: 'Elke maand een gesprek', voorzorg: 'nee' };
export const gestartMet = { interventies: ['stevig-ouderschap'] };
export const rustig = { opmerking: 'Alles gaat goed' };
export const geprikt = { hielprik: true, gehoor: true, stevigOuderschap: true };
export const tevreden = { cijfer: 8, geholpen: true };

export const gezien = { lengteCm: 79, gewichtKg: 14, klinischeBlik: true };
export const oudersAkkoord = { leeftijd: 'onder-12', door: 'ouders' };
export const hoogRisico = { ggr: 'matig', comorbiditeit: false, bmi: 22.4 };
