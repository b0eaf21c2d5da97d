import { organisationsOf } from './organisation-rows.ts';

/** Enschede (everything the demo users need, and the seats of what is regional). */
export const organisationsOfEnschede = [
  ...organisationsOf('enschede', [
    ['9dca28f6-1b07-4561-8118-31a6b1a8c391', 'huisartsenpraktijk', 'Huisartsenpraktijk De Wilgenhof', '01990001'],
    ['f4467517-be73-4c98-b8fb-24c75664092b', 'huisartsenpraktijk', 'Huisartsenpraktijk De Kastanje', '01990002'],
    ['3706465c-be13-4c4d-97fa-1c49e6caa7e7', 'thuiszorg', 'Thuiszorg De Klimop, testteam', '41990001'],
    ['277e78db-b90f-45fc-a62e-880fd06532f6', 'fysiotherapiepraktijk', 'Fysiotherapie De Schakel', '04990001'],
    ['1ae3416b-07ba-4df7-a753-e0162774efbb', 'sportbedrijf', 'Sportbedrijf De Lenteloper'],
    ['f00d2af6-5c21-47cc-8314-859455bf97cf', 'gemeente', 'Gemeente Enschede, team valpreventie'],
    ['4826d833-eb97-4622-8d6c-d154231f3b3e', 'ketenregie', 'Gemeente Enschede, ketenregie'],
    ['dbec5f24-194c-439e-9d43-c0d07b3ca191', 'welzijnsorganisatie', 'Welzijn Het Bruggenhuis'],
    ['de8bce14-3b2d-428a-aebc-45f76c205a76', 'jeugdgezondheidszorg', 'Jeugdgezondheidszorg De Kiekendief', '47990001'],
    [
      '6dbe708d-6229-4f2c-93d5-30f56a91031e',
      'verloskundigenpraktijk',
      'Verloskundigenpraktijk Het Ooievaarsnest',
      '08990001',
    ],
    ['ed43ece4-0610-49b5-99a4-66fce542d528', 'kraamzorgorganisatie', 'Kraamzorg Het Warme Nest', '42990001'],
    ['caa60f88-c478-42fc-a840-9b098a9fd08e', 'wijkteam', 'Wijkteam De Singel'],
    ['3ec1bd5c-4c15-4e05-96e1-2055b490b304', 'opvang', 'Opvang De Vuurtoren'],
    ['ac1a4852-61aa-4c01-801c-d808d61a7e10', 'leefstijlpraktijk', 'Leefstijlpraktijk De Omslag', '98990001'],
    ['5336d642-26f3-4690-98ac-c8c04c4973da', 'beweegaanbieder', 'Beweegcentrum De Aanloop'],
    ['a968d82b-347b-477b-841e-cee71b8790a7', 'ziekenhuis', 'Ziekenhuis De Twentse Linde', '06990001'],
    ['935d26b5-b875-431b-be2b-12addd15b35e', 'ggd', 'GGD De Regenboog', '47980001'],
    ['e15bceb3-a424-4716-a806-74b10f82235d', 'regiobureau', 'Regiobureau Ketenaanpakken'],
    ['e2ecbbbd-ce51-4f16-a2fd-359d1f8f9e06', 'beheer', 'Beheer van Ketenpad'],
  ]),
];
