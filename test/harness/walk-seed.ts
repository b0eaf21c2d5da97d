/** Where random tests begin: anew each time, or in CI at one number, so that a change is judged by itself. */
export function walkSeed(): number {
  const given = process.env['KETENPAD_WALK_SEED'];
  return given === undefined ? Math.trunc(Math.random() * 1e9) : Number(given);
}
