import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { useTroubleText } from '../../../components/use-trouble-text.js';
import { RequestProblem } from '../../../data/request-errors.js';

const CHANGED_MEANWHILE = 412;

interface PutTroubleProps {
  readonly error: unknown;
  readonly readAgain: () => void;
}

/** Why a topology was not saved; where another one was saved meanwhile, with a way to look at that. */
export function PutTrouble({ error, readAgain }: PutTroubleProps): ReactNode {
  const { t } = useTranslation();
  const trouble = useTroubleText(error);
  if (error instanceof RequestProblem && error.status === CHANGED_MEANWHILE)
    return (
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={t('topology.conflict')}
        action={<Button onClick={readAgain}>{t('topology.readAgain')}</Button>}
      />
    );
  return trouble && <Alert type="error" showIcon role="alert" title={trouble} />;
}
