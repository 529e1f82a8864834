import { useTranslation } from 'react-i18next';
import { useSession } from './queries.js';
import { mayOperate } from './rights.js';

/** Why whoever is signed in may not act on alarms; undefined where they may. */
export function useMayNotAct(): string | undefined {
  const { t } = useTranslation();
  const { data: session } = useSession();
  return session !== undefined && mayOperate(session.role) ? undefined : t('action.needsOperator');
}
