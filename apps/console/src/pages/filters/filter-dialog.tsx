import type { FilterResource } from '@omc/api';
import { Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../components/form-dialog.js';
import { request } from '../../data/request.js';
import { useChange } from '../../data/use-change.js';
import type { TaskEnds } from '../../data/use-task.js';
import { type FilterValues, filterPutOf } from './filter-put-of.js';
import { FilterScopeFields } from './filter-scope-fields.js';
import { StudyPanel } from './studies/study-panel.js';
import { useSettled } from './use-settled.js';
import { useTypeName } from './use-type-name.js';
import { WindowFields, windowFields } from './window-fields.js';
import { keepsAllRules } from './window-rules.js';

interface FilterDialogProps extends TaskEnds {
  /** The filter to change; null adds one for a scope. */
  readonly filter: FilterResource | null;
}

const PAUSE_MS = 500;
const fields: readonly string[] = ['alarmId', 'ne', 'object', ...windowFields];

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
          {filter ? <Scope filter={filter} /> : <FilterScopeFields />}
          <WindowFields filter={filter} />
          <p className="form-hint">{t('filters.followHint')}</p>
        </div>
        <Study filter={filter} />
      </div>
    </FormDialog>
  );
}

/** What the filter would have done, as the form is at a pause in the typing. */
function Study({ filter }: Pick<FilterDialogProps, 'filter'>): ReactNode {
  const { t } = useTranslation();
  const form = Form.useFormInstance<FilterValues>();
  const values: FilterValues | undefined = Form.useWatch([], form);
  const alarmId = filter?.alarmId ?? values?.alarmId;
  const inOrder = values !== undefined && keepsAllRules(values);
  const put = inOrder && alarmId !== undefined ? filterPutOf(filter, { ...values, alarmId }) : null;
  const settled = useSettled(put, PAUSE_MS);
  return (
    <StudyPanel
      filter={settled}
      missing={t(inOrder ? 'study.noFilter' : 'study.mend')}
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
