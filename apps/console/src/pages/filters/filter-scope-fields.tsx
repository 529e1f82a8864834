import { AutoComplete, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { storedFilterOf } from '../../data/inherited-filter.js';
import { useFilters, useNeIds } from '../../data/queries.js';
import type { FilterValues } from './filter-put-of.js';
import { useTypeName } from './use-type-name.js';
import { objectRule } from './window-rules.js';

/** What a new filter applies to: a type everywhere, in an NE, or on one object of it. */
export function FilterScopeFields(): ReactNode {
  const { t } = useTranslation();
  const nameOf = useTypeName();
  const { data: filters = [] } = useFilters();
  const { data: nes = [] } = useNeIds(true);
  const form = Form.useFormInstance<FilterValues>();
  const values: FilterValues | undefined = Form.useWatch([], form);
  // A type without a filter, such as the alarms of the OMC itself, has none in the list either.
  const types = [...new Set(filters.map(({ alarmId }) => alarmId))].sort((a, b) => a - b);
  return (
    <>
      <Form.Item
        name="alarmId"
        label={t('filters.type')}
        rules={[{ required: true, message: t('form.required') }]}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={types.map((value) => ({ value, label: `${value} ${nameOf(value)}` }))}
        />
      </Form.Item>
      <div className="form-grid">
        <Form.Item name="ne" className="form-half" label={t('filters.ne')} extra={t('filters.neHint')}>
          <AutoComplete
            allowClear
            options={nes.map((value) => ({ value }))}
            showSearch={{
              filterOption: (text, option) =>
                option?.value.toLowerCase().includes(text.toLowerCase()) ?? false,
            }}
          />
        </Form.Item>
        <Form.Item
          name="object"
          className="form-half"
          label={t('filters.object')}
          extra={t('filters.objectHint')}
          dependencies={['ne']}
          rules={[objectRule(t)]}
        >
          <Input autoComplete="off" spellCheck={false} maxLength={255} placeholder="Cell=3" />
        </Form.Item>
      </div>
      {values && storedFilterOf(filters, values) && (
        <p className="form-hint is-warning" role="status">
          {t('filters.replaces')}
        </p>
      )}
    </>
  );
}
