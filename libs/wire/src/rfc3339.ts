/** The last instant that a time on the wire can name: the end of the year 9999. */
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

const GENERAL =
  /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;

/**
 * Reads an RFC 3339 time of the years 1970 to 9999, with any offset.
 * Returns milliseconds since 1970 UTC (what is finer is cut off), or undefined if it is none.
 */
export function parseInstant(text: string): number | undefined {
  const at = text.length === 24 && text.charCodeAt(23) === 0x5a ? parseCommon(text) : undefined;
  return at ?? parseGeneral(text);
}

/** Writes an instant as RFC 3339 UTC with milliseconds. Throws a RangeError outside of what Date can hold. */
export function formatInstant(at: number): string {
  return new Date(at).toISOString();
}

/** `YYYY-MM-DDTHH:mm:ss.sssZ`, the form that nearly every NE sends, without a regular expression. */
function parseCommon(text: string): number | undefined {
  if (text[4] !== '-' || text[7] !== '-' || text[10] !== 'T') return undefined;
  if (text[13] !== ':' || text[16] !== ':' || text[19] !== '.') return undefined;
  const day = dayOf(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
  const time = timeOfDay(digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, 19));
  return within(day + time + digits(text, 20, 23));
}

function parseGeneral(text: string): number | undefined {
  const match = GENERAL.exec(text);
  if (match === null) return undefined;
  const part = (index: number) => Number(match[index]);
  const milliseconds = Number((match[7] ?? '').slice(0, 3).padEnd(3, '0'));
  const offset = match[8] === undefined ? 0 : timeOfDay(part(9), part(10), 0) * (match[8] === '-' ? -1 : 1);
  const local = dayOf(part(1), part(2), part(3)) + timeOfDay(part(4), part(5), part(6)) + milliseconds;
  return within(local - offset);
}

/** Digits as a number; NaN, which spreads to the sum, if one is none. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index++) {
    const digit = text.charCodeAt(index) - 0x30;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** Start of a day, or NaN where the calendar has no such day. Date.UTC would take the years 0 to 99 for the 20th century. */
function dayOf(year: number, month: number, day: number): number {
  if (!(year >= 100 && month >= 1 && month <= 12 && day >= 1)) return Number.NaN;
  return day <= daysOf(year, month) ? Date.UTC(year, month - 1, day) : Number.NaN;
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Milliseconds into the day; second 60 is a leap second (RFC 3339 §5.7), taken as the next one's start. */
function timeOfDay(hour: number, minute: number, second: number): number {
  if (!(hour <= 23 && minute <= 59 && second <= 60)) return Number.NaN;
  return ((hour * 60 + minute) * 60 + second) * 1000;
}

function within(at: number): number | undefined {
  return at >= 0 && at <= LAST ? at : undefined;
}
