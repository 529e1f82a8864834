/**
 * The texts of the console by the part of it that they belong to. The frame is what every visit reads, and what parts
 * have in common; the others are fetched with the page, dialog or pane that names them (`lazyWithTexts`).
 */
export const parts = {
  frame: { en: () => import('./parts/frame.en.json'), zh: () => import('./parts/frame.zh.json') },
  'sign-in': { en: () => import('./parts/sign-in.en.json'), zh: () => import('./parts/sign-in.zh.json') },
  account: { en: () => import('./parts/account.en.json'), zh: () => import('./parts/account.zh.json') },
  alarms: { en: () => import('./parts/alarms.en.json'), zh: () => import('./parts/alarms.zh.json') },
  detail: { en: () => import('./parts/detail.en.json'), zh: () => import('./parts/detail.zh.json') },
  history: { en: () => import('./parts/history.en.json'), zh: () => import('./parts/history.zh.json') },
  pending: { en: () => import('./parts/pending.en.json'), zh: () => import('./parts/pending.zh.json') },
  filters: { en: () => import('./parts/filters.en.json'), zh: () => import('./parts/filters.zh.json') },
  network: { en: () => import('./parts/network.en.json'), zh: () => import('./parts/network.zh.json') },
  nes: { en: () => import('./parts/nes.en.json'), zh: () => import('./parts/nes.zh.json') },
  topology: { en: () => import('./parts/topology.en.json'), zh: () => import('./parts/topology.zh.json') },
  shelves: { en: () => import('./parts/shelves.en.json'), zh: () => import('./parts/shelves.zh.json') },
  statistics: {
    en: () => import('./parts/statistics.en.json'),
    zh: () => import('./parts/statistics.zh.json'),
  },
  ledger: { en: () => import('./parts/ledger.en.json'), zh: () => import('./parts/ledger.zh.json') },
  traps: { en: () => import('./parts/traps.en.json'), zh: () => import('./parts/traps.zh.json') },
  users: { en: () => import('./parts/users.en.json'), zh: () => import('./parts/users.zh.json') },
  audit: { en: () => import('./parts/audit.en.json'), zh: () => import('./parts/audit.zh.json') },
  settings: { en: () => import('./parts/settings.en.json'), zh: () => import('./parts/settings.zh.json') },
  mml: { en: () => import('./parts/mml.en.json'), zh: () => import('./parts/mml.zh.json') },
  palette: { en: () => import('./parts/palette.en.json'), zh: () => import('./parts/palette.zh.json') },
  tour: { en: () => import('./parts/tour.en.json'), zh: () => import('./parts/tour.zh.json') },
} as const;

/** A part of the console that has texts of its own. */
export type Part = keyof typeof parts;
