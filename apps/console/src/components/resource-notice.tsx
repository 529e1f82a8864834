import { LoadingOutlined, SearchOutlined, WarningOutlined } from '@ant-design/icons';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { reasonOf } from '../data/reason-of.js';
import { Button } from './button.js';
import { Notice } from './notice.js';

/** What the rows are read by. */
export type ResourceQuery = Pick<UseQueryResult<unknown>, 'error' | 'refetch'>;

interface ResourceNoticeProps {
  readonly query: ResourceQuery;
  /** How many rows there are; undefined while that is not known. */
  readonly count: number | undefined;
  /** How many rows the search leaves; null while that is not known. */
  readonly shown: number | null;
  readonly failed: string;
  readonly noMatch: string;
  /** What stands there while there is nothing at all. */
  readonly empty: ReactNode;
}

/** What lies over a table while it has nothing to show, and why that is so. */
export function ResourceNotice({
  query,
  count,
  shown,
  failed,
  noMatch,
  empty,
}: ResourceNoticeProps): ReactNode {
  const { t } = useTranslation();
  const { error } = query;
  // What was read is not drawn at once: nothing is said of it until then.
  if (count !== undefined && count > 0 && shown !== 0) return null;
  const notice = () => {
    if (count !== undefined)
      return count === 0 ? empty : <Notice icon={<SearchOutlined />} title={noMatch} />;
    if (!error) return <Notice icon={<LoadingOutlined />} title={t('app.loading')} />;
    return (
      <Notice tone="bad" icon={<WarningOutlined />} title={failed} hint={reasonOf(error, t)}>
        <Button onClick={() => void query.refetch()}>{t('alarms.retry')}</Button>
      </Notice>
    );
  };
  return <div className="list-notice">{notice()}</div>;
}
