import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAlarmTypes } from '../../../data/queries.js';
import { reasonOf } from '../../../data/reason-of.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { stepsOf } from './steps-of.js';

const parts = ['meaning', 'effect', 'causes', 'firstSteps'] as const;

/** What the catalogue says of an alarm type, in the language of the page. */
export function CatalogueTexts({ alarmId }: { alarmId: number }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data: types, error } = useAlarmTypes();
  const type = types?.get(alarmId);
  if (!type) {
    if (error) return <p className="detail-note">{t('detail.failed', { reason: reasonOf(error, t) })}</p>;
    return types ? <p className="detail-note">{t('detail.noCatalogue')}</p> : null;
  }
  return (
    <>
      {parts
        .filter((part) => type[part][language] !== '')
        .map((part) => (
          <section key={part}>
            <h3>{t(`detail.${part}`)}</h3>
            <Text text={type[part][language]} />
          </section>
        ))}
    </>
  );
}

/** A text as its steps where it numbers them, else as it is. */
function Text({ text }: { text: string }): ReactNode {
  const steps = stepsOf(text);
  if (steps.length < 2) return <p className="detail-text">{text}</p>;
  return (
    <ol className="detail-steps">
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}
