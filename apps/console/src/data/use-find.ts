import { useCallback } from 'react';
import { navigate, useUrlState } from './use-url-state.js';

/** What is searched for in the table of a page: kept in the address, so that a link carries it. */
export function useFind(): readonly [find: string, search: (text: string) => void] {
  const { find } = useUrlState();
  return [find, useCallback((text: string) => navigate({ find: text }, 'replace'), [])];
}
