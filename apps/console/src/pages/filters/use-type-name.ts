import { useCallback } from 'react';
import { useAlarmTypes } from '../../data/queries.js';
import { useLanguage } from '../../i18n/use-language.js';

/** Names alarm types in the present language; a type that the catalogue lacks by its number. */
export function useTypeName(): (alarmId: number) => string {
  const language = useLanguage();
  const { data: types } = useAlarmTypes();
  return useCallback((alarmId) => types?.get(alarmId)?.name[language] ?? String(alarmId), [types, language]);
}
