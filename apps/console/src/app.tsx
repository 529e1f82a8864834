import { LoadingOutlined } from '@ant-design/icons';
import { lazy, type ReactNode, Suspense, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from './components/notice.js';
import { Unreached } from './components/unreached.js';
import { useSession } from './data/queries.js';
import { isSignedOut } from './data/request-errors.js';

const Console = lazy(() => import('./console.js'));
const SignInPage = lazy(() => import('./pages/sign-in/sign-in-page.js'));

/** The sign-in page or the console, as the session is. */
export function App(): ReactNode {
  const { t } = useTranslation();
  const { data: session, error, refetch } = useSession();
  const retry = useCallback(() => void refetch(), [refetch]);
  const loading = <Notice icon={<LoadingOutlined />} title={t('app.loading')} />;
  if (error && !session && !isSignedOut(error)) return <Unreached onRetry={retry} />;
  return (
    <Suspense fallback={loading}>
      {isSignedOut(error) ? <SignInPage /> : session ? <Console session={session} /> : loading}
    </Suspense>
  );
}
