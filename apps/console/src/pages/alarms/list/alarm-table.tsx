import type {
  CellFocusedEvent,
  CellKeyDownEvent,
  ColDef,
  GridApi,
  GridReadyEvent,
  RowClassRules,
  RowClickedEvent,
} from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { type ReactNode, type Ref, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rememberColumns, restoreColumns } from '../../../components/column-memory.js';
import { gridModules } from '../../../components/grid-modules.js';
import type { AlarmRow } from '../../../data/alarm-row.js';
import type { AlarmView } from '../../../data/alarm-view.js';
import type { ListLayout } from '../../../data/cause-rows.js';
import { useLive } from '../../../data/live-context.js';
import type { Picks } from '../../../data/picks.js';
import { navigate } from '../../../data/use-url-state.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { gridTheme } from '../../../theme/grid-theme.js';
import { alarmColumns } from './alarm-columns.js';
import { FOLD_BUTTON } from './cause-cell.js';
import { COLUMNS_KEY, keepSorted, sortOf } from './grid-columns.js';
import { useListContext } from './list-context.js';
import { isMarked, markFocusedRow, showRow, turnRow } from './row-cursor.js';
import { type AlarmTableHandle, useTableHandle } from './table-handle.js';
import { type Folding, useCauseRows } from './use-cause-rows.js';
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

type Api = GridApi<AlarmRow>;

/** Rows that are drawn above and below those in sight: in a storm each of them is drawn in vain. */
const ROWS_BEYOND = 4;

const selection = { mode: 'singleRow', checkboxes: false, enableClickSelection: false } as const;
const rowClasses: RowClassRules<AlarmRow> = {
  'row-stale': ({ data }) => data?.alarm.stale ?? false,
  'row-cleared': ({ data }) => data?.alarm.state === 'cleared',
  'row-below': ({ data }) => data !== undefined && data.below !== null,
};

/** The live list as a table: rows come and go by transactions, once a frame. */
export function AlarmTable({ view, layout, sort, selected, picks, onOpen, ref }: AlarmTableProps): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const [api, setApi] = useState<Api | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => alarmColumns(t, language, layout), [t, language, layout]);
  const folding = useCauseRows(api, frame, layout);
  const context = useListContext(api, folding, picks);
  const defaultColumn = useMemo(() => columnWithFolding(folding), [folding]);
  useFreshView(api, view, layout);
  useUrlSort(api, sort);
  useSelectedRow(api, selected, folding);
  useTableHandle(ref, api, onOpen, folding, picks);
  const ready = (event: GridReadyEvent<AlarmRow>) => {
    restoreColumns(event.api, COLUMNS_KEY);
    keepSorted(event.api);
    setApi(event.api);
  };
  const remember = (event: { api: Api; finished?: boolean; source?: string }) => {
    if (event.finished !== false && event.source !== 'gridOptionsChanged')
      rememberColumns(event.api, COLUMNS_KEY);
  };
  const follow = (event: CellFocusedEvent<AlarmRow>) => {
    const row = event.rowIndex === null ? undefined : markFocusedRow(event.api);
    if (selected !== null && row && row.alarm.id !== selected) onOpen(row.alarm.id);
  };
  const press = ({ event, data }: { event?: Event | null } & Pick<CellKeyDownEvent<AlarmRow>, 'data'>) => {
    if (event instanceof KeyboardEvent && event.key === 'Enter' && data) onOpen(data.alarm.id);
  };
  return (
    <div ref={frame} className="table">
      <AgGridReact<AlarmRow>
        modules={gridModules}
        theme={gridTheme}
        context={context}
        columnDefs={columns}
        defaultColDef={defaultColumn}
        getRowId={({ data }) => data.key}
        rowClassRules={rowClasses}
        rowSelection={selection}
        deltaSort
        suppressMultiSort
        maintainColumnOrder
        suppressNoRowsOverlay
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
          if (event.source === 'uiColumnSorted') navigate({ sort: sortOf(event.api) }, 'replace');
        }}
        onCellFocused={follow}
        onCellKeyDown={press}
        onRowClicked={(event) => event.data && !isButtonClick(event) && onOpen(event.data.alarm.id)}
      />
    </div>
  );
}

/** A press on what unfolds or picks a row is no wish to see its details. */
function isButtonClick({ event }: RowClickedEvent<AlarmRow>): boolean {
  return event?.target instanceof Element && event.target.closest(`.${FOLD_BUTTON}, .cell-pick`) !== null;
}

/** What all columns have in common: among it, that the arrows unfold and fold before they go from cell to cell. */
function columnWithFolding({ unfold }: Folding): ColDef<AlarmRow> {
  return {
    sortable: true,
    // Never unsorted: only the order keeps symptoms below their roots.
    sortingOrder: ['asc', 'desc'],
    resizable: true,
    suppressHeaderMenuButton: true,
    minWidth: 56,
    suppressKeyboardEvent: ({ event, api }) => {
      const to = { ArrowRight: 'right', ArrowLeft: 'left' } as const;
      const side = event.key === 'ArrowRight' || event.key === 'ArrowLeft' ? to[event.key] : null;
      return side !== null && turnRow(api, side, unfold);
    },
  };
}

/** Another view begins at its top; when alarms were cleared is a matter of the history only. */
function useFreshView(api: Api | null, view: AlarmView, layout: ListLayout): void {
  const key = JSON.stringify([view, layout]);
  const history = view.state !== 'active';
  useEffect(() => api?.setColumnsVisible(['clearedAt'], history), [api, history]);
  const last = useRef(key);
  useEffect(() => {
    if (!api || last.current === key) return;
    last.current = key;
    api.clearFocusedCell();
    if (api.getDisplayedRowCount() > 0) api.ensureIndexVisible(0, 'top');
  }, [api, key]);
}

/** Marks the row of the alarm whose details are open, as soon as it is there. */
function useSelectedRow(api: Api | null, selected: string | null, { reveal }: Folding): void {
  const live = useLive();
  useEffect(() => {
    if (!api || selected === null) return undefined;
    const find = () => {
      const key = isMarked(api, selected) ? null : reveal(selected);
      return key === null || (key !== undefined && showRow(api, key));
    };
    if (find()) return undefined;
    const leave = live.deltaListeners.add(() => {
      if (find()) leave();
    });
    return leave;
  }, [api, live, selected, reveal]);
}
