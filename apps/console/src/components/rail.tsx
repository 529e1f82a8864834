import {
  ApartmentOutlined,
  ApiOutlined,
  AuditOutlined,
  BarChartOutlined,
  BellOutlined,
  CodeOutlined,
  EyeInvisibleOutlined,
  FilterOutlined,
  HistoryOutlined,
  HourglassOutlined,
  SafetyCertificateOutlined,
  SettingOutlined,
  TeamOutlined,
  ThunderboltOutlined,
  UserOutlined,
} from '@ant-design/icons';
import type { Whoami } from '@omc/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { everythingActive } from '../data/alarm-view.js';
import { isFor } from '../data/rights.js';
import type { Page, UrlState } from '../data/url-state.js';
import { useUrlState } from '../data/use-url-state.js';
import { PageLink } from './page-link.js';

/** The pages, put together by what one does there. */
export const groups: readonly (readonly Page[])[] = [
  ['alarms', 'pending', 'shelves', 'history'],
  ['network', 'nes', 'filters', 'traps'],
  ['statistics', 'ledger', 'mml'],
  ['users', 'audit', 'settings'],
];

const icons: Readonly<Record<Page, typeof BellOutlined>> = {
  alarms: BellOutlined,
  pending: HourglassOutlined,
  shelves: EyeInvisibleOutlined,
  history: HistoryOutlined,
  network: ApartmentOutlined,
  nes: ApiOutlined,
  filters: FilterOutlined,
  traps: ThunderboltOutlined,
  statistics: BarChartOutlined,
  ledger: AuditOutlined,
  mml: CodeOutlined,
  users: TeamOutlined,
  audit: SafetyCertificateOutlined,
  settings: SettingOutlined,
  account: UserOutlined,
};

/** The way to every page, at the left edge. */
export function Rail({ session }: { session: Whoami }): ReactNode {
  const { t } = useTranslation();
  const { page: here } = useUrlState();
  return (
    <nav className="rail" aria-label={t('nav.label')}>
      {groups.map((pages) => (
        <ul key={pages[0]}>
          {pages
            .filter((page) => isFor(page, session))
            .map((page) => (
              <li key={page}>
                <RailLink page={page} here={here} />
              </li>
            ))}
        </ul>
      ))}
    </nav>
  );
}

function RailLink({ page, here }: { page: Page; here: Page }): ReactNode {
  const { t } = useTranslation();
  const Icon = icons[page];
  return (
    <PageLink to={linkTo(page)} aria-current={page === here ? 'page' : undefined}>
      <Icon aria-hidden="true" />
      <span>{t(`nav.${page}`)}</span>
    </PageLink>
  );
}

/** The address of a page, with nothing left of where one was. */
export function linkTo(page: Page): Partial<UrlState> {
  return { page, alarm: null, find: '', at: null, own: {}, saved: null, view: everythingActive };
}
