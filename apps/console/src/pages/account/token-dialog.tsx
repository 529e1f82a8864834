import type { NewApiTokenResource, Whoami } from '@omc/api';
import { Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../components/form-dialog.js';
import { ScopeFields, type ScopeValues, scopeIn, scopeValues } from '../../components/scope-fields.js';
import { request } from '../../data/request.js';
import { roles } from '../../data/rights.js';
import { useChange } from '../../data/use-change.js';

interface TokenDialogProps {
  readonly session: Whoami;
  readonly onDone: (made: NewApiTokenResource) => void;
  readonly onClose: () => void;
}

interface TokenValues extends ScopeValues {
  readonly name: string;
  readonly role: Whoami['role'];
  readonly days: number;
}

const fields = ['name', 'role'];
const lives = [7, 30, 90, 180, 365] as const;
const DAY_MS = 86_400_000;

/** Makes an API token with at most one's own rights. */
export default function TokenDialog({ session, onDone, onClose }: TokenDialogProps): ReactNode {
  const { t } = useTranslation();
  const save = useChange(
    'tokens',
    async (values: TokenValues) => {
      const expiresAt = new Date(Date.now() + values.days * DAY_MS).toISOString();
      const { name, role } = values;
      onDone(await request('POST /tokens', { body: { name, role, scope: scopeIn(values), expiresAt } }));
    },
    () => undefined,
  );
  const mine = roles.slice(0, roles.indexOf(session.role) + 1);
  return (
    <FormDialog<TokenValues>
      title={t('tokens.add')}
      initial={{ role: 'viewer', days: 90, ...scopeValues(null) }}
      fields={fields}
      change={save}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t('tokens.name')}
        extra={t('nes.idHint')}
        rules={[{ required: true, message: t('form.required') }]}
      >
        <Input autoComplete="off" spellCheck={false} maxLength={64} placeholder="grafana" />
      </Form.Item>
      <Form.Item name="role" label={t('users.role')}>
        <Select options={mine.map((value) => ({ value, label: t(`role.${value}`) }))} />
      </Form.Item>
      <Form.Item name="days" label={t('tokens.life')}>
        <Select options={lives.map((count) => ({ value: count, label: t('study.last', { count }) }))} />
      </Form.Item>
      <ScopeFields />
    </FormDialog>
  );
}
