import type { ViewResource } from '@omc/api';
import { type RefObject, useEffect, useRef } from 'react';
import { useUrlState } from '../../../data/use-url-state.js';
import { useViews } from '../../../data/use-views.js';
import type { AlarmTableHandle } from '../list/table-handle.js';
import { openView } from './open-view.js';

/** Whether the console was called up without saying what to show: then the user's own default decides, once. */
let isUndecided = window.location.search === '';

/** The saved view that the address names: its columns are shown as soon as it is known. */
export function useOpenedView(table: RefObject<AlarmTableHandle | null>): ViewResource | undefined {
  const { saved } = useUrlState();
  const { data: views } = useViews();
  const opened = views?.find(({ id }) => id === saved);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (!views) return;
    const first = isUndecided && window.location.search === '' && views.find((view) => view.default);
    isUndecided = false;
    if (first) openView(first, 'replace');
  }, [views]);
  useEffect(() => {
    if (saved === null) shown.current = null;
    if (!opened || shown.current === opened.id) return;
    shown.current = opened.id;
    table.current?.showColumns(opened.columns);
  }, [saved, opened, table]);
  return opened;
}
