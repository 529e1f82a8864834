import type { GridApi } from 'ag-grid-community';
import { type RefObject, useEffect, useState } from 'react';
import { useLanguage } from '../../../i18n/use-language.js';
import { changeRows, type ListRows, listRowsFor } from './list-rows.js';
import { orderOfTable } from './sorted-by.js';
import type { TableRow } from './table-row.js';

type Api = GridApi<TableRow>;

/** The rows behind the table, sorted as its heads say. */
export function useListRows(api: Api | null, frame: RefObject<HTMLElement | null>): ListRows | null {
  const language = useLanguage();
  const [list, setList] = useState<ListRows | null>(null);
  useEffect(() => {
    const viewport = frame.current?.querySelector<HTMLElement>('.ag-grid-viewport');
    if (!api || !viewport) return undefined;
    const made = listRowsFor(api, viewport);
    setList(made);
    const follow = () => {
      made.window.follow();
      made.cursor.mark();
    };
    viewport.addEventListener('scroll', follow);
    return () => {
      viewport.removeEventListener('scroll', follow);
      made.places.stop();
    };
  }, [api, frame]);
  useEffect(() => {
    if (api && list) changeRows(list, () => list.all.sortBy(orderOfTable(api, language)));
  }, [api, list, language]);
  return list;
}
