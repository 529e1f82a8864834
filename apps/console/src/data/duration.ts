import type { Language } from '../i18n/language.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const units: Readonly<
  Record<Language, readonly [day: string, hour: string, minute: string, second: string]>
> = {
  en: ['d', 'h', 'm', 's'],
  zh: ['天', '时', '分', '秒'],
};

/**
 * A duration in its two largest units, such as `3d 04h` or `12s`. Whole seconds, rounded down;
 * a negative one (clocks differ a little) is none.
 */
export function formatDuration(durationMs: number, language: Language): string {
  const rest = Math.max(0, durationMs);
  const [day, hour, minute, second] = units[language];
  if (rest >= DAY) return pair(rest, DAY, day, HOUR, hour);
  if (rest >= HOUR) return pair(rest, HOUR, hour, MINUTE, minute);
  if (rest >= MINUTE) return pair(rest, MINUTE, minute, SECOND, second);
  return `${Math.floor(rest / SECOND)}${second}`;
}

function pair(rest: number, large: number, largeUnit: string, small: number, smallUnit: string): string {
  const second = Math.floor((rest % large) / small);
  return `${Math.floor(rest / large)}${largeUnit} ${String(second).padStart(2, '0')}${smallUnit}`;
}
