import { readUrl } from './data/url-state.js';
import { fetchTexts } from './i18n/fetched-texts.js';

/**
 * Fetches what nearly every visit needs next while the texts of the frame and the session are still asked for, instead
 * of one after the other. A part that could not be fetched is asked for again where it is needed, which tells if it
 * fails once more.
 */
export function fetchAhead(): void {
  const parts: Promise<unknown>[] = [import('./console.js')];
  if (readUrl(location.search).page === 'alarms') {
    parts.push(import('./pages/alarms/alarms-page.js'), fetchTexts(['alarms']));
  }
  void Promise.allSettled(parts);
}
