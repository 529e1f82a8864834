import { AutoComplete, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAlarmTypes, useNeIds } from '../../data/queries.js';
import { severities } from '../../data/severity.js';
import { useLanguage } from '../../i18n/use-language.js';
import { type ShelfValues, saysWhich } from './shelf-of.js';

const members = ['ne', 'object', 'subnet', 'alarmId', 'severity'] as const;

/** Which alarms: what is left empty does not restrict. */
export function MatchFields(): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data: types } = useAlarmTypes();
  const { data: nes = [] } = useNeIds(true);
  const form = Form.useFormInstance<ShelfValues>();
  const rule = {
    validator: () =>
      saysWhich(form.getFieldsValue(true))
        ? Promise.resolve()
        : Promise.reject(new Error(t('shelves.which'))),
  };
  const others = members.filter((name) => name !== 'ne');
  return (
    <div className="form-grid">
      <Form.Item name="ne" label={t('nes.id')} className="form-half" dependencies={others} rules={[rule]}>
        <AutoComplete
          allowClear
          options={nes.map((value) => ({ value }))}
          showSearch={{
            filterOption: (text, option) => option?.value.toLowerCase().includes(text.toLowerCase()) ?? false,
          }}
        />
      </Form.Item>
      <Form.Item name="object" label={t('column.object')} className="form-half">
        <Input placeholder="Cell=3" maxLength={255} spellCheck={false} autoComplete="off" />
      </Form.Item>
      <Form.Item name="alarmId" label={t('shelves.types')} className="form-half">
        <Select
          mode="multiple"
          maxTagCount="responsive"
          showSearch={{ optionFilterProp: 'label' }}
          options={[...(types?.values() ?? [])].map(({ alarmId, name }) => ({
            value: alarmId,
            label: `${alarmId} ${name[language]}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="severity" label={t('alarms.severities')} className="form-half">
        <Select
          mode="multiple"
          maxTagCount="responsive"
          options={severities.map((value) => ({ value, label: t(`severity.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="subnet" label={t('shelves.subnet')} className="form-half">
        <Input placeholder="Subnet=1" maxLength={255} spellCheck={false} autoComplete="off" />
      </Form.Item>
    </div>
  );
}
