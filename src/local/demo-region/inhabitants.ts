/**
 * How many people live where, and 22 % of them are 65 or older: round numbers for the demo, to be replaced by those of
 * CBS StatLine, table 70072ned.
 */
const thousands = {
  almelo: 74,
  borne: 25,
  dinkelland: 27,
  enschede: 161,
  haaksbergen: 24,
  hellendoorn: 36,
  hengelo: 82,
  'hof-van-twente': 35,
  losser: 23,
  oldenzaal: 32,
  'rijssen-holten': 39,
  tubbergen: 21,
  twenterand: 34,
  wierden: 25,
} as const;

export const inhabitants = Object.entries(thousands).map(([municipality, count]) => ({
  municipality,
  inhabitants: count * 1000,
  over65: count * 220,
  source: 'rond voorbeeldgetal, nog niet het echte getal van CBS StatLine',
  date: new Date('2025-01-01'),
}));
