import {
  ApartmentOutlined,
  ApiOutlined,
  AuditOutlined,
  BarChartOutlined,
  BellOutlined,
  CodeOutlined,
  FilterOutlined,
  HistoryOutlined,
  HourglassOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { everythingActive } from '../data/alarm-view.js';
import type { Page, UrlState } from '../data/url-state.js';
import { useUrlState } from '../data/use-url-state.js';
import { PageLink } from './page-link.js';

/** The places of the console; the history is the alarm list with what is over. */
export type Place = Page | 'history';

/** The places, put together by what they are for. */
export const groups: readonly (readonly Place[])[] = [
  ['alarms', 'pending', 'history'],
  ['network', 'nes', 'filters'],
  ['statistics', 'ledger', 'mml'],
];

const icons: Readonly<Record<Place, typeof BellOutlined>> = {
  alarms: BellOutlined,
  pending: HourglassOutlined,
  history: HistoryOutlined,
  network: ApartmentOutlined,
  nes: ApiOutlined,
  filters: FilterOutlined,
  statistics: BarChartOutlined,
  ledger: AuditOutlined,
  mml: CodeOutlined,
};

/** Where one is, of what the address says. */
export function placeOf({ page, view }: Pick<UrlState, 'page' | 'view'>): Place {
  return page === 'alarms' && view.state === 'cleared' ? 'history' : page;
}

/** The way to every page, at the left edge. */
export function Rail(): ReactNode {
  const { t } = useTranslation();
  const here = placeOf(useUrlState());
  return (
    <nav className="rail" aria-label={t('nav.label')}>
      {groups.map((places) => (
        <ul key={places[0]}>
          {places.map((place) => (
            <li key={place}>
              <RailLink place={place} here={here} />
            </li>
          ))}
        </ul>
      ))}
    </nav>
  );
}

function RailLink({ place, here }: { place: Place; here: Place }): ReactNode {
  const { t } = useTranslation();
  const Icon = icons[place];
  return (
    <PageLink to={linkTo(place)} aria-current={place === here ? 'page' : undefined}>
      <Icon aria-hidden="true" />
      <span>{t(`nav.${place}`)}</span>
    </PageLink>
  );
}

/** The address of a place, with nothing left of where one was. */
export function linkTo(place: Place): Partial<UrlState> {
  const fresh = { alarm: null, find: '', at: null };
  if (place === 'history')
    return { ...fresh, page: 'alarms', view: { ...everythingActive, state: 'cleared' } };
  if (place === 'alarms') return { ...fresh, page: 'alarms', view: everythingActive };
  return { ...fresh, page: place };
}
