import { useMemo, useSyncExternalStore } from 'react';
import { readUrl, type UrlState, writeUrl } from './url-state.js';

const MOVED = 'omc:moved';

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(MOVED, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(MOVED, listener);
  };
}

/** What the address bar says now. */
export function useUrlState(): UrlState {
  const search = useSyncExternalStore(subscribe, () => window.location.search);
  return useMemo(() => readUrl(search), [search]);
}

/** The address of a state that differs from the present one in some members; what a page keeps stays with it. */
export function hrefOf(change: Partial<UrlState>): string {
  const here = readUrl(window.location.search);
  const leaves = change.page !== undefined && change.page !== here.page;
  return `/${writeUrl({ ...here, ...(leaves && { own: {} }), ...change })}`;
}

/** Goes to another state; `replace` leaves no step for the browser's back button. */
export function navigate(change: Partial<UrlState>, how: 'push' | 'replace' = 'push'): void {
  const href = hrefOf(change);
  if (how === 'push') window.history.pushState(null, '', href);
  else window.history.replaceState(null, '', href);
  window.dispatchEvent(new Event(MOVED));
}
