import type { UnmappedTrapResource } from '@omc/api';
import { Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../components/form-dialog.js';
import { useAlarmTypes } from '../../data/queries.js';
import { request } from '../../data/request.js';
import { severities } from '../../data/severity.js';
import { useChange } from '../../data/use-change.js';
import type { TaskEnds } from '../../data/use-task.js';
import { useLanguage } from '../../i18n/use-language.js';

interface RuleDialogProps extends TaskEnds {
  /** The notification that a rule is made for. */
  readonly trap: UnmappedTrapResource | undefined;
}

interface RuleValues {
  readonly name: string;
  readonly notification: string;
  readonly action: 'report' | 'ignore' | 'resync';
  readonly alarmId?: string;
  readonly state?: string;
  readonly object?: string;
  readonly text?: string;
  readonly severity?: string;
}

const fields = ['name', 'notification', 'alarmId', 'state', 'object', 'text', 'severity'];
const OID = /^[0-2](\.\d+)+(\.\*)?$/;

/** Says what a kind of notification means from now on. */
export default function RuleDialog({ trap, onDone, onClose }: RuleDialogProps): ReactNode {
  const { t } = useTranslation();
  const save = useChange(
    'traps',
    (values: RuleValues) => request('POST /traps/mappings', { body: ruleOf(values) }),
    ({ name }) => onDone(t('traps.ruleAdded', { name })),
  );
  const required = { required: true, message: t('form.required') };
  return (
    <FormDialog<RuleValues>
      title={t('traps.addRule')}
      initial={{ action: 'report', state: 'fault', ...trap?.suggestion }}
      fields={fields}
      width={640}
      change={save}
      onClose={onClose}
    >
      <div className="form-grid">
        <Form.Item name="name" label={t('traps.rule')} rules={[required]} className="form-half">
          <Input autoComplete="off" spellCheck={false} maxLength={200} />
        </Form.Item>
        <Form.Item name="action" label={t('traps.action')} className="form-half">
          <Select
            options={(['report', 'ignore', 'resync'] as const).map((value) => ({
              value,
              label: t(`trapAction.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="notification"
          label={t('traps.notification')}
          rules={[required, { pattern: OID, message: t('traps.oidHint') }]}
          className="form-wide"
        >
          <Input autoComplete="off" spellCheck={false} />
        </Form.Item>
      </div>
      <ReportFields />
      <p className="form-hint">{t('traps.ruleHint')}</p>
    </FormDialog>
  );
}

function ReportFields(): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data: types } = useAlarmTypes();
  const reports = Form.useWatch('action') === 'report';
  const required = { required: true, message: t('form.required') };
  if (!reports) return null;
  const offered = [...(types?.values() ?? [])].map(({ alarmId, name }) => ({
    value: String(alarmId),
    label: `${alarmId} ${name[language]}`,
  }));
  return (
    <div className="form-grid">
      <Form.Item name="alarmId" label={t('history.type')} rules={[required]} className="form-half">
        <Select showSearch={{ optionFilterProp: 'label' }} options={offered} />
      </Form.Item>
      <Form.Item name="state" label={t('alarms.state')} rules={[required]} className="form-half">
        <Select
          options={(['fault', 'ok'] as const).map((value) => ({ value, label: t(`trapState.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="object" label={t('column.object')} rules={[required]} className="form-half">
        <Input autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="severity" label={t('column.severity')} className="form-half">
        <Select
          allowClear
          placeholder={t('traps.byType')}
          options={severities.map((value) => ({ value, label: t(`severity.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="text" label={t('column.text')} className="form-wide">
        <Input autoComplete="off" spellCheck={false} />
      </Form.Item>
    </div>
  );
}

/** The rule as the OMC takes it: only what was filled in, and of one that reports nothing only what it needs. */
function ruleOf({ name, notification, action, ...report }: RuleValues) {
  const wanted = Object.entries(report).filter(([, value]) => value !== undefined && value !== '');
  return { name, notification, action, ...(action === 'report' && Object.fromEntries(wanted)) };
}
