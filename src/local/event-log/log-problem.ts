/** Where something stands in a log: a line, counted from one, or a place in words; null when it is nowhere in particular. */
export type Place = number | string | null;

/** What is wrong with an event log, in words that say what to do. */
export class LogProblem extends Error {
  constructor(message: string, place: Place = null) {
    super(place === null ? message : `${typeof place === 'number' ? `line ${place}` : place}: ${message}`);
    this.name = 'LogProblem';
  }
}
