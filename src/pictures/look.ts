/** Colours on white: text at least 4.5 to 1, shapes at least 3 to 1, and as grey still apart from each other. */
export const colours = {
  ink: '#1B2B33',
  muted: '#51626C',
  line: '#8A98A0',
  hair: '#D9E0E3',
  paper: '#FFFFFF',
  wash: '#F3F6F7',
  accent: '#006B75',
  accentSoft: '#A9D3D6',
  accentFaint: '#E3F0F1',
  alarm: '#8A3B12',
} as const;

/** Fonts that are there on every machine; nothing is fetched. */
export const FONT = "Helvetica, Arial, 'Liberation Sans', 'Nimbus Sans', sans-serif";

/** A cross, for what is too small to show: a shape that stands for no amount. */
export const CROSS = 'path://M0,1.5L1.5,0L5,3.5L8.5,0L10,1.5L6.5,5L10,8.5L8.5,10L5,6.5L1.5,10L0,8.5L3.5,5Z';
