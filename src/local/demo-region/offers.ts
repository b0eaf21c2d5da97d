import type { Offer } from './shape.ts';

type Row = readonly [
  id: string,
  role: string,
  organisation: string,
  label: string,
  room: Offer['room'],
  capacity: number | null,
  kern?: string,
];

function offersIn(municipality: string, rows: readonly Row[]): readonly Offer[] {
  return rows.map(([id, role, organisation, label, room, capacity, kern]) => ({
    id,
    chain: 'valpreventie',
    role,
    organisation,
    municipality,
    kern: kern ?? null,
    label,
    room,
    capacity,
  }));
}

/** What organisations say that they have on offer in valpreventie, where the region has a full set of them. */
export const offers: readonly Offer[] = [
  ...offersIn('enschede', [
    [
      'c069e5cf-0680-430e-8128-fcae241a6b64',
      'tester',
      '3706465c-be13-4c4d-97fa-1c49e6caa7e7',
      'Valrisicotest aan huis',
      'ja',
      40,
    ],
    [
      '543c6211-1d4f-4fe5-bb24-bf830811a887',
      'fysio',
      '277e78db-b90f-45fc-a62e-880fd06532f6',
      'Otago thuis of in een groep',
      'ja',
      24,
    ],
    [
      '3839edd7-5d8d-4dd6-a1d6-fdaa09e0e89f',
      'buurtsportcoach',
      '1ae3416b-07ba-4df7-a753-e0162774efbb',
      'Beweeggroep 65+',
      'ja',
      60,
    ],
    [
      '9c94a1e6-9f1b-4b3d-8892-d4a5286b47d1',
      'valpreventie-coordinator',
      'f00d2af6-5c21-47cc-8314-859455bf97cf',
      'Plaats in een groep In Balans',
      'wachtlijst',
      36,
    ],
  ]),
  ...offersIn('borne', [
    [
      'e242d614-675f-41ed-abeb-152b6e871a17',
      'tester',
      '3b040876-8bec-4f4c-a123-c762f82e7906',
      'Valrisicotest aan huis',
      'ja',
      15,
    ],
    [
      '988ef83d-d59a-4f22-9d7d-b99b6373bc7b',
      'fysio',
      '0e512ad1-f2bf-4c67-83ec-0f1512516bfe',
      'Otago in een groep',
      'wachtlijst',
      10,
    ],
    [
      '9e01437e-fa57-4dfc-9f73-38fbd58fca06',
      'buurtsportcoach',
      'd2713efe-6ac5-418f-b5db-afa968f19c75',
      'Wandelgroep 65+',
      'ja',
      null,
    ],
    [
      'ae72d4c6-ed58-4183-bf5c-3218f88c691f',
      'valpreventie-coordinator',
      'e4d7e309-2844-4156-a242-968c62d92ece',
      'Plaats in een groep In Balans',
      'ja',
      12,
    ],
  ]),
  ...offersIn('hellendoorn', [
    [
      '5d8d6696-882e-433c-bb6a-08ea9eb6645b',
      'tester',
      '77148b51-b1fd-4bc5-9a30-6fd64aa8987d',
      'Valrisicotest aan huis',
      'ja',
      20,
    ],
    [
      '4f239e33-90e4-4209-8718-8f72da1b48a1',
      'tester',
      '1a000915-ba18-4273-ab01-47eac4be2f17',
      'Valrisicotest in het dorpshuis',
      'nee',
      5,
      'haarle',
    ],
    ['b7057f24-8c62-45c2-816d-87548a0f4266', 'fysio', '020b0e83-234f-405a-9f82-a8b09a5494c4', 'Otago thuis', 'nee', 8],
    [
      '95aa697b-d70c-43c5-91fb-26eca3965897',
      'buurtsportcoach',
      '36da60af-3e5c-4a3b-a7c4-c521efbf3aa3',
      'Fietsgroep 65+',
      'ja',
      30,
    ],
    [
      '459e18e0-73a4-4549-8ba0-520fa8c78a24',
      'valpreventie-coordinator',
      '7e4793d4-d4b5-474f-9bf1-64976a17c4da',
      'Plaats in een groep In Balans',
      'ja',
      12,
    ],
  ]),
];
