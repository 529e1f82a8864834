import type { ShelfResource } from '@omc/api';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useAlarmTypes } from '../../data/queries.js';
import { useLanguage } from '../../i18n/use-language.js';

/** Says in a line which alarms a shelf hides. */
export function useMatchWords(): (match: ShelfResource['match']) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data: types } = useAlarmTypes();
  return useCallback(
    ({ ne, object, subnet, alarmId = [], severity = [] }) => {
      const names = alarmId.map((id) => `${id} ${types?.get(id)?.name[language] ?? ''}`.trim());
      const place = [subnet, ne, object === '' ? t('object.ne') : object];
      const kind = [names.join(', '), severity.map((one) => t(`severity.${one}`)).join(', ')];
      return [...place, ...kind].filter(Boolean).join(' · ');
    },
    [t, types, language],
  );
}
