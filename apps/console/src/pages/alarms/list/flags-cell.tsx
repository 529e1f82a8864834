import {
  CommentOutlined,
  HourglassOutlined,
  PauseCircleOutlined,
  ThunderboltOutlined,
} from '@ant-design/icons';
import type { CustomCellRendererProps } from 'ag-grid-react';
import type { ReactNode } from 'react';
import { usePendingClear } from '../../../data/pending-clears.js';
import { useTexts } from '../../../i18n/texts-context.js';
import type { TableRow } from './table-row.js';

const icons = { intermittent: ThunderboltOutlined, shelved: PauseCircleOutlined };
const flags = ['intermittent', 'shelved'] as const;

/** What else there is to say of an alarm: that it comes and goes, is shelved, has comments, or is about to clear. */
export function FlagsCell({ data }: CustomCellRendererProps<TableRow>): ReactNode {
  const { t } = useTexts();
  const clear = usePendingClear(data?.alarm?.id);
  if (!data?.alarm) return null;
  const { alarm } = data;
  const comments = t('flag.comments', { count: alarm.comments });
  return (
    <span className="flags">
      {clear && <HourglassOutlined role="img" aria-label={t('flag.clearing')} title={t('flag.clearing')} />}
      {flags
        .filter((flag) => alarm[flag])
        .map((flag) => {
          const Icon = icons[flag];
          return <Icon key={flag} role="img" aria-label={t(`flag.${flag}Short`)} title={t(`flag.${flag}`)} />;
        })}
      {alarm.comments > 0 && <CommentOutlined role="img" aria-label={comments} title={comments} />}
    </span>
  );
}
