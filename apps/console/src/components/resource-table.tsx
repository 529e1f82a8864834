import type { CellKeyDownEvent, ColDef, GridApi } from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { type ReactNode, useMemo } from 'react';
import { gridTheme } from '../theme/grid-theme.js';
import { rememberColumns, restoreColumns } from './column-memory.js';
import { gridModules, noWordsOfItsOwn } from './grid-modules.js';

export interface ResourceTableProps<Row> {
  /** Under which name the columns are remembered. */
  readonly name: string;
  readonly rows: Row[] | undefined;
  readonly rowId: (row: Row) => string;
  readonly columns: ColDef<Row>[];
  /** Only rows that contain all words of this text are shown. */
  readonly search: string;
  /** Called once rows are drawn, with how many of them the search leaves. */
  readonly onShown: (count: number) => void;
  /** Enter and Delete on a row, which are its buttons for the keyboard. */
  readonly onEnter?: ((row: Row) => void) | undefined;
  readonly onDelete?: ((row: Row) => void) | undefined;
  /** Enter or a click on a row, which opens its details. */
  readonly onOpen?: ((row: Row) => void) | undefined;
  /** The last rows are on screen: further ones may be read. */
  readonly onEnd?: (() => void) | undefined;
}

/** From so many rows before the end on, the end is near. */
const NEAR_END = 20;

const defaultColumn = { sortable: true, resizable: true, suppressHeaderMenuButton: true, minWidth: 56 };

/** What a table has before anything was read. */
const NOT_READ: never[] = [];

/** A table of what was read by REST. */
export function ResourceTable<Row>(props: ResourceTableProps<Row>): ReactNode {
  const { name, rowId, onShown, onOpen, onEnter = onOpen, onDelete, onEnd } = props;
  const key = `omc.columns.${name}`;
  const getRowId = useMemo(
    () =>
      ({ data }: { data: Row }) =>
        rowId(data),
    [rowId],
  );
  const remember = (event: { api: GridApi<Row>; finished?: boolean; source?: string }) => {
    if (event.finished !== false && event.source !== 'gridOptionsChanged') rememberColumns(event.api, key);
  };
  const press = ({ event, data }: Pick<CellKeyDownEvent<Row>, 'event' | 'data'>) => {
    if (!(event instanceof KeyboardEvent) || !data) return;
    if (event.key === 'Enter') onEnter?.(data);
    if (event.key === 'Delete') onDelete?.(data);
  };
  return (
    <div className="table">
      <AgGridReact<Row>
        modules={gridModules}
        theme={gridTheme}
        columnDefs={props.columns}
        defaultColDef={defaultColumn}
        rowData={props.rows ?? NOT_READ}
        getRowId={getRowId}
        quickFilterText={props.search}
        maintainColumnOrder
        suppressOverlays={noWordsOfItsOwn}
        suppressDragLeaveHidesColumns
        animateRows={false}
        tooltipShowDelay={500}
        onGridReady={({ api }) => restoreColumns(api, key)}
        onModelUpdated={({ api }) => {
          if (api.getGridOption('rowData') !== NOT_READ) onShown(api.getDisplayedRowCount());
        }}
        onColumnMoved={remember}
        onColumnResized={remember}
        onSortChanged={remember}
        onBodyScrollEnd={({ api }) => {
          if (api.getLastDisplayedRowIndex() >= api.getDisplayedRowCount() - NEAR_END) onEnd?.();
        }}
        onRowClicked={({ data }) => data && onOpen?.(data)}
        onCellKeyDown={(event) => press({ event: event.event ?? null, data: event.data })}
      />
    </div>
  );
}
