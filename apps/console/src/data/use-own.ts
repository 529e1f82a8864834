import { useCallback } from 'react';
import { readUrl } from './url-state.js';
import { navigate, useUrlState } from './use-url-state.js';

/** What a page keeps in the address by itself: one of a few words, the first where it has none of them. */
export function useOwn<Word extends string>(
  name: string,
  words: readonly [Word, ...Word[]],
): readonly [word: Word, choose: (word: Word) => void] {
  const { own } = useUrlState();
  const word = words.find((one) => one === own[name]) ?? words[0];
  const first = words[0];
  const choose = useCallback((to: Word) => setOwn({ [name]: to === first ? '' : to }, 'push'), [name, first]);
  return [word, choose];
}

/** Changes some of what the page that is shown keeps in the address. */
export function setOwn(change: Readonly<Record<string, string>>, how: 'push' | 'replace' = 'replace'): void {
  const { own } = readUrl(window.location.search);
  navigate({ own: { ...own, ...change } }, how);
}
