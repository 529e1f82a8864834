import { StarFilled, TeamOutlined } from '@ant-design/icons';
import type { ViewResource } from '@omc/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface ViewListProps {
  readonly title: string;
  readonly views: readonly ViewResource[];
  /** The id of the view that is open. */
  readonly open: string | null;
  readonly onOpen: (view: ViewResource) => void;
}

/** Saved views to open; nothing where there are none. */
export function ViewList({ title, views, open, onOpen }: ViewListProps): ReactNode {
  const { t } = useTranslation();
  if (views.length === 0) return null;
  return (
    <section className="view-list">
      <h3>{title}</h3>
      <ul>
        {views.map((view) => (
          <li key={view.id}>
            <button
              type="button"
              aria-current={view.id === open ? 'true' : undefined}
              onClick={() => onOpen(view)}
            >
              <span>{view.name}</span>
              {view.default && <StarFilled role="img" aria-label={t('views.isDefault')} />}
              {view.shared && <TeamOutlined role="img" aria-label={t('views.isShared')} />}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
