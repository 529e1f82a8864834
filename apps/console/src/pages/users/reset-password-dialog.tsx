import { Checkbox, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../components/form-dialog.js';
import { request } from '../../data/request.js';
import { useChange } from '../../data/use-change.js';
import type { TaskEnds } from '../../data/use-task.js';

interface ResetPasswordDialogProps extends TaskEnds {
  readonly user: string;
}

interface PasswordValues {
  readonly password: string;
  readonly mustChange: boolean;
}

const fields = ['password'];

/** Gives somebody another password, for example who forgot it. */
export default function ResetPasswordDialog({ user, onDone, onClose }: ResetPasswordDialogProps): ReactNode {
  const { t } = useTranslation();
  const save = useChange(
    'users',
    (body: PasswordValues) => request('PATCH /users/:user', { path: { user }, body }),
    () => onDone(t('users.wasReset', { user })),
  );
  return (
    <FormDialog<PasswordValues>
      title={t('userDeedNamed.reset', { user })}
      initial={{ mustChange: true }}
      fields={fields}
      change={save}
      onClose={onClose}
    >
      <Form.Item
        name="password"
        label={t('account.newPassword')}
        rules={[{ required: true, message: t('form.required') }]}
        extra={t('account.passwordHint')}
      >
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Form.Item>
      <Form.Item name="mustChange" valuePropName="checked" extra={t('users.sessionsEnd')}>
        <Checkbox>{t('users.mustChangeFirst')}</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}
