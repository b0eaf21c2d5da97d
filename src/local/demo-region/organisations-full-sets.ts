import { organisationsOf } from './organisation-rows.ts';

/** Borne and Hellendoorn: a full set for every chain, so that local variants can differ from Enschede. */
export const organisationsOfFullSets = [
  ...organisationsOf('borne', [
    ['e2bc5875-cb8d-44e7-b079-40784bbb2420', 'huisartsenpraktijk', 'Huisartsenpraktijk De Bornsche Es', '01990003'],
    ['3b040876-8bec-4f4c-a123-c762f82e7906', 'thuiszorg', 'Thuiszorg De Hofmeijer, testteam', '41990003'],
    ['0e512ad1-f2bf-4c67-83ec-0f1512516bfe', 'fysiotherapiepraktijk', 'Fysiotherapie Het Stiftje', '04990002'],
    ['d2713efe-6ac5-418f-b5db-afa968f19c75', 'sportbedrijf', 'Sportbedrijf De Weideloper'],
    ['e4d7e309-2844-4156-a242-968c62d92ece', 'gemeente', 'Gemeente Borne, team valpreventie'],
    ['bc56d0d0-0a6a-4a33-b3db-0f5e4ec9129e', 'ketenregie', 'Gemeente Borne, ketenregie'],
    ['a0b0b8a8-9c00-4de7-ba9d-e28aa7af40bd', 'welzijnsorganisatie', 'Welzijn De Dorpskamer'],
    ['92ad4519-d11b-4d88-a2ed-555ddf853a67', 'jeugdgezondheidszorg', 'Jeugdgezondheidszorg De Zwaluw', '47990002'],
    ['974cf339-fdc2-47b2-8e1a-029f7a733ffe', 'verloskundigenpraktijk', 'Verloskundigenpraktijk De Lente', '08990002'],
    ['d402151a-cfe1-4d01-99e3-8a543898d4f3', 'kraamzorgorganisatie', 'Kraamzorg De Kleine Beer', '42990002'],
    ['a9b7ca44-e034-4670-a80c-5d487aa71c9b', 'wijkteam', 'Wijkteam De Bleek'],
    ['f1d56b8e-d469-4b73-978e-47a44177474f', 'opvang', 'Opvang De Luwte'],
    ['1c68ce66-4f85-4dae-9233-8b68fdb86919', 'leefstijlpraktijk', 'Leefstijlpraktijk De Balans', '98990002'],
    ['59bd47f9-c60b-4c0e-a368-950839c62920', 'beweegaanbieder', 'Beweegcentrum De Draf'],
  ]),
  ...organisationsOf('hellendoorn', [
    ['a312aa5b-6180-4158-bf85-df3762b2b2e6', 'huisartsenpraktijk', 'Huisartsenpraktijk De Reggebocht', '01990004'],
    ['77148b51-b1fd-4bc5-9a30-6fd64aa8987d', 'thuiszorg', 'Thuiszorg De Heidebloem, testteam', '41990004'],
    ['1a000915-ba18-4273-ab01-47eac4be2f17', 'thuiszorg', 'Thuiszorg De Heidebloem, testteam Haarle', '41990090'],
    ['020b0e83-234f-405a-9f82-a8b09a5494c4', 'fysiotherapiepraktijk', 'Fysiotherapie De Bergrug', '04990003'],
    ['36da60af-3e5c-4a3b-a7c4-c521efbf3aa3', 'sportbedrijf', 'Sportbedrijf De Heuvelloper'],
    ['7e4793d4-d4b5-474f-9bf1-64976a17c4da', 'gemeente', 'Gemeente Hellendoorn, team valpreventie'],
    ['c4cc8e29-c116-4588-b0c8-706a124a1271', 'ketenregie', 'Gemeente Hellendoorn, ketenregie'],
    ['aa0b578e-ffca-4b7d-9d17-a901815d7c70', 'welzijnsorganisatie', 'Welzijn De Noaber'],
    ['11b471a7-d5e1-4952-b8f5-53d604a91696', 'jeugdgezondheidszorg', 'Jeugdgezondheidszorg De Leeuwerik', '47990003'],
    [
      'd9182aab-45bd-4d73-89d3-e2180b18faee',
      'verloskundigenpraktijk',
      'Verloskundigenpraktijk De Dageraad',
      '08990003',
    ],
    ['8fea9f62-99ca-40b2-9e1a-12cf99dba7ef', 'kraamzorgorganisatie', 'Kraamzorg De Zachte Landing', '42990003'],
    ['b26e1d37-3391-41e0-b2e9-d5b6ac6b9ee7', 'wijkteam', 'Wijkteam De Regge'],
    ['fe4e2769-01aa-460c-977a-0c4315d0af4a', 'opvang', 'Opvang De Schuilhut'],
    ['d1a1be28-d4f5-4de1-b4de-e8f22ad5a387', 'leefstijlpraktijk', 'Leefstijlpraktijk De Vitale Stap', '98990003'],
    ['115ab9bb-17b6-4afd-92b3-6e75c6caa8a9', 'beweegaanbieder', 'Beweegcentrum De Klim'],
  ]),
];
