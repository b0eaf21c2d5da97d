import type { Municipality } from './shape.ts';

/** The fourteen municipalities of Twente with their CBS codes, and of each a few places where care is organised. */
export const municipalities = [
  { id: 'almelo', name: 'Almelo', code: 'GM0141', kernen: ['almelo', 'aadorp', 'bornerbroek'] },
  { id: 'borne', name: 'Borne', code: 'GM0147', kernen: ['borne', 'hertme', 'zenderen'] },
  { id: 'dinkelland', name: 'Dinkelland', code: 'GM1774', kernen: ['denekamp', 'ootmarsum', 'weerselo'] },
  { id: 'enschede', name: 'Enschede', code: 'GM0153', kernen: ['enschede', 'glanerbrug', 'boekelo', 'lonneker'] },
  { id: 'haaksbergen', name: 'Haaksbergen', code: 'GM0158', kernen: ['haaksbergen', 'buurse', 'sint-isidorushoeve'] },
  { id: 'hellendoorn', name: 'Hellendoorn', code: 'GM0163', kernen: ['nijverdal', 'hellendoorn', 'haarle'] },
  { id: 'hengelo', name: 'Hengelo', code: 'GM0164', kernen: ['hengelo', 'beckum', 'oele'] },
  { id: 'hof-van-twente', name: 'Hof van Twente', code: 'GM1735', kernen: ['goor', 'delden', 'markelo'] },
  { id: 'losser', name: 'Losser', code: 'GM0168', kernen: ['losser', 'overdinkel', 'de-lutte'] },
  // Oldenzaal is one town: its second and third place are districts.
  { id: 'oldenzaal', name: 'Oldenzaal', code: 'GM0173', kernen: ['oldenzaal', 'de-thij', 'zuid-berghuizen'] },
  { id: 'rijssen-holten', name: 'Rijssen-Holten', code: 'GM1742', kernen: ['rijssen', 'holten', 'dijkerhoek'] },
  { id: 'tubbergen', name: 'Tubbergen', code: 'GM0183', kernen: ['tubbergen', 'albergen', 'vasse'] },
  { id: 'twenterand', name: 'Twenterand', code: 'GM1700', kernen: ['vriezenveen', 'vroomshoop', 'den-ham'] },
  { id: 'wierden', name: 'Wierden', code: 'GM0189', kernen: ['wierden', 'enter', 'hoge-hexel'] },
] as const satisfies readonly Municipality[];

export type MunicipalityId = (typeof municipalities)[number]['id'];
