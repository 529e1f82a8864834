import { LoadingOutlined } from '@ant-design/icons';
import type { Whoami } from '@omc/api';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { AppHeader } from './components/app-header.js';
import { ErrorBoundary } from './components/error-boundary.js';
import { Notice } from './components/notice.js';
import { PaletteKey } from './components/palette/palette-key.js';
import { Rail } from './components/rail.js';
import { ShelfBanner } from './components/shelf-banner.js';
import { TitleCount } from './components/title-count.js';
import { everythingActive } from './data/alarm-view.js';
import { LiveProvider } from './data/live-context.js';
import type { Page } from './data/url-state.js';
import { useUrlState } from './data/use-url-state.js';
import { lazyWithTexts } from './i18n/lazy-with-texts.js';

const TourOffer = lazyWithTexts(['tour'], () => import('./components/tour-offer.js'));
const AlarmsPage = lazyWithTexts(['alarms'], () => import('./pages/alarms/alarms-page.js'));
const NesPage = lazyWithTexts(['nes'], () => import('./pages/nes/nes-page.js'));
const FiltersPage = lazyWithTexts(['filters'], () => import('./pages/filters/filters-page.js'));
const NetworkPage = lazyWithTexts(['network', 'nes'], () => import('./pages/network/network-page.js'));
const StatisticsPage = lazyWithTexts(['statistics'], () => import('./pages/statistics/statistics-page.js'));
const PendingPage = lazyWithTexts(['pending', 'filters'], () => import('./pages/pending/pending-page.js'));
const LedgerPage = lazyWithTexts(['ledger'], () => import('./pages/ledger/ledger-page.js'));
const ShelvesPage = lazyWithTexts(['shelves', 'nes'], () => import('./pages/shelves/shelves-page.js'));
const HistoryPage = lazyWithTexts(
  ['history', 'alarms', 'detail'],
  () => import('./pages/history/history-page.js'),
);
const TrapsPage = lazyWithTexts(['traps'], () => import('./pages/traps/traps-page.js'));
const UsersPage = lazyWithTexts(['users'], () => import('./pages/users/users-page.js'));
const AuditPage = lazyWithTexts(['audit', 'history'], () => import('./pages/audit/audit-page.js'));
const SettingsPage = lazyWithTexts(['settings'], () => import('./pages/settings/settings-page.js'));
const AccountPage = lazyWithTexts(['account'], () => import('./pages/account/account-page.js'));
const MmlPage = lazyWithTexts(['mml'], () => import('./pages/mml/mml-page.js'));

/** What other pages than the list draw from: shelves hide nothing there. */
const allActive = { ...everythingActive, shelved: 'all' } as const;

function PageOf({ page, session }: { page: Page; session: Whoami }): ReactNode {
  switch (page) {
    case 'alarms':
      return <AlarmsPage />;
    case 'nes':
      return <NesPage session={session} />;
    case 'filters':
      return <FiltersPage role={session.role} />;
    case 'network':
      return <NetworkPage />;
    case 'pending':
      return <PendingPage />;
    case 'shelves':
      return <ShelvesPage role={session.role} />;
    case 'history':
      return <HistoryPage />;
    case 'statistics':
      return <StatisticsPage />;
    case 'ledger':
      return <LedgerPage />;
    case 'traps':
      return <TrapsPage session={session} />;
    case 'users':
      return <UsersPage session={session} />;
    case 'audit':
      return <AuditPage session={session} />;
    case 'settings':
      return <SettingsPage role={session.role} />;
    case 'account':
      return <AccountPage session={session} />;
    case 'mml':
      return <MmlPage user={session.user} />;
  }
}

/** What somebody who is signed in sees: the header and the page that the address names. */
export default function Console({ session }: { session: Whoami }): ReactNode {
  const { t } = useTranslation();
  const { page, view } = useUrlState();
  const loading = <Notice icon={<LoadingOutlined />} title={t('app.loading')} />;
  return (
    <LiveProvider view={page === 'alarms' ? view : allActive}>
      <div className="console">
        <a className="skip" href="#content">
          {t('app.skip')}
        </a>
        <TitleCount />
        <PaletteKey />
        <AppHeader session={session} />
        <div className="console-body">
          <Rail session={session} />
          <main id="content" tabIndex={-1}>
            {session.banner !== null && (
              <Suspense fallback={null}>
                <TourOffer session={session} />
              </Suspense>
            )}
            <ShelfBanner />
            <ErrorBoundary key={page}>
              <Suspense fallback={loading}>
                <PageOf page={page} session={session} />
              </Suspense>
            </ErrorBoundary>
          </main>
        </div>
      </div>
    </LiveProvider>
  );
}
