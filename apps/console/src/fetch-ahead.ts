import { readUrl } from './data/url-state.js';
import { Console } from './lazy-frames.js';
import { pages } from './lazy-pages.js';

/**
 * Fetches what nearly every visit needs next while the texts of the frame and the session are still asked for, instead
 * of one after the other; done when all of it is there or failed. A part that could not be fetched is asked for again
 * where it is needed, which tells if it fails once more.
 */
export async function fetchAhead(): Promise<void> {
  await Promise.allSettled([Console.fetch(), pages[readUrl(location.search).page].fetch()]);
}
