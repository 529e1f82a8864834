import type { FilterResource } from '@omc/api';
import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../components/form-dialog.js';
import { useAlarmTypes } from '../../data/queries.js';
import { request } from '../../data/request.js';
import { useChange } from '../../data/use-change.js';
import type { TaskEnds } from '../../data/use-task.js';
import { useLanguage } from '../../i18n/use-language.js';
import { type FilterValues, filterPutOf } from './filter-put-of.js';
import { StudyPanel } from './studies/study-panel.js';
import { useSettled } from './use-settled.js';
import { useTypeName } from './use-type-name.js';
import { boundOf, windowRule } from './window-rules.js';

interface FilterDialogProps extends TaskEnds {
  /** The filter to change; null adds one for a scope. */
  readonly filter: FilterResource | null;
}

const PAUSE_MS = 500;
const windows = ['createWindow', 'createThreshold', 'restoreWindow', 'restoreThreshold'] as const;
const statistics = ['statWindow', 'statCreate', 'statRestore'] as const;
const fields: readonly string[] = ['alarmId', 'ne', 'object', 'realTime', ...windows, ...statistics];

/** Sets the filter of a scope. */
export default function FilterDialog({ filter, onDone, onClose }: FilterDialogProps): ReactNode {
  const { t } = useTranslation();
  const nameOf = useTypeName();
  const save = useChange(
    'filters',
    (values: FilterValues) => request('PUT /filters', { body: filterPutOf(filter, values) }),
    () => onDone(t('filters.saved')),
  );
  return (
    <FormDialog<FilterValues>
      title={filter ? t('filters.editTitle', { name: nameOf(filter.alarmId) }) : t('filters.addTitle')}
      initial={filter ?? {}}
      fields={fields}
      width={1120}
      change={save}
      onClose={onClose}
    >
      <div className="filter-panes">
        <div>
          {filter ? <Scope filter={filter} /> : <ScopeFields />}
          <WindowFields />
          <p className="form-hint">{t('filters.followHint')}</p>
        </div>
        <Study filter={filter} />
      </div>
    </FormDialog>
  );
}

function WindowFields(): ReactNode {
  const { t } = useTranslation();
  const item = (member: string) => {
    const bound = boundOf(member);
    return { name: member, rules: windowRule(t, member), ...(bound && { dependencies: [bound] }) };
  };
  return (
    <div className="form-grid">
      {windows.map((member) => (
        <Form.Item key={member} {...item(member)} label={t(`filters.${member}`)} className="form-half">
          <InputNumber min={0} max={3600} style={{ width: '100%' }} />
        </Form.Item>
      ))}
      {statistics.map((member) => (
        <Form.Item key={member} {...item(member)} label={t(`filters.${member}`)} className="form-third">
          <InputNumber min={0} max={member === 'statWindow' ? 3600 : 1000} style={{ width: '100%' }} />
        </Form.Item>
      ))}
      <Form.Item name="realTime" valuePropName="checked" className="form-wide">
        <Checkbox>{t('filters.realTime')}</Checkbox>
      </Form.Item>
    </div>
  );
}

/** What the filter would have done, as the form is at a pause in the typing. */
function Study({ filter }: Pick<FilterDialogProps, 'filter'>): ReactNode {
  const form = Form.useFormInstance<FilterValues>();
  const values: FilterValues | undefined = Form.useWatch([], form);
  const alarmId = filter?.alarmId ?? values?.alarmId;
  const put = values && alarmId !== undefined ? filterPutOf(filter, { ...values, alarmId }) : null;
  const settled = useSettled(put, PAUSE_MS);
  return (
    <StudyPanel
      filter={settled}
      onTake={({ createWindow, restoreWindow }) =>
        form.setFieldsValue({
          createWindow,
          createThreshold: createWindow,
          restoreWindow,
          restoreThreshold: 0,
          realTime: false,
        })
      }
    />
  );
}

function Scope({ filter }: { filter: FilterResource }): ReactNode {
  const { t } = useTranslation();
  const scope = [filter.ne, filter.object].filter(Boolean).join(' · ') || t('filters.everywhere');
  return (
    <p className="form-hint">
      {t('filters.scope')}: {scope} · {t(`filters.${filter.origin}`)}
    </p>
  );
}

function ScopeFields(): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data: types } = useAlarmTypes();
  const options = [...(types?.values() ?? [])].map(({ alarmId, name }) => ({
    value: alarmId,
    label: `${alarmId} ${name[language]}`,
  }));
  return (
    <>
      <Form.Item
        name="alarmId"
        label={t('filters.type')}
        rules={[{ required: true, message: t('form.required') }]}
      >
        <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
      </Form.Item>
      <div className="form-grid">
        <Form.Item name="ne" className="form-half" label={t('filters.ne')} extra={t('filters.neHint')}>
          <Input autoComplete="off" spellCheck={false} maxLength={64} />
        </Form.Item>
        <Form.Item
          name="object"
          className="form-half"
          label={t('filters.object')}
          extra={t('filters.objectHint')}
        >
          <Input autoComplete="off" spellCheck={false} maxLength={255} />
        </Form.Item>
      </div>
    </>
  );
}
