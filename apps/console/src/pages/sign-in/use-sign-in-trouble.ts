import { useTranslation } from 'react-i18next';
import { reasonOf } from '../../data/reason-of.js';
import { RequestProblem } from '../../data/request-errors.js';

/** Why signing in did not work, in words for the person who tries; null where nothing is wrong. */
export function useSignInTrouble(error: unknown): string | null {
  const { t } = useTranslation();
  if (!error) return null;
  if (!(error instanceof RequestProblem)) return t('signIn.unreachable');
  if (error.status === 401) return t('signIn.wrong');
  if (error.status === 429)
    return error.retryAfterSeconds === null
      ? t('signIn.tooMany')
      : t('signIn.tooManyFor', { seconds: Math.ceil(error.retryAfterSeconds) });
  if (error.status >= 502 && error.status <= 504) return t('signIn.unreachable');
  return t('signIn.failed', { reason: reasonOf(error, t) });
}
