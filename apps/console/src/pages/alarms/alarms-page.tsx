import { LoadingOutlined } from '@ant-design/icons';
import type { AlarmResource } from '@omc/api';
import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/notice.js';
import { lazyPart } from '../../data/lazy-part.js';
import { useLive, useLiveStatus } from '../../data/live-context.js';
import { offerActions, type PageAction } from '../../data/page-actions.js';
import { PendingClearsProvider } from '../../data/pending-clears.js';
import { Picks } from '../../data/picks.js';
import { useMayNotAct } from '../../data/use-may-not-act.js';
import { navigate, useUrlState } from '../../data/use-url-state.js';
import { fetchEarly, lazyWithTexts } from '../../i18n/lazy-with-texts.js';
import { useFetchedLater } from '../../use-fetched-later.js';
import { ActionDialog, type Asked } from './actions/action-dialog.js';
import { BulkBar } from './actions/bulk-bar.js';
import { DeedToast } from './actions/deed-toast.js';
import { useDeeds } from './actions/use-deeds.js';
import { AlarmTable } from './list/alarm-table.js';
import { FilterBar } from './list/filter-bar.js';
import { ListNotice } from './list/list-notice.js';
import { ShelvedBanner } from './list/shelved-banner.js';
import type { AlarmTableHandle } from './list/table-handle.js';
import { useListKeys } from './list/use-list-keys.js';
import { useOpenedView } from './views/use-opened-view.js';

const KeyHelp = lazyPart(() => import('./actions/key-help.js'));
const AlarmDetail = lazyWithTexts(['detail'], async () => ({
  default: (await import('./detail/alarm-detail.js')).AlarmDetail,
}));

/** After so long the list has come, and what most people open next may be fetched, ms. */
const LIST_FIRST_MS = 2_000;

/** Presses a button of the details that are open; false where none are. */
function pressAction(action: string): boolean {
  const button = document.querySelector<HTMLButtonElement>(`.detail [data-action="${action}"]`);
  button?.click();
  return button !== null;
}

const open = (id: string) => navigate({ alarm: id });
const close = () => navigate({ alarm: null });

/** What a dialog is open about. */
type Dialog = { readonly asked: Asked; readonly alarms: readonly AlarmResource[] } | 'keys' | null;

