import { EyeInvisibleOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '../data/url-state.js';
import { useSummary } from '../data/use-summary.js';
import { useUrlState } from '../data/use-url-state.js';
import { PageLink } from './page-link.js';

/** The pages that show alarms, or say how things are by them; the list says it with a way to show the hidden ones. */
const alarmPages: readonly Page[] = ['pending', 'history', 'network', 'nes', 'statistics'];

/** Says on the pages beside the list how many of them shelves hide, so that nobody takes the rest for all. */
export function ShelfBanner(): ReactNode {
  const { t } = useTranslation();
  const { page } = useUrlState();
  const summary = useSummary();
  if (!summary || summary.shelves.active === 0 || !alarmPages.includes(page)) return null;
  const { shelved, shelves } = summary;
  return (
    <p className="shelf-banner" role="status" data-testid="shelf-banner">
      <EyeInvisibleOutlined aria-hidden="true" />
      <span>
        {t('shelfBanner.hidden', { count: shelved })} {t('shelfBanner.by', { count: shelves.active })}
        {shelves.endsSoon > 0 && <b> {t('shelfBanner.soon', { count: shelves.endsSoon })}</b>}
      </span>
      <PageLink to={{ page: 'shelves', alarm: null, at: null, find: '' }}>{t('shelfBanner.show')}</PageLink>
    </p>
  );
}
