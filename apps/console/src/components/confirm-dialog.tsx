import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Change } from '../data/use-change.js';
import { Modal } from './modal.js';
import { useTroubleText } from './use-trouble-text.js';

interface ConfirmDialogProps {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly change: Change<undefined>;
  readonly onClose: () => void;
}

/** Asks before something is undone that cannot be had back by a click. */
export default function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  const { t } = useTranslation();
  const trouble = useTroubleText(props.change.error);
  return (
    <Modal
      mask={{ closable: true }}
      width={440}
      title={props.title}
      okText={props.action}
      okButtonProps={{ danger: true }}
      cancelText={t('form.cancel')}
      confirmLoading={props.change.isPending}
      onOk={() => props.change.mutate(undefined)}
      onCancel={props.onClose}
    >
      <p>{props.text}</p>
      {trouble && <Alert type="error" showIcon title={trouble} />}
    </Modal>
  );
}