/** The alarm list with its filters, what can be done to its alarms, and beside it the details of one. */
export default function AlarmsPage(): ReactNode {
  const { t } = useTranslation();
  const { alarm, view, layout, sort } = useUrlState();
  // The history is cut off somewhere, so that roots would be missing at random: it is always flat.
  const shown = view.state === 'active' ? layout : 'flat';
  useFetchedLater(AlarmDetail);
  const table = useRef<AlarmTableHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  const opened = useOpenedView(table);
  const [dialog, setDialog] = useState<Dialog>(null);
  const deeds = useDeeds();
  const { picks, picked } = usePicks(JSON.stringify(view));
  const reason = useMayNotAct();
  const lost = useLiveStatus(({ link }) => link === 'reconnecting');
  const toTable = () => table.current?.focus();
  /** The alarms that are picked, or else the one where the keyboard is. */
  const targets = () => {
    const several = picked();
    const current = several.length > 0 ? undefined : table.current?.current();
    return current ? [current] : several;
  };
  const perform = (act: (alarms: readonly AlarmResource[]) => void) => {
    const alarms = targets();
    if (alarms.length === 0) return;
    if (reason === undefined) act(alarms);
    else deeds.tell({ kind: 'said', text: reason });
  };
  const ask = (asked: Asked) => perform((alarms) => setDialog({ asked, alarms }));
  const inDetail = (action: string) => picks.ids().size === 0 && pressAction(action);
  useListKeys({
    move: (by) => table.current?.move(by),
    turn: (to) => table.current?.turn(to),
    open: () => table.current?.openCurrent(),
    close: () => {
      if (picks.ids().size > 0) return picks.clear();
      if (alarm === null) return deeds.tell(null);
      close();
      toTable();
    },
    search: () => search.current?.focus(),
    acknowledge: () => inDetail('acknowledge') || perform(deeds.acknowledge),
    comment: () => inDetail('comment') || ask('comment'),
    shelve: () => inDetail('shelve') || ask('shelve'),
    pick: () => table.current?.pickCurrent(),
    help: () => setDialog('keys'),
  });
  useEffect(() => {
    const timer = setTimeout(() => fetchEarly(AlarmDetail), LIST_FIRST_MS);
    return () => clearTimeout(timer);
  }, []);
  useOffered(() => {
    const count = targets().length;
    const offered = (id: 'acknowledge' | Asked, run: () => void): PageAction => ({
      id,
      name: t('palette.onAlarms', { action: t(id === 'shelve' ? 'shelve.shelve' : `action.${id}`), count }),
      reason,
      run,
    });
    if (count === 0) return [];
    return [
      offered('acknowledge', () => perform(deeds.acknowledge)),
      ...(['comment', 'clear', 'shelve'] as const).map((asked) => offered(asked, () => ask(asked))),
    ];
  });
  return (
    <div className={`alarms ${lost ? 'alarms-lost' : ''}`}>
      <FilterBar
        look={{ view, layout, sort }}
        opened={opened}
        table={table}
        search={search}
        onLeaveSearch={toTable}
        onHelp={() => setDialog('keys')}
      />
      <ShelvedBanner view={view} />
      <PendingClearsProvider>
        <div className="alarms-panes">
          <section className="list-area" aria-label={t('alarms.list')}>
            <AlarmTable
              ref={table}
              view={view}
              layout={shown}
              sort={sort}
              selected={alarm}
              picks={picks}
              onOpen={open}
            />
            <ListNotice view={view} />
            <BulkBar picks={picks} deeds={deeds} reason={reason} picked={picked} onAsk={ask} />
            <DeedToast deeds={deeds} />
          </section>
          {alarm !== null && (
            <Suspense
              fallback={
                <aside className="detail">
                  <Notice icon={<LoadingOutlined />} title={t('app.loading')} />
                </aside>
              }
            >
              <AlarmDetail
                key={alarm}
                id={alarm}
                onClose={close}
                onShelve={(shown) => setDialog({ asked: 'shelve', alarms: [shown] })}
              />
            </Suspense>
          )}
        </div>
      </PendingClearsProvider>
      {dialog === 'keys' && (
        <Suspense fallback={null}>
          <KeyHelp onClose={() => setDialog(null)} />
        </Suspense>
      )}
      {dialog !== null && dialog !== 'keys' && (
        <ActionDialog {...dialog} deeds={deeds} onClose={() => setDialog(null)} />
      )}
    </div>
  );
}

/** Lets the command palette do what the page can do at that moment. */
function useOffered(offered: () => readonly PageAction[]): void {
  const latest = useRef(offered);
  useEffect(() => {
    latest.current = offered;
  });
  useEffect(() => offerActions(() => latest.current()), []);
}

/** What is picked in a view; what leaves the list is no longer picked, since nobody sees it. */
function usePicks(view: string): { picks: Picks; picked: () => AlarmResource[] } {
  const live = useLive();
  const [picks] = useState(() => new Picks());
  const last = useRef(view);
  useEffect(() => {
    if (last.current !== view) picks.clear();
    last.current = view;
  }, [picks, view]);
  useEffect(
    () =>
      live.deltaListeners.add(({ remove }) => {
        const gone = remove.filter(({ id }) => picks.ids().has(id)).map(({ id }) => id);
        if (gone.length > 0) picks.put(gone, false);
      }),
    [live, picks],
  );
  return { picks, picked: () => [...picks.ids()].flatMap((id) => live.rows.get(id) ?? []) };
}
