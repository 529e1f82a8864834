import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveStatus } from '../../data/live-context.js';
import { navigate, useUrlState } from '../../data/use-url-state.js';
import { AlarmDetail } from './detail/alarm-detail.js';
import { AlarmTable, type AlarmTableHandle } from './list/alarm-table.js';
import { FilterBar } from './list/filter-bar.js';
import { ListNotice } from './list/list-notice.js';
import { useListKeys } from './list/use-list-keys.js';

/** Presses a button of the details that are open; false where none are. */
function pressAction(action: string): boolean {
  const button = document.querySelector<HTMLButtonElement>(`.detail [data-action="${action}"]`);
  button?.click();
  return button !== null;
}

const open = (id: string) => navigate({ alarm: id });
const close = () => navigate({ alarm: null });

/** The alarm list with its filters, and beside it the details of one alarm. */
export default function AlarmsPage(): ReactNode {
  const { t } = useTranslation();
  const { alarm, view, layout } = useUrlState();
  // The history is cut off somewhere, so that roots would be missing at random: it is always flat.
  const shown = view.state === 'active' ? layout : 'flat';
  const table = useRef<AlarmTableHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  const lost = useLiveStatus(({ link }) => link === 'reconnecting');
  const toTable = () => table.current?.focus();
  useListKeys({
    move: (by) => table.current?.move(by),
    turn: (to) => table.current?.turn(to),
    open: () => table.current?.openCurrent(),
    close: () => {
      if (alarm === null) return;
      close();
      toTable();
    },
    search: () => search.current?.focus(),
    acknowledge: () => pressAction('acknowledge') || table.current?.openCurrent(),
    comment: () => pressAction('comment') || table.current?.openCurrent(),
  });
  return (
    <div className={`alarms ${lost ? 'alarms-lost' : ''}`}>
      <FilterBar view={view} layout={layout} table={table} search={search} onLeaveSearch={toTable} />
      <div className="alarms-panes">
        <section className="list-area" aria-label={t('alarms.list')}>
          <AlarmTable ref={table} view={view} layout={shown} selected={alarm} onOpen={open} />
          <ListNotice view={view} />
        </section>
        {alarm !== null && <AlarmDetail key={alarm} id={alarm} onClose={close} />}
      </div>
    </div>
  );
}
