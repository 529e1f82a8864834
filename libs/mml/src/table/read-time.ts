const TIME = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d(?:\.\d{1,3})?))?(Z|[+-]\d\d:\d\d)?)?$/i;

/**
 * The instant of a time, in milliseconds since 1970: a date, or a date and a time of day, in UTC where no offset
 * from it is named. Undefined where it is none.
 */
export function readTime(text: string): number | undefined {
  const [, date, time = '00:00', seconds = '00', offset = 'Z'] = TIME.exec(text) ?? [];
  if (date === undefined || !isOnTheCalendar(date)) return undefined;
  const at = Date.parse(`${date}T${time}:${seconds}${offset.toUpperCase()}`);
  return Number.isNaN(at) ? undefined : at;
}

/** A thirtieth of February would be read as a day in March. */
function isOnTheCalendar(date: string): boolean {
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}
