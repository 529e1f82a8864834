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
import { pages } from './lazy-pages.js';
import { usePagesFetchedEarly } from './use-pages-fetched-early.js';

const TourOffer = lazyWithTexts(['tour'], () => import('./components/tour-offer.js'));

/** What other pages than the list draw from: shelves hide nothing there. */
const allActive = { ...everythingActive, shelved: 'all' } as const;

function PageOf({ page, session }: { page: Page; session: Whoami }): ReactNode {
  switch (page) {
    case 'alarms':
      return <pages.alarms />;
    case 'nes':
      return <pages.nes session={session} />;
    case 'filters':
      return <pages.filters role={session.role} />;
    case 'network':
      return <pages.network />;
    case 'pending':
      return <pages.pending />;
    case 'shelves':
      return <pages.shelves role={session.role} />;
    case 'history':
      return <pages.history />;
    case 'statistics':
      return <pages.statistics />;
    case 'ledger':
      return <pages.ledger />;
    case 'traps':
      return <pages.traps session={session} />;
    case 'users':
      return <pages.users session={session} />;
    case 'audit':
      return <pages.audit session={session} />;
    case 'settings':
      return <pages.settings role={session.role} />;
    case 'account':
      return <pages.account session={session} />;
    case 'mml':
      return <pages.mml user={session.user} />;
  }
}

/** What somebody who is signed in sees: the header and the page that the address names. */
export default function Console({ session }: { session: Whoami }): ReactNode {
  const { t } = useTranslation();
  const { page, view } = useUrlState();
  usePagesFetchedEarly();
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
