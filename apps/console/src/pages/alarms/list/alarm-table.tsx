import type { AlarmResource } from '@omc/api';
import type {
  CellFocusedEvent,
  CellKeyDownEvent,
  GridApi,
  GridReadyEvent,
  RowClassRules,
} from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { forgetColumns, rememberColumns, restoreColumns } from '../../../components/column-memory.js';
import { gridModules } from '../../../components/grid-modules.js';
import type { AlarmView } from '../../../data/alarm-view.js';
import { useLive } from '../../../data/live-context.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { gridTheme } from '../../../theme/grid-theme.js';
import { alarmColumns } from './alarm-columns.js';
import { focusRow, holdFocus, moveRow, openCurrentRow, showRow } from './row-cursor.js';
import { withHeldScroll } from './with-held-scroll.js';

/** What the rest of the page may ask of the table. */
export interface AlarmTableHandle {
  readonly focus: () => void;
  readonly move: (by: 1 | -1) => void;
  readonly openCurrent: () => void;
  readonly visibleColumns: () => string[];
  readonly showColumn: (id: string, shown: boolean) => void;
  readonly resetColumns: () => void;
}

interface AlarmTableProps {
  readonly view: AlarmView;
  /** The alarm whose details are open. */
  readonly selected: string | null;
  readonly onOpen: (id: string) => void;
  readonly ref: Ref<AlarmTableHandle>;
}

type Api = GridApi<AlarmResource>;

const COLUMNS_KEY = 'omc.columns.alarms';
const selection = { mode: 'singleRow', checkboxes: false, enableClickSelection: false } as const;
const rowClasses: RowClassRules<AlarmResource> = {
  'row-stale': ({ data }) => data?.stale ?? false,
  'row-cleared': ({ data }) => data?.state === 'cleared',
};

/** The live list as a table: rows come and go by transactions, once a frame. */
export function AlarmTable({ view, selected, onOpen, ref }: AlarmTableProps): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const [api, setApi] = useState<Api | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => alarmColumns(t, language), [t, language]);
  useLiveRows(api, frame);
  useFreshView(api, view);
  useSelectedRow(api, selected);
  useTableHandle(ref, api, onOpen);
  const ready = (event: GridReadyEvent<AlarmResource>) => {
    restoreColumns(event.api, COLUMNS_KEY);
    setApi(event.api);
  };
  const remember = (event: { api: Api; finished?: boolean; source?: string }) => {
    if (event.finished !== false && event.source !== 'gridOptionsChanged')
      rememberColumns(event.api, COLUMNS_KEY);
  };
  const follow = (event: CellFocusedEvent<AlarmResource>) => {
    const row = event.rowIndex === null ? undefined : event.api.getDisplayedRowAtIndex(event.rowIndex);
    row?.setSelected(true, true);
    if (selected !== null && row?.data && row.data.id !== selected) onOpen(row.data.id);
  };
  const press = ({
    event,
    data,
  }: { event?: Event | null } & Pick<CellKeyDownEvent<AlarmResource>, 'data'>) => {
    if (event instanceof KeyboardEvent && event.key === 'Enter' && data) onOpen(data.id);
  };
  return (
    <div ref={frame} className="table">
      <AgGridReact<AlarmResource>
        modules={gridModules}
        theme={gridTheme}
        columnDefs={columns}
        defaultColDef={defaultColumn}
        getRowId={({ data }) => data.id}
        rowClassRules={rowClasses}
        rowSelection={selection}
        deltaSort
        maintainColumnOrder
        suppressNoRowsOverlay
        suppressScrollOnNewData
        suppressDragLeaveHidesColumns
        animateRows={false}
        tooltipShowDelay={500}
        onGridReady={ready}
        onColumnMoved={remember}
        onColumnResized={remember}
        onColumnVisible={remember}
        onSortChanged={remember}
        onCellFocused={follow}
        onCellKeyDown={press}
        onRowClicked={({ data }) => data && onOpen(data.id)}
      />
    </div>
  );
}

const defaultColumn = { sortable: true, resizable: true, suppressHeaderMenuButton: true, minWidth: 56 };

/** Fills the table with the rows there are, then follows their changes. */
function useLiveRows(api: Api | null, frame: { current: HTMLDivElement | null }): void {
  const live = useLive();
  useEffect(() => {
    if (!api) return undefined;
    live.flush();
    api.setGridOption('rowData', live.rows.shown());
    return live.deltaListeners.add(({ add, update, remove }) => {
      if (add.length + update.length + remove.length === 0) return;
      withHeldScroll(api, frame.current, () =>
        api.applyTransaction({ add: [...add], update: [...update], remove: [...remove] }),
      );
      holdFocus(api);
    });
  }, [api, live, frame]);
}

/** Another view begins at its top; when alarms were cleared is a matter of the history only. */
function useFreshView(api: Api | null, view: AlarmView): void {
  const key = JSON.stringify(view);
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
function useSelectedRow(api: Api | null, selected: string | null): void {
  const live = useLive();
  useEffect(() => {
    if (!api || selected === null) return undefined;
    if (showRow(api, selected)) return undefined;
    const leave = live.deltaListeners.add(() => {
      if (showRow(api, selected)) leave();
    });
    return leave;
  }, [api, live, selected]);
}

function useTableHandle(ref: Ref<AlarmTableHandle>, api: Api | null, onOpen: (id: string) => void): void {
  useImperativeHandle(
    ref,
    () => ({
      focus: () => api && focusRow(api),
      move: (by) => api && moveRow(api, by),
      openCurrent: () => api && openCurrentRow(api, onOpen),
      visibleColumns: () => api?.getAllDisplayedColumns().map((column) => column.getColId()) ?? [],
      showColumn: (id, shown) => api?.setColumnsVisible([id], shown),
      resetColumns: () => api && forgetColumns(api, COLUMNS_KEY),
    }),
    [api, onOpen],
  );
}
