import type { SnmpUserPost } from '@omc/api';
import { Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../components/form-dialog.js';
import { request } from '../../data/request.js';
import { useChange } from '../../data/use-change.js';
import type { TaskEnds } from '../../data/use-task.js';

const fields = ['user', 'authProtocol', 'authPassword', 'privProtocol', 'privPassword'];
const protocols = {
  auth: ['sha224', 'sha256', 'sha384', 'sha512'],
  priv: ['aes', 'aes192', 'aes256'],
} satisfies { auth: SnmpUserPost['authProtocol'][]; priv: SnmpUserPost['privProtocol'][] };

/** Accepts a user of SNMPv3 from now on. */
export default function SnmpUserDialog({ onDone, onClose }: TaskEnds): ReactNode {
  const { t } = useTranslation();
  const save = useChange(
    'snmp-users',
    (body: SnmpUserPost) => request('POST /snmp-users', { body }),
    ({ user }) => onDone(t('snmpUsers.added', { user })),
  );
  const required = { required: true, message: t('form.required') };
  return (
    <FormDialog<SnmpUserPost>
      title={t('snmpUsers.add')}
      initial={{ authProtocol: 'sha256', privProtocol: 'aes' }}
      fields={fields}
      change={save}
      onClose={onClose}
    >
      <Form.Item name="user" label={t('users.user')} rules={[required]}>
        <Input autoComplete="off" spellCheck={false} maxLength={32} />
      </Form.Item>
      <div className="form-grid">
        {(['auth', 'priv'] as const).map((part) => (
          <div key={part} className="form-half">
            <Form.Item name={`${part}Protocol`} label={t(`snmpUsers.${part}`)}>
              <Select options={protocols[part].map((value) => ({ value }))} />
            </Form.Item>
            <Form.Item
              name={`${part}Password`}
              label={t(`snmpUsers.${part}Password`)}
              rules={[required, { min: 8, message: t('snmpUsers.short') }]}
            >
              <Input.Password autoComplete="new-password" maxLength={256} />
            </Form.Item>
          </div>
        ))}
      </div>
    </FormDialog>
  );
}
