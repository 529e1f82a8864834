import { useTranslation } from 'react-i18next';
import { reasonOf } from '../data/reason-of.js';
import { RequestProblem } from '../data/request-errors.js';

/** Why something did not work, in words for the person who tried; null where nothing is wrong. */
export function useTroubleText(error: unknown): string | null {
  const { t } = useTranslation();
  if (!error) return null;
  if (error instanceof RequestProblem) return t('form.failed', { reason: reasonOf(error, t) });
  return t('form.unreachable');
}
