import type { CustomCellRendererProps, CustomHeaderProps } from 'ag-grid-react';
import { type ReactNode, useEffect, useRef } from 'react';
import type { AlarmRow } from '../../../data/alarm-row.js';
import { MOST_PICKED } from '../../../data/picks.js';
import { useIsPicked, usePicked } from '../../../data/use-picked.js';
import { useTexts } from '../../../i18n/texts-context.js';
import { useLanguage } from '../../../i18n/use-language.js';
import type { ListContext } from './list-context.js';
import type { TableRow } from './table-row.js';

/** The class of what picks a row. */
const PICK = 'pick';

/** Picks an alarm to do something to it; with Shift, all from the last one that was picked. */
export function PickCell({
  data,
  context,
}: CustomCellRendererProps<TableRow, unknown, ListContext>): ReactNode {
  if (!data?.alarm) return null;
  return <PickBox row={data} {...context} />;
}

function PickBox({ row: { alarm, key }, picks, pick }: { row: AlarmRow } & ListContext): ReactNode {
  const { t } = useTexts();
  const language = useLanguage();
  const picked = useIsPicked(picks, alarm.id);
  const name = `${alarm.name[language]}, ${alarm.ne} ${alarm.object}`;
  return (
    <input
      type="checkbox"
      className={PICK}
      tabIndex={-1}
      aria-label={t('bulk.pick', { name })}
      checked={picked}
      onClick={(event) => event.stopPropagation()}
      onChange={({ nativeEvent }) =>
        pick(key, !picked, 'shiftKey' in nativeEvent && nativeEvent.shiftKey === true)
      }
    />
  );
}

/** Picks everything that is shown, as far as can be picked at once; or nothing more. */
export function PickHead({ context }: CustomHeaderProps<TableRow, ListContext>): ReactNode {
  const { t } = useTexts();
  const { picks, firstIds }: ListContext = context;
  const { size } = usePicked(picks);
  const box = useRef<HTMLInputElement>(null);
  const whole = size > 0 && size >= firstIds(MOST_PICKED).size;
  useEffect(() => {
    if (box.current) box.current.indeterminate = size > 0 && !whole;
  });
  return (
    <input
      ref={box}
      type="checkbox"
      className={PICK}
      aria-label={t('bulk.pickAll')}
      title={t('bulk.pickAll')}
      checked={whole}
      onChange={() => (size > 0 ? picks.clear() : picks.put(firstIds(MOST_PICKED), true))}
    />
  );
}
