import { CloseCircleOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate, useUrlState } from '../data/use-url-state.js';
import { Button } from './button.js';

/** Takes back all that a page searches for; nothing where it searches for nothing. */
export function ResetButton(): ReactNode {
  const { t } = useTranslation();
  const { own } = useUrlState();
  if (Object.keys(own).length === 0) return null;
  return (
    <Button
      look="quiet"
      icon={<CloseCircleOutlined aria-hidden="true" />}
      onClick={() => navigate({ own: {} })}
    >
      {t('alarms.reset')}
    </Button>
  );
}
