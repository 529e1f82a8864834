import { LoadingOutlined } from '@ant-design/icons';
import type { Whoami } from '@omc/api';
import { type ReactNode, Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBoundary } from './components/error-boundary.js';
import { Notice } from './components/notice.js';
import { Unreached } from './components/unreached.js';
import { useFirstSummary, useSession } from './data/queries.js';
import { isSignedOut, RequestProblem } from './data/request-errors.js';
import { Console, FirstPasswordPage, SignInPage } from './lazy-frames.js';

/** The sign-in page or the console, as the session is; the latter once all that it needs first was fetched `ahead`. */
export function App({ ahead }: { ahead: Promise<void> }): ReactNode {
  const { t } = useTranslation();
  const { data: session, error, refetch } = useSession();
  const retry = useCallback(() => void refetch(), [refetch]);
  const [fetched, setFetched] = useState(false);
  useEffect(() => void ahead.then(() => setFetched(true)), [ahead]);
  const loading = <Notice icon={<LoadingOutlined />} title={t('app.loading')} />;
  if (error && !session && !isSignedOut(error)) return <Unreached onRetry={retry} />;
  return (
    <ErrorBoundary>
      <Suspense fallback={loading}>
        {isSignedOut(error) ? <SignInPage /> : session && fetched ? <SignedIn session={session} /> : loading}
      </Suspense>
    </ErrorBoundary>
  );
}

/** The console, once nothing has to be done before it. */
function SignedIn({ session }: { session: Whoami }): ReactNode {
  const { error } = useFirstSummary();
  // A password that is only advised to be changed bars nothing.
  const barred = session.mustChangePassword && error instanceof RequestProblem && error.status === 403;
  return barred ? <FirstPasswordPage user={session.user} /> : <Console session={session} />;
}
