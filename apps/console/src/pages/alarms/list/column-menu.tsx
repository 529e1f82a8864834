import { SettingOutlined } from '@ant-design/icons';
import { type ReactNode, type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { DropPanel } from '../../../components/drop-panel.js';
import { alarmColumnIds } from './alarm-columns.js';
import type { AlarmTableHandle } from './table-handle.js';

/** Which columns are shown; their order and width are changed at their heads. */
export function ColumnMenu({ table }: { table: RefObject<AlarmTableHandle | null> }): ReactNode {
  const { t } = useTranslation();
  const [visible, setVisible] = useState<ReadonlySet<string>>(new Set());
  const read = () => setVisible(new Set(table.current?.visibleColumns()));
  const show = (id: string, shown: boolean) => {
    table.current?.showColumn(id, shown);
    read();
  };
  const reset = () => {
    table.current?.resetColumns();
    read();
  };
  return (
    <DropPanel face={<SettingOutlined aria-hidden="true" />} label={t('alarms.columns')} onOpen={read}>
      <fieldset className="column-menu">
        <legend className="unseen">{t('alarms.columns')}</legend>
        {alarmColumnIds.map((id) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={visible.has(id)}
              onChange={({ target }) => show(id, target.checked)}
            />
            {t(`column.${id}`)}
          </label>
        ))}
        <Button onClick={reset}>{t('alarms.resetColumns')}</Button>
      </fieldset>
    </DropPanel>
  );
}
