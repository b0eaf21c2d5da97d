const CALENDAR = /^P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/;
const WERKDAGEN = /^(\d{1,4})wd$/;

/**
 * The average length of 'P3M', 'P1Y6M' or '5wd', to compare bounds by; undefined for any other text. In eightieths of a
 * day, in which every unit is a whole number (a year is 365.25 days, five werkdagen are a week).
 */
export function lengthOfText(text: string): number | undefined {
  const werkdagen = WERKDAGEN.exec(text);
  if (werkdagen !== null) return Number(werkdagen[1]) * 112;
  const calendar = CALENDAR.exec(text);
  if (calendar === null) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0] = calendar.slice(1).map((part) => Number(part ?? 0));
  return years * 29_220 + months * 2435 + weeks * 560 + days * 80;
}
