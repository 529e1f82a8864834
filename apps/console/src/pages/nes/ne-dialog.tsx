import type { NePost, NeResource } from '@omc/api';
import { Form, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../components/form-dialog.js';
import { request } from '../../data/request.js';
import { useChange } from '../../data/use-change.js';
import type { TaskEnds } from '../../data/use-task.js';

interface NeDialogProps extends TaskEnds {
  /** The NE to change; null adds one. */
  readonly ne: NeResource | null;
}

const NE_ID = /^[A-Za-z0-9._-]{1,64}$/;
const fields = ['id', 'kind', 'host', 'port'];

/** What of an NE can be filled in here. */
type NeForm = Pick<NePost, 'id' | 'kind' | 'host' | 'port'>;

/** Registers an NE, or changes where one is reached. */
export default function NeDialog({ ne, onDone, onClose }: NeDialogProps): ReactNode {
  const { t } = useTranslation();
  const save = useChange(
    'nes',
    ({ id, kind, host, port }: NeForm) =>
      ne
        ? request('PATCH /nes/:id', { path: { id: ne.id }, body: { host, port } })
        : request('POST /nes', { body: { id, kind, host, port } }),
    ({ id }) => onDone(t(ne ? 'nes.changed' : 'nes.added', { id: ne?.id ?? id })),
  );
  const required = { required: true, message: t('form.required') };
  return (
    <FormDialog<NeForm>
      title={ne ? t('nes.editTitle', { id: ne.id }) : t('nes.addTitle')}
      initial={ne ? { id: ne.id, kind: ne.kind, host: ne.host, port: ne.port } : { kind: 'link' }}
      fields={fields}
      change={save}
      onClose={onClose}
    >
      {!ne && (
        <Form.Item
          name="id"
          label={t('nes.id')}
          rules={[required, { pattern: NE_ID, message: t('nes.idHint') }]}
        >
          <Input autoComplete="off" spellCheck={false} maxLength={64} />
        </Form.Item>
      )}
      {!ne && (
        <Form.Item name="kind" label={t('nes.kind')}>
          <Select
            options={(['link', 'snmp'] as const).map((value) => ({ value, label: t(`neKind.${value}`) }))}
          />
        </Form.Item>
      )}
      <Form.Item name="host" label={t('nes.host')} rules={[required]}>
        <Input autoComplete="off" spellCheck={false} maxLength={253} />
      </Form.Item>
      <Form.Item name="port" label={t('nes.port')} rules={[required]}>
        <InputNumber min={1} max={65535} precision={0} style={{ width: 140 }} />
      </Form.Item>
    </FormDialog>
  );
}
