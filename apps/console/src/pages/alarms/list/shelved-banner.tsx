import { PauseCircleOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { PageLink } from '../../../components/page-link.js';
import type { AlarmView } from '../../../data/alarm-view.js';
import { useSummary } from '../../../data/use-summary.js';
import { navigate } from '../../../data/use-url-state.js';

const words = {
  false: 'shelved.hidden',
  all: 'shelved.shown-all',
  true: 'shelved.shown-true',
} as const;

/** Says how many active alarms shelves hide, or that hidden ones are shown; nothing where nothing is hidden. */
export function ShelvedBanner({ view }: { view: AlarmView }): ReactNode {
  const { t } = useTranslation();
  const summary = useSummary();
  const count = summary?.shelved ?? 0;
  const hides = view.shelved === 'false';
  if ((hides && count === 0) || view.state === 'cleared') return null;
  const text = t(words[view.shelved], {
    count,
    shelves: summary?.shelves.active ?? 0,
  });
  return (
    <div className="shelved-banner" role="status" data-testid="shelved-banner">
      <PauseCircleOutlined aria-hidden="true" />
      <span>{text}</span>
      <Button onClick={() => navigate({ view: { ...view, shelved: hides ? 'all' : 'false' } })}>
        {t(hides ? 'shelved.show' : 'shelved.hide')}
      </Button>
      <PageLink to={{ page: 'shelves', alarm: null, at: null, find: '' }}>{t('shelfBanner.show')}</PageLink>
    </div>
  );
}
