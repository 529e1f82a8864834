const two = (value: number) => String(value).padStart(2, '0');

/** In which zone instants are shown: this computer's, or UTC. */
export type Zone = 'local' | 'utc';

let zone: Zone = 'local';

/** Shows instants in a zone from now on. */
export function showInZone(chosen: Zone): void {
  zone = chosen;
}

/** Whether instants are shown in UTC. */
export function inUtc(): boolean {
  return zone === 'utc';
}

/** Minutes by which the zone that is shown is ahead of UTC at an instant. */
function offsetAt(at: number): number {
  return zone === 'utc' ? 0 : -new Date(at).getTimezoneOffset();
}

function shifted(at: number): string {
  return new Date(at + offsetAt(at) * 60_000).toISOString();
}

/** A date and time of the zone that is shown, to the second: `2026-11-23 14:00:00`. */
export function formatLocal(at: number): string {
  return shifted(at).slice(0, 19).replace('T', ' ');
}

/** The time of day alone, in the zone that is shown: `14:00:00`. */
export function formatClock(at: number): string {
  return shifted(at).slice(11, 19);
}

/** RFC 3339 with milliseconds and the offset of the zone that is shown: `2026-11-23T14:00:00.000+08:00`. */
export function formatWithOffset(at: number): string {
  const minutes = offsetAt(at);
  const size = Math.abs(minutes);
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return shifted(at).slice(0, -1) + offset;
}
