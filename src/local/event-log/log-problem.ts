/** What is wrong with an event log, in words that say what to do; `line` counts from one. */
export class LogProblem extends Error {
  readonly line: number | null;

  constructor(message: string, line: number | null = null) {
    super(line === null ? message : `line ${line}: ${message}`);
    this.name = 'LogProblem';
    this.line = line;
  }
}
