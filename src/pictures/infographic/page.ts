/** A4, portrait, in points. */
export const PAGE = { width: 595.28, height: 841.89 } as const;
/** The paper around what is drawn. */
export const EDGE = 40;
export const INNER = PAGE.width - 2 * EDGE;
export const letters = { title: 28, subtitle: 12.5, number: 33, label: 12, text: 9.5, fact: 8.5, note: 8 } as const;
