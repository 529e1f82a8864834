import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';

/** What reads a list page by page. */
export interface PagedQuery {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly isFetchNextPageError: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
}

/** Below a list that is read page by page: reads the next one; nothing where the list is whole. */
export function MoreRows({ query }: { query: PagedQuery }): ReactNode {
  const { t } = useTranslation();
  if (!query.hasNextPage) return null;
  const word = query.isFetchNextPageError ? 'alarms.olderFailed' : 'alarms.older';
  return (
    <div className="more-rows">
      <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {t(query.isFetchingNextPage ? 'app.loading' : word)}
      </Button>
    </div>
  );
}
