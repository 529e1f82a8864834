import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AlarmLink } from '../../../components/alarm-link.js';
import type { MapObject } from './use-ne-map.js';

/** What is out and what is impaired, in words: the graph for those who do not see it, and for a wall where it is small. */
export function BrokenList({ objects, at }: { objects: readonly MapObject[]; at: string }): ReactNode {
  const { t } = useTranslation();
  const broken = (['out', 'impaired'] as const).map((state) => ({
    state,
    items: objects.filter((item) => item.state === state),
  }));
  return (
    <aside className="detail map-list" aria-label={t('map.broken')} data-testid="map-list">
      <h2>{t('map.broken')}</h2>
      {broken.every(({ items }) => items.length === 0) && <p className="detail-note">{t('map.allSound')}</p>}
      {broken.map(
        ({ state, items }) =>
          items.length > 0 && (
            <section key={state}>
              <h3>
                {t(`mapState.${state}`)} ({items.length})
              </h3>
              <ul className="alarm-links">
                {items.map((item) => (
                  <Item key={item.name} item={item} at={at} />
                ))}
              </ul>
            </section>
          ),
      )}
    </aside>
  );
}

function Item({ item, at }: { item: MapObject; at: string }): ReactNode {
  const { t } = useTranslation();
  const name = item.ne === at ? item.object || item.ne : `${item.ne} ${item.object}`;
  return (
    <li className="map-item">
      <b>{name}</b>
      {item.alarms.length === 0 && <small>{t('map.byOthers')}</small>}
      {item.alarms.map((alarm) => (
        <AlarmLink key={alarm.id} alarm={alarm} page />
      ))}
    </li>
  );
}
