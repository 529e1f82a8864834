import type {
  CellFocusedEvent,
  CellKeyDownEvent,
  GridApi,
  GridReadyEvent,
  RowClassRules,
  RowClickedEvent,
} from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { type ReactNode, type Ref, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rememberColumns, restoreColumns } from '../../../components/column-memory.js';
import { gridModules, noWordsOfItsOwn } from '../../../components/grid-modules.js';
import type { AlarmView } from '../../../data/alarm-view.js';
import type { ListLayout } from '../../../data/cause-rows.js';
import type { Picks } from '../../../data/picks.js';
import { navigate } from '../../../data/use-url-state.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { gridTheme } from '../../../theme/grid-theme.js';
import { alarmColumns } from './alarm-columns.js';
import { FOLD_BUTTON } from './cause-cell.js';
import { defaultColumnOf } from './default-column.js';
import { COLUMNS_KEY, keepSorted, sortOf } from './grid-columns.js';
import { useListContext } from './list-context.js';
import { type ListRows, sortRows } from './list-rows.js';
import { orderOfTable } from './sorted-by.js';
import { type AlarmTableHandle, useTableHandle } from './table-handle.js';
import type { TableRow } from './table-row.js';
import { useCauseRows } from './use-cause-rows.js';
import { useListRows } from './use-list-rows.js';
import { useSelectedRow } from './use-selected-row.js';
import { useUrlSort } from './use-url-sort.js';

interface AlarmTableProps {
  readonly view: AlarmView;
  readonly layout: ListLayout;
  /** The column by which it is sorted, as the address has it. */
  readonly sort: string | null;
  /** The alarm whose details are open. */
  readonly selected: string | null;
  readonly picks: Picks;
  readonly onOpen: (id: string) => void;
  readonly ref: Ref<AlarmTableHandle>;
}

type Api = GridApi<TableRow>;

/** Rows that are drawn above and below those in sight: in a storm each of them is drawn in vain. */
const ROWS_BEYOND = 4;

const selection = { mode: 'singleRow', checkboxes: false, enableClickSelection: false } as const;
const rowClasses: RowClassRules<TableRow> = {
  'row-stale': ({ data }) => data?.alarm?.stale ?? false,
  'row-cleared': ({ data }) => data?.alarm?.state === 'cleared',
  'row-below': ({ data }) => data?.alarm !== undefined && data.below !== null,
};

/** The live list as a table, which knows of all rows only those around the ones in sight. */
export function AlarmTable({ view, layout, sort, selected, picks, onOpen, ref }: AlarmTableProps): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const [api, setApi] = useState<Api | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => alarmColumns(t, language, layout), [t, language, layout]);
  const list = useListRows(api, frame);
  const folding = useCauseRows(list, layout);
  const context = useListContext(list, folding, picks);
  const defaultColumn = useMemo(() => defaultColumnOf(list, folding), [list, folding]);
  useFreshView(api, list, view, layout);
  useUrlSort(api, sort);
  useSelectedRow(list, selected, folding);
  useTableHandle(ref, api, list, onOpen, folding, picks);
  const ready = (event: GridReadyEvent<TableRow>) => {
    restoreColumns(event.api, COLUMNS_KEY);
    keepSorted(event.api);
    setApi(event.api);
  };
  const remember = (event: { api: Api; finished?: boolean; source?: string }) => {
    if (event.finished !== false && event.source !== 'gridOptionsChanged')
      rememberColumns(event.api, COLUMNS_KEY);
  };
  const follow = (event: CellFocusedEvent<TableRow>) => {
    const row = event.rowIndex === null ? undefined : list?.cursor.markFocused();
    if (selected !== null && row && row.alarm.id !== selected) onOpen(row.alarm.id);
  };
  const press = ({ event, data }: { event?: Event | null } & Pick<CellKeyDownEvent<TableRow>, 'data'>) => {
    if (event instanceof KeyboardEvent && event.key === 'Enter' && data?.alarm) onOpen(data.alarm.id);
  };
  return (
    <div ref={frame} className="table">
      <AgGridReact<TableRow>
        modules={gridModules}
        theme={gridTheme}
        context={context}
        columnDefs={columns}
        defaultColDef={defaultColumn}
        getRowId={({ data }) => data.key}
        rowClassRules={rowClasses}
        rowSelection={selection}
        suppressMultiSort
        maintainColumnOrder
        suppressOverlays={noWordsOfItsOwn}
        suppressScrollOnNewData
        suppressDragLeaveHidesColumns
        animateRows={false}
        rowBuffer={ROWS_BEYOND}
        tooltipShowDelay={500}
        onGridReady={ready}
        onColumnMoved={remember}
        onColumnResized={remember}
        onColumnVisible={remember}
        onSortChanged={(event) => {
          remember(event);
          if (list) sortRows(list, orderOfTable(event.api, language));
          if (event.source === 'uiColumnSorted') navigate({ sort: sortOf(event.api) }, 'replace');
        }}
        focusGridInnerElement={({ fromBottom }) => fromBottom && (list?.cursor.focus() ?? false)}
        onModelUpdated={() => list?.window.remeasure()}
        onCellFocused={follow}
        onCellKeyDown={press}
        onRowClicked={(event) => event.data?.alarm && !isButtonClick(event) && onOpen(event.data.alarm.id)}
      />
    </div>
  );
}

/** A press on what unfolds or picks a row is no wish to see its details. */
function isButtonClick({ event }: RowClickedEvent<TableRow>): boolean {
  return event?.target instanceof Element && event.target.closest(`.${FOLD_BUTTON}, .cell-pick`) !== null;
}

/** Another view begins at its top; when alarms were cleared is a matter of the history only. */
function useFreshView(api: Api | null, list: ListRows | null, view: AlarmView, layout: ListLayout): void {
  const key = JSON.stringify([view, layout]);
  const history = view.state !== 'active';
  useEffect(() => api?.setColumnsVisible(['clearedAt'], history), [api, history]);
  const last = useRef(key);
  useEffect(() => {
    if (!list || last.current === key) return;
    last.current = key;
    list.cursor.leavePlace();
    list.window.toTop();
  }, [list, key]);
}
