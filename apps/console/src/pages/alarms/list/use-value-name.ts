import { useTranslation } from 'react-i18next';
import type { MenuFacet } from '../../../data/facets-shown.js';
import { useAlarmTypes } from '../../../data/queries.js';
import { useLanguage } from '../../../i18n/use-language.js';

const ackNames = { acknowledged: 'ack.yes', unacknowledged: 'ack.no' } as const;
const roleNames = {
  root: 'alarmRole.root',
  symptom: 'alarmRole.symptom',
  standalone: 'alarmRole.standalone',
} as const;

/** What a value of a facet is called. */
export function useValueName(): (facet: MenuFacet, value: string) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data: types } = useAlarmTypes();
  return (facet, value) => {
    if (facet === 'alarmId') return types?.get(Number(value))?.name[language] ?? value;
    if (facet === 'ack' && value in ackNames) return t(ackNames[value as keyof typeof ackNames]);
    if (facet === 'role' && value in roleNames) return t(roleNames[value as keyof typeof roleNames]);
    return value;
  };
}
