import { Alert, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AntProvider } from '../theme/ant-provider.js';
import { useTroubleText } from './use-trouble-text.js';

interface ConfirmDialogProps {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something is undone that cannot be had back by a click. */
export default function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  const { t } = useTranslation();
  const trouble = useTroubleText(props.error);
  return (
    <AntProvider>
      <Modal
        open
        centered
        width={440}
        title={props.title}
        okText={props.action}
        okButtonProps={{ danger: true }}
        cancelText={t('form.cancel')}
        confirmLoading={props.busy}
        onOk={props.onConfirm}
        onCancel={props.onClose}
      >
        <p>{props.text}</p>
        {trouble && <Alert type="error" showIcon title={trouble} />}
      </Modal>
    </AntProvider>
  );
}
