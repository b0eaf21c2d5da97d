/** Whole years on a local day (both YYYY-MM-DD). Who was born on 29 February is a year older on 1 March. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) >= birthDate.slice(5) ? years : years - 1;
}

/** '75-79': as much as may be known of someone before an offer is accepted. */
export function ageBandOn(birthDate: string, day: string): string {
  const from = Math.max(0, Math.floor(ageOn(birthDate, day) / 5) * 5);
  return `${from}-${from + 4}`;
}
