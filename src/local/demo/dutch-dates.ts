const long = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const short = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

/** 'zondag 22 november 2026', in Europe/Amsterdam. `at`: RFC 3339. */
export function longDate(at: string): string {
  return long.format(new Date(at));
}

/** 'zo 22 nov 2026', in Europe/Amsterdam. */
export function shortDate(at: string): string {
  return short.format(new Date(at));
}
