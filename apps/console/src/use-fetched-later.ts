import { useEffect } from 'react';
import { type Fetched, fetchEarly } from './i18n/lazy-with-texts.js';

/** Long enough for what is asked for first to be there. */
const LATER_MS = 5_000;

/** Fetches what may be needed at any moment once the page has settled: it is there also when the OMC is away by then. */
export function useFetchedLater(part: Pick<Fetched<object>, 'fetch'>): void {
  useEffect(() => {
    const timer = setTimeout(() => fetchEarly(part), LATER_MS);
    return () => clearTimeout(timer);
  }, [part]);
}
