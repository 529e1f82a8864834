import { useEffect } from 'react';
import { readUrl } from './data/url-state.js';
import { fetchEarly } from './i18n/lazy-with-texts.js';
import { pages } from './lazy-pages.js';

/** Fetches the page of a link that is pointed at, or has the keyboard: who goes there finds it there. */
export function usePagesFetchedEarly(): void {
  useEffect(() => {
    document.addEventListener('pointerover', fetchPageOf, { passive: true });
    document.addEventListener('focusin', fetchPageOf);
    return () => {
      document.removeEventListener('pointerover', fetchPageOf);
      document.removeEventListener('focusin', fetchPageOf);
    };
  }, []);
}

function fetchPageOf({ target }: Event): void {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
  if (link?.origin === location.origin) fetchEarly(pages[readUrl(link.search).page]);
}
