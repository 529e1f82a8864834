import type { FilterResource } from '@omc/api';
import { Checkbox, Form, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inheritedFilter } from '../../data/inherited-filter.js';
import { useFilters } from '../../data/queries.js';
import type { FilterValues } from './filter-put-of.js';
import { boundOf, windowRule } from './window-rules.js';

const MOST_SECONDS = 3600;
const MOST_TIMES = 1000;

const windows = ['createWindow', 'createThreshold', 'restoreWindow', 'restoreThreshold'] as const;
const statistics = ['statWindow', 'statCreate', 'statRestore'] as const;
type Member = (typeof windows)[number] | (typeof statistics)[number];

/** The fields of the form that hold the members of a filter. */
export const windowFields: readonly string[] = [...windows, ...statistics, 'realTime'];

/** The windows of a filter; in an empty field stands, faintly, what it follows. */
export function WindowFields({ filter }: { filter: FilterResource | null }): ReactNode {
  const { t } = useTranslation();
  const { data: filters = [] } = useFilters();
  const form = Form.useFormInstance<FilterValues>();
  const values: FilterValues | undefined = Form.useWatch([], form);
  const followed = inheritedFilter(filters, filter ?? values ?? {});
  const field = (member: Member, className: string, most: number) => {
    const bound = boundOf(member);
    return (
      <Form.Item
        key={member}
        name={member}
        rules={windowRule(t, member)}
        dependencies={bound ? [bound] : []}
        label={t(`filters.${member}`)}
        className={className}
      >
        <InputNumber
          min={0}
          max={most}
          placeholder={whenEmpty(member, values, followed)}
          style={{ width: '100%' }}
        />
      </Form.Item>
    );
  };
  return (
    <div className="form-grid">
      {windows.map((member) => field(member, 'form-half', MOST_SECONDS))}
      {statistics.map((member) =>
        field(member, 'form-third', member === 'statWindow' ? MOST_SECONDS : MOST_TIMES),
      )}
      <Form.Item name="realTime" valuePropName="checked" className="form-wide">
        <Checkbox>{t('filters.realTime')}</Checkbox>
      </Form.Item>
    </div>
  );
}

/** What holds while a field is empty: a threshold beside a window that is filled in has a value of its own. */
function whenEmpty(
  member: Member,
  values: FilterValues | undefined,
  followed: FilterResource | undefined,
): string {
  if (member === 'createThreshold' && typeof values?.createWindow === 'number')
    return String(values.createWindow);
  if (member === 'restoreThreshold' && typeof values?.restoreWindow === 'number') return '0';
  return followed ? String(followed[member]) : '';
}
