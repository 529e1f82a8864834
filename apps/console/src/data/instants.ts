const two = (value: number) => String(value).padStart(2, '0');

/** A date and time of this computer's zone, to the second: `2026-11-23 14:00:00`. */
export function formatLocal(at: number): string {
  const date = new Date(at);
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${formatClock(at)}`;
}

/** The time of day alone, in this computer's zone: `14:00:00`. */
export function formatClock(at: number): string {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** RFC 3339 with milliseconds and this computer's offset: `2026-11-23T14:00:00.000+08:00`. */
export function formatWithOffset(at: number): string {
  const date = new Date(at);
  const minutes = -date.getTimezoneOffset();
  const local = new Date(at + minutes * 60_000).toISOString().slice(0, -1);
  const size = Math.abs(minutes);
  return `${local}${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
