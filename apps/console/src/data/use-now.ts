import { useSyncExternalStore } from 'react';
import { Listeners } from './listeners.js';

const ticks = new Listeners<void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;
let watchers = 0;

function tick(): void {
  now = Date.now();
  ticks.tell();
}

function subscribe(listener: () => void): () => void {
  const leave = ticks.add(listener);
  watchers += 1;
  if (watchers === 1) timer = setInterval(tick, 1000);
  return () => {
    leave();
    watchers -= 1;
    if (watchers === 0) clearInterval(timer);
  };
}

/** The present, to the second, milliseconds since 1970: one timer for however many show it. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}
