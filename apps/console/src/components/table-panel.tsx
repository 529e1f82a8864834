import { SearchOutlined } from '@ant-design/icons';
import { type ReactNode, use, useEffect, useState } from 'react';
import { MoreRows, type PagedQuery } from './more-rows.js';
import { Notice } from './notice.js';
import { ResourceNotice, type ResourceQuery } from './resource-notice.js';
import { ResourceTable, type ResourceTableProps } from './resource-table.js';
import { FrameContext } from './table-frame.js';

interface TablePanelProps<Row> extends Omit<ResourceTableProps<Row>, 'search' | 'onShown' | 'onEnd'> {
  readonly label: string;
  readonly query: ResourceQuery;
  /** What reads further rows, where the list is read page by page. */
  readonly more?: PagedQuery;
  /** There are more rows, which are not read. */
  readonly cut?: boolean;
  readonly failed: string;
  /** What is said where the search leaves nothing. */
  readonly noMatch: string;
  /** What stands there while there is nothing at all; `noMatch` unless given. */
  readonly empty?: ReactNode;
  /** The details of a row, beside the table. */
  readonly detail?: ReactNode;
}

/** The table of a page: its rows, or why there are none; further rows as one gets there; beside it the details of one. */
export function TablePanel<Row>(props: TablePanelProps<Row>): ReactNode {
  const { label, query, more, cut = more?.hasNextPage ?? false, failed, noMatch, detail, ...table } = props;
  const { empty = <Notice icon={<SearchOutlined />} title={noMatch} />, ...rest } = table;
  const { find, tell } = use(FrameContext);
  const [shown, setShown] = useState<number | null>(null);
  useEffect(() => tell(shown, cut), [tell, shown, cut]);
  const readOn = () => {
    if (more?.hasNextPage && !more.isFetchingNextPage) void more.fetchNextPage();
  };
  return (
    <div className="alarms-panes">
      <section className="list-area" aria-label={label}>
        <ResourceTable {...rest} search={find} onShown={setShown} onEnd={readOn} />
        {more && <MoreRows query={more} />}
        <ResourceNotice
          query={query}
          count={props.rows?.length}
          shown={shown}
          failed={failed}
          noMatch={noMatch}
          empty={empty}
        />
      </section>
      {detail}
    </div>
  );
}
