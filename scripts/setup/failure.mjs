/** A set-up that cannot go on: what failed, the likely cause, and the ways out. */
export class SetupFailure extends Error {
  constructor({ what, cause, waysOut, tail = '' }) {
    super(what);
    this.text = [
      `[setup] FAILED: ${what}`,
      ...(tail ? ['  last lines:', ...tail.split('\n').map((line) => `    ${line}`)] : []),
      `  likely cause: ${cause}`,
      '  ways out:',
      ...waysOut.map((way) => `   - ${way}`),
    ].join('\n');
  }
}
