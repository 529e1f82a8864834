import { useSyncExternalStore } from 'react';
import { showInZone, type Zone } from './instants.js';
import { Listeners } from './listeners.js';
import { type Severity, severities } from './severity.js';

/** What somebody has set for this browser. */
export interface Preferences {
  readonly zone: Zone;
  readonly density: 'roomy' | 'compact';
  /** New alarms of these severities are heard. */
  readonly sounds: readonly Severity[];
  /** New alarms of these severities are told by the desktop. */
  readonly notices: readonly Severity[];
  /** Until when it stays quiet, milliseconds since 1970. */
  readonly mutedUntil: number;
  readonly tour: 'offered' | 'seen';
}

const KEY = 'omc.preferences';
const first: Preferences = {
  zone: 'local',
  density: 'roomy',
  sounds: [],
  notices: [],
  mutedUntil: 0,
  tour: 'offered',
};

/** Reads what was set; what cannot be read is as at first. */
export function readPreferences(text: string | null): Preferences {
  const held = parsed(text);
  const some = (value: unknown) =>
    severities.filter((severity) => Array.isArray(value) && value.includes(severity));
  return {
    zone: held['zone'] === 'utc' ? 'utc' : first.zone,
    density: held['density'] === 'compact' ? 'compact' : first.density,
    sounds: some(held['sounds']),
    notices: some(held['notices']),
    mutedUntil: typeof held['mutedUntil'] === 'number' ? held['mutedUntil'] : first.mutedUntil,
    tour: held['tour'] === 'seen' ? 'seen' : first.tour,
  };
}

function parsed(text: string | null): Readonly<Record<string, unknown>> {
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch (error) {
    console.warn('the preferences cannot be read', error);
    return {};
  }
}

const changed = new Listeners<void>();
let preferences = first;

function apply(next: Preferences): void {
  preferences = next;
  showInZone(next.zone);
  document.documentElement.dataset['density'] = next.density;
  changed.tell();
}

/** Takes what was set at the last visit, and what another tab sets from now on. */
export function startPreferences(): void {
  apply(readPreferences(localStorage.getItem(KEY)));
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === KEY) apply(readPreferences(newValue));
  });
}

/** Sets something, for this visit and the next. */
export function prefer(change: Partial<Preferences>): void {
  const next = { ...preferences, ...change };
  localStorage.setItem(KEY, JSON.stringify(next));
  apply(next);
}

/** What is set now. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(changed.add, () => preferences);
}
