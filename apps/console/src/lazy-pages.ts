import type { Page } from './data/url-state.js';
import { lazyWithTexts } from './i18n/lazy-with-texts.js';

/** The pages, none of which comes before somebody goes there. */
export const pages = {
  alarms: lazyWithTexts(['alarms'], () => import('./pages/alarms/alarms-page.js')),
  nes: lazyWithTexts(['nes'], () => import('./pages/nes/nes-page.js')),
  filters: lazyWithTexts(['filters'], () => import('./pages/filters/filters-page.js')),
  network: lazyWithTexts(['network', 'nes'], () => import('./pages/network/network-page.js')),
  statistics: lazyWithTexts(['statistics'], () => import('./pages/statistics/statistics-page.js')),
  pending: lazyWithTexts(['pending', 'filters'], () => import('./pages/pending/pending-page.js')),
  ledger: lazyWithTexts(['ledger'], () => import('./pages/ledger/ledger-page.js')),
  shelves: lazyWithTexts(['shelves', 'nes'], () => import('./pages/shelves/shelves-page.js')),
  history: lazyWithTexts(['history', 'alarms', 'detail'], () => import('./pages/history/history-page.js')),
  traps: lazyWithTexts(['traps'], () => import('./pages/traps/traps-page.js')),
  users: lazyWithTexts(['users'], () => import('./pages/users/users-page.js')),
  audit: lazyWithTexts(['audit', 'history'], () => import('./pages/audit/audit-page.js')),
  settings: lazyWithTexts(['settings'], () => import('./pages/settings/settings-page.js')),
  account: lazyWithTexts(['account'], () => import('./pages/account/account-page.js')),
  mml: lazyWithTexts(['mml'], () => import('./pages/mml/mml-page.js')),
} as const satisfies Record<Page, unknown>;
