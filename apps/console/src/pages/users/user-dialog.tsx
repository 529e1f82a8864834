import type { UserResource } from '@omc/api';
import { Checkbox, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../components/form-dialog.js';
import { ScopeFields, type ScopeValues, scopeIn, scopeValues } from '../../components/scope-fields.js';
import { request } from '../../data/request.js';
import { roles } from '../../data/rights.js';
import { useChange } from '../../data/use-change.js';
import type { TaskEnds } from '../../data/use-task.js';

interface UserDialogProps extends TaskEnds {
  /** The user to change; null adds one. */
  readonly user: UserResource | null;
}

interface UserValues extends ScopeValues {
  readonly user: string;
  readonly password: string;
  readonly role: UserResource['role'];
  readonly mustChange: boolean;
}

const fields = ['user', 'password', 'role'];

/** Lets somebody sign in, or changes what somebody may. */
export default function UserDialog({ user, onDone, onClose }: UserDialogProps): ReactNode {
  const { t } = useTranslation();
  const save = useChange(
    'users',
    (values: UserValues) => {
      const { user: name, password, role, mustChange } = values;
      const scope = scopeIn(values);
      return user
        ? request('PATCH /users/:user', { path: { user: user.user }, body: { role, scope } })
        : request('POST /users', { body: { user: name, password, role, scope, mustChange } });
    },
    (values) => onDone(t(user ? 'users.changed' : 'users.added', { user: user?.user ?? values.user })),
  );
  const required = { required: true, message: t('form.required') };
  return (
    <FormDialog<UserValues>
      title={user ? t('userDeedNamed.edit', { user: user.user }) : t('users.add')}
      initial={
        user
          ? { role: user.role, ...scopeValues(user.scope) }
          : { role: 'viewer', mustChange: true, ...scopeValues(null) }
      }
      fields={fields}
      change={save}
      onClose={onClose}
    >
      {!user && (
        <>
          <Form.Item name="user" label={t('users.user')} rules={[required]}>
            <Input autoComplete="off" spellCheck={false} maxLength={64} />
          </Form.Item>
          <Form.Item
            name="password"
            label={t('users.firstPassword')}
            rules={[required]}
            extra={t('account.passwordHint')}
          >
            <Input.Password autoComplete="new-password" maxLength={128} />
          </Form.Item>
          <Form.Item name="mustChange" valuePropName="checked">
            <Checkbox>{t('users.mustChangeFirst')}</Checkbox>
          </Form.Item>
        </>
      )}
      <Form.Item name="role" label={t('users.role')} extra={user ? t('users.sessionsEnd') : undefined}>
        <Select options={roles.map((value) => ({ value, label: t(`role.${value}`) }))} />
      </Form.Item>
      <ScopeFields />
    </FormDialog>
  );
}
