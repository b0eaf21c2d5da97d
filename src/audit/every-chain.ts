/** All chains together, where a chain is named. */
export const EVERY_CHAIN = 'alle';
