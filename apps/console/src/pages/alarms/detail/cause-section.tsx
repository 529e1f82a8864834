import type { AlarmResource, Explanation } from '@omc/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AlarmLink } from '../../../components/alarm-link.js';
import { useExplanation } from '../../../data/queries.js';
import { reasonOf } from '../../../data/reason-of.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { CausePath } from './cause-path.js';

/** Why an alarm is there: in a sentence, its roots, and the way from the first of them to it. */
export function CauseSection({ alarm }: { alarm: AlarmResource }): ReactNode {
  const { t } = useTranslation();
  const { data: explanation, error } = useExplanation(alarm.id);
  return (
    <section aria-label={t('detail.cause')} data-testid="explanation">
      <h3>
        {t('detail.cause')}
        <span className={`role-mark role-${alarm.correlation.role}`}>
          {t(`alarmRole.${alarm.correlation.role}`)}
        </span>
      </h3>
      {!explanation && error && (
        <p className="detail-note">{t('detail.failed', { reason: reasonOf(error, t) })}</p>
      )}
      {!explanation && !error && <p className="detail-note">{t('app.loading')}</p>}
      {explanation && <Explained explanation={explanation} alarm={alarm} />}
    </section>
  );
}

function Explained({ explanation, alarm }: { explanation: Explanation; alarm: AlarmResource }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const { roots, path, text } = explanation;
  const isInPath = roots.length === 1 && path.some(({ alarm: id }) => id === roots[0]?.id);
  return (
    <>
      <p className="detail-text">{text[language]}</p>
      {path.length > 0 && <CausePath path={path} roots={roots} alarm={alarm} />}
      {roots.length > 0 && !isInPath && (
        <>
          <h4>{t('detail.roots', { count: roots.length })}</h4>
          <ul className="alarm-links">
            {roots.map((root) => (
              <li key={root.id}>
                <AlarmLink alarm={root} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
